"""Quotations in an editor's own words: what stands between marks there must have been printed so, or been decided."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.digest.items import EDITABLE, printed
from factcheck.digest.material import Material
from factcheck.digest.witnessed import witnessed
from factcheck.digest.words import WORD
from factcheck.extraction.cues import reports

Content = Mapping[str, Any]
# Each mark that opens a quotation, with those that close it.
PAIRS: Mapping[str, str] = {
    "“": "”\"", "”": "”", "„": "“”\"", "‟": "”", '"': '"”', "«": "»", "»": "«»", "「": "」", "『": "』",
    "‘": "’'", "’": "’", "‚": "‘’'", "‛": "’", "'": "'’", "‹": "›", "›": "‹›",
}  # fmt: skip
# These open only before a word that they do not stand inside or after; apostrophes close only after one.
TURNING, APOSTROPHES = frozenset("”\"»›‘’‛'"), frozenset("’'‘")
# What an apostrophe shortens at its start, and the plural that one may follow.
SHORTENED = re.compile(r"['’‘](?:\d|(?:n|em|s|til|till|tis|twas|cause|bout|round)\b)", re.IGNORECASE)
PLURAL = re.compile(r"(?<=s)['’]\s+\w")
# Fewer words between marks are a term, unless they are said: after a colon, or with a verb of saying so near.
AT_LEAST, NEAR = 3, 3


@dataclass(frozen=True, slots=True)
class Passage:
    """Words between marks, with what stands before and after the marks."""

    words: str
    before: str
    after: str

    @property
    def said(self) -> bool:
        """Whether somebody is told to have said them."""
        near = WORD.findall(self.before)[-NEAR:] + WORD.findall(self.after)[:NEAR]
        return self.before.rstrip().endswith(":") or any(reports(word.lower()) for word in near)

    def counts(self, least: int) -> bool:
        """Whether the words are a quotation and no term."""
        return len(WORD.findall(self.words)) >= (1 if self.said else least)


def unattested(content: Content, material: Material) -> list[str]:
    """The quoted passages of the headline, the summary line and edited items that no report carries so."""
    own = [(content["headline"], AT_LEAST), (content["summary"], AT_LEAST), *_edited(content)]
    found = [one.words for words, least in own for one in passages(words) if one.counts(least)]
    ground = [_plain(text) for text in _ground(content, material)]
    return [one for one in dict.fromkeys(found) if not any(_plain(one) in held for held in ground)]


def passages(text: str, before: str = "", after: str = "") -> Iterator[Passage]:
    """What stands between marks, and in it what stands between others; what is never closed runs to the end."""
    at = 0
    while at < len(text):
        end = _end(text, at) if _opens(text, at) else at
        if end > at:
            inside, around = text[at + 1 : end], (before + text[:at], text[end + 1 :] + after)
            yield Passage(inside.strip(), *around)
            yield from passages(inside, *around)
        at = end + 1


def _opens(text: str, at: int) -> bool:
    if text[at] not in TURNING:
        return text[at] in PAIRS
    before, after = text[:at][-1:], text[at + 1 : at + 2].strip()
    return bool(after) and not before.isalnum() and not SHORTENED.match(text, at)


def _end(text: str, start: int) -> int:
    """The place of the mark that closes; of single marks rather one that follows no plural."""
    closing = []
    for at in range(start + 1, len(text)):
        if text[at] == text[start] and _opens(text, at):
            break
        if text[at] in PAIRS[text[start]] and not (text[at] in APOSTROPHES and text[at + 1 : at + 2].isalnum()):
            closing.append(at)
    sure = [at for at in closing if not PLURAL.match(text, at)]
    return next(iter([*sure, *closing]), len(text))


def _edited(content: Content) -> Iterator[tuple[str, int]]:
    """The words of each edited item, and how many between marks are no term: any, where the item quoted before."""
    for part, field in EDITABLE.items():
        for row in printed(content, part):
            if "composed" in row:
                yield row[field], 1 if any(passages(row["composed"])) else AT_LEAST


def _ground(content: Content, material: Material) -> Iterator[str]:
    """Everything that was printed, as received and as corrected, and what was decided."""
    shown = {article.pk: article for article in material.articles if not article.excluded}
    yield from (article.text for article in shown.values())
    yield from (row["text"] for part in (content["articles"], content["quotations"]) for row in part)
    for conflict in material.conflicts:
        yield from (reading.text for reading in witnessed(conflict, shown).readings)
        yield conflict.approved_text or ""


def _plain(text: str) -> str:
    """The words alone, with a space on either side, so that words are found whole."""
    return f" {' '.join(WORD.findall(text.casefold().replace('’', chr(39))))} "
