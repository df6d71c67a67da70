"""What a second editor signs: the quotations, figures, casualties and names of accused that a digest prints.

A signature stands under the words: when they change, it is a signature under something else.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from json import dumps
from typing import Any

from factcheck.digest.framing import MaterialSignature
from factcheck.digest.items import printed
from factcheck.digest.material import Material
from factcheck.phrase import Phrase
from factcheck.types import ConflictKind

Content = Mapping[str, Any]
# A line to sign, and the item that it stands for; empty: none that an editor can put otherwise.
Line = tuple[str, str]
FIGURE = "Figure"
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
MARKED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
# Fewer words than this between marks are a term, not something that was said.
AT_LEAST = 3
CASUALTY = re.compile(
    r"\b(?:kill(?:ed|s)?|dead|deaths?|died|die|dying|injur(?:ed|ies|y)|wound(?:ed|s)|hurt|missing|casualt(?:y|ies)|"
    r"victims?|bodies|body|survivors?|survived|fatalit(?:y|ies)|toll|hospitali[sz]ed|drowned|burned)\b",
    re.IGNORECASE,
)
# The parts that are signed, each with its words and the kinds of conflict that are decided about in it.
PARTS: Mapping[str, tuple[Phrase, frozenset[str]]] = {
    "quotations": (
        Phrase("the quotations"),
        frozenset(
            {
                ConflictKind.QUOTE_WORDING,
                ConflictKind.QUOTE_MARKS,
                ConflictKind.TRANSLATION,
                ConflictKind.ATTRIBUTION,
                ConflictKind.REAL_WORD,
                ConflictKind.PROVENANCE,
            }
        ),
    ),
    "figures": (Phrase("the figures"), frozenset({ConflictKind.FIGURE})),
    "casualties": (Phrase("the casualties"), frozenset({ConflictKind.FIGURE})),
    "accused": (
        Phrase("the names of accused"),
        frozenset({ConflictKind.NAME_SPELLING, ConflictKind.SECOND_REFERENCE}),
    ),
}


@dataclass(frozen=True, slots=True)
class Signed:
    """A part to sign: what it says line by line, who decided about it, and the signatures that stand under it.

    Whoever typed the words of a line decided about it as well.
    """

    part: str
    label: Phrase
    lines: tuple[str, ...]
    fingerprint: str
    deciders: frozenset[int]
    signatures: tuple[MaterialSignature, ...]

    def counts_for(self, issuer: int) -> bool:
        """Whether a second editor has signed, when this one issues: nobody is a second to themselves."""
        return any(signature.person != issuer for signature in self.signatures)


def signing(content: Content, material: Material) -> list[Signed]:
    """The parts of the digest that need a second signature, those without a line left out."""
    lines = _lines(content)
    return [_signed(part, lines[part], material) for part in PARTS if lines[part]]


def signed(content: Content, material: Material) -> list[dict[str, str]]:
    """The signatures that stand, as a digest keeps them."""
    return [
        {"editor": one.editor, "at": one.at, "over": part.part}
        for part in signing(content, material)
        for one in part.signatures
    ]


def _signed(part: str, found: Sequence[Line], material: Material) -> Signed:
    label, kinds = PARTS[part]
    lines = tuple(line for line, _ in found)
    fingerprint = sha256(dumps([part, *lines], ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
    decided = frozenset(one.ruling.person for one in material.conflicts if one.ruling and one.kind in kinds)
    typists = material.composition.typists
    deciders = decided.union(*(typists.get(item, ()) for _, item in found))
    under = (one for one in material.signatures if (one.part, one.fingerprint) == (part, fingerprint))
    standing = tuple(one for one in under if one.person not in deciders)
    return Signed(part, label, lines, fingerprint, deciders, standing)


def _lines(content: Content) -> dict[str, list[Line]]:
    quotations = [(f"“{row['text']}” {row['speaker']}".strip(), "") for row in printed(content, "quotations")]
    told = list(printed(content, "facts", "agreed"))
    around = {row["conflict"]: _around(row) for row in content["apparatus"]}
    figures = [(_figure(row, around), row["item"] if "composed" in row else "") for row in told if _counts(row)]
    accused = content["accused"] if "articles" in content["order"] else []
    return {
        "quotations": quotations + [(row["words"], row["item"]) for row in told if _says(row)],
        "figures": [line for line in figures if not CASUALTY.search(line[0])],
        "casualties": [line for line in figures if CASUALTY.search(line[0])],
        "accused": [(row["name"], "") for row in accused],
    }


def _counts(row: Content) -> bool:
    """Whether it tells a figure, or an editor's own words put one in or speak of casualties."""
    if row["kind"] == FIGURE or "composed" not in row:
        return bool(row["kind"] == FIGURE)
    more = set(NUMBER.findall(row["words"])) - set(NUMBER.findall(row["composed"]))
    return bool(more or CASUALTY.search(row["words"]))


def _says(row: Content) -> bool:
    """Whether an editor's own words put something between marks that was not there."""
    if "composed" not in row:
        return False
    more = set(MARKED.findall(row["words"])) - set(MARKED.findall(row["composed"]))
    return any(len(passage.split()) >= AT_LEAST for passage in more)


def _around(row: Content) -> str:
    """The approved figure as one report prints it, with the words beside it."""
    having = (reading for reading in row["readings"] if reading["approved"])
    found = next((witness for reading in having for witness in reading["witnesses"]), None)
    return f"…{found['prefix']}{found['exact']}{found['suffix']}…" if found else ""


def _figure(row: Content, around: Mapping[int, str]) -> str:
    """The figure with the words that say of what: those beside it, or where no report has it the card's sentence."""
    if "composed" in row:
        return str(row["words"])
    if "conflict" not in row:
        return " ".join(f"{row['before']}{row['text']}{row['after']}".split())
    beside = around.get(row["conflict"]) or row["summary"]
    return " ".join(f"{row['text']}: {beside}".split())
