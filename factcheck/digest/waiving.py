"""Claims that a single source carries, and which of them an editor has waived."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from factcheck.digest.framing import MaterialWaiver
from factcheck.digest.items import LENGTH, printed
from factcheck.digest.material import Material
from factcheck.phrase import Phrase
from factcheck.review.card import joined, quoted

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Single:
    """One claim that copies of one origin carry, or none: ``claim`` names the item, ``sources`` say who has it.

    An item in an editor's own words is waived in these words only.
    """

    claim: str
    words: Phrase
    sources: str
    waiver: MaterialWaiver | None = None


def single_source(content: Content, material: Material) -> list[Single]:
    """The facts and quotations of the digest that no second origin bears out."""
    known = {waiver.claim: waiver for waiver in material.waivers}
    found = [*_facts(content), *_agreed(content), *_quotations(content)]
    return [Single(claim, words, sources, known.get(claim)) for claim, words, sources in found]


def waived(content: Content, material: Material) -> list[dict[str, str]]:
    """The waivers that the digest needed, as it keeps them."""
    held = (single.waiver for single in single_source(content, material))
    return [{"words": one.words, "reason": one.reason, "editor": one.editor, "at": one.at} for one in held if one]


def _facts(content: Content) -> Iterator[tuple[str, Phrase, str]]:
    for row in printed(content, "facts"):
        having = [reading for reading in row["readings"] if reading["text"] == row["text"] and _tells(row)]
        if sum(reading["origins"] for reading in having if reading["reports"]) < 2:
            sources = [source for reading in having for source in reading["sources"]]
            words = Phrase("the fact {words}", words=quoted(_words(row)))
            yield _claim(row), words, joined(sources) or Phrase("no report has it")


def _agreed(content: Content) -> Iterator[tuple[str, Phrase, str]]:
    """What several origins tell is a claim of none once an editor's words no longer say it."""
    for row in printed(content, "agreed"):
        if not _tells(row):
            words = Phrase("the fact {words}", words=quoted(_words(row)))
            yield _claim(row), words, Phrase("no report has it")


def _quotations(content: Content) -> Iterator[tuple[str, Phrase, str]]:
    for row in printed(content, "quotations"):
        if row["origins"] < 2:
            sources = list(dict.fromkeys(witness["source"] for witness in row["witnesses"]))
            yield row["item"], Phrase("the quotation {words}", words=quoted(row["text"])), joined(sources)


def _tells(row: Mapping[str, Any]) -> bool:
    """Whether the item still holds the words that reports have, whatever an editor made of it."""
    return "composed" not in row or bool(re.search(rf"(?<!\w){re.escape(row['text'])}(?!\w)", row["words"]))


def _words(row: Mapping[str, Any]) -> str:
    return str(row["words"] if "composed" in row else row["text"])


def _claim(row: Mapping[str, Any]) -> str:
    if "composed" not in row:
        return str(row["item"])
    return f"{row['item']}-{sha256(row['words'].encode('utf-8', 'surrogatepass')).hexdigest()[:LENGTH]}"
