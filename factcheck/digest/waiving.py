"""Claims that a single source carries, and which of them an editor has waived."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.digest.framing import MaterialWaiver
from factcheck.digest.items import printed
from factcheck.digest.material import Material
from factcheck.phrase import Phrase
from factcheck.review.card import joined, quoted

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Single:
    """One claim that copies of one origin carry, or none: ``claim`` names the item, ``sources`` say who has it."""

    claim: str
    words: Phrase
    sources: str
    waiver: MaterialWaiver | None = None


def single_source(content: Content, material: Material) -> list[Single]:
    """The facts and quotations of the digest that no second origin bears out."""
    known = {waiver.claim: waiver for waiver in material.waivers}
    found = [*_facts(content), *_quotations(content)]
    return [Single(claim, words, sources, known.get(claim)) for claim, words, sources in found]


def waived(content: Content, material: Material) -> list[dict[str, str]]:
    """The waivers that the digest needed, as it keeps them."""
    held = (single.waiver for single in single_source(content, material))
    return [{"words": one.words, "reason": one.reason, "editor": one.editor, "at": one.at} for one in held if one]


def _facts(content: Content) -> Iterator[tuple[str, Phrase, str]]:
    for row in printed(content, "facts"):
        having = [reading for reading in row["readings"] if reading["text"] == row["text"]]
        if sum(reading["origins"] for reading in having if reading["reports"]) < 2:
            sources = [source for reading in having for source in reading["sources"]]
            words = Phrase("the fact {words}", words=quoted(row["text"]))
            yield row["item"], words, joined(sources) or Phrase("no report has it")


def _quotations(content: Content) -> Iterator[tuple[str, Phrase, str]]:
    for row in printed(content, "quotations"):
        if row["origins"] < 2:
            sources = list(dict.fromkeys(witness["source"] for witness in row["witnesses"]))
            yield row["item"], Phrase("the quotation {words}", words=quoted(row["text"])), joined(sources)
