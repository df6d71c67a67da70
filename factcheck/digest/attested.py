"""Quotations in an editor's own words: what stands between marks there must have been printed so, or been decided."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.digest.items import EDITABLE, printed
from factcheck.digest.material import Material
from factcheck.digest.words import WORD

Content = Mapping[str, Any]
PASSAGE = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
# Fewer words between marks are a term.
AT_LEAST = 3


def unattested(content: Content, material: Material) -> list[str]:
    """The quoted passages of the headline, the summary line and edited items that no report carries so."""
    own = [content["headline"], content["summary"], *_edited(content)]
    passages = [found[1] or found[2] for words in own for found in PASSAGE.finditer(words)]
    ground = [_plain(text) for text in _ground(content, material)]
    return [one for one in dict.fromkeys(passages) if _worth(one) and not any(_plain(one) in held for held in ground)]


def _edited(content: Content) -> Iterator[str]:
    for part, field in EDITABLE.items():
        yield from (row[field] for row in printed(content, part) if "composed" in row)


def _ground(content: Content, material: Material) -> Iterator[str]:
    """Everything that was printed, as received and as corrected, and what was decided."""
    yield from (article.text for article in material.articles if not article.excluded)
    yield from (row["text"] for part in (content["articles"], content["quotations"]) for row in part)
    for conflict in material.conflicts:
        yield from (reading.text for reading in conflict.readings)
        yield conflict.approved_text or ""


def _worth(passage: str) -> bool:
    return len(WORD.findall(passage)) >= AT_LEAST


def _plain(text: str) -> str:
    """The words alone, with a space on either side, so that words are found whole."""
    return f" {' '.join(WORD.findall(text.casefold().replace('’', chr(39))))} "
