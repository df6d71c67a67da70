"""Fitting new words into the place of old ones: capitals, spaces, and the a or an before them."""

import re
from dataclasses import dataclass

from factcheck.digest.material import MaterialArticle
from factcheck.digest.sounds import article_for
from factcheck.types import SegmentKind

OPENERS = "\"'“‘«(["
BEFORE_NO_SPACE = ",.;:!?)]”’"
WORD = re.compile(r"\w")
# An article right before the place: no mark stands between, so both are inside one quotation or outside of all.
A_OR_AN = re.compile(r"(?<![\w'’.-])([Aa]n?)(\s)$")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A range of the received text and the words that stand there now."""

    start: int
    end: int
    new: str

    def meets(self, other: "Edit") -> bool:
        """Whether both want the same place: they overlap, or both put words in at one point."""
        if self.start == self.end and other.start == other.end:
            return self.start == other.start
        return self.start < other.end and other.start < self.end


def fitted(article: MaterialArticle, start: int, end: int, new: str) -> Edit:
    """The edit that puts ``new`` in the place of ``text[start:end]``."""
    text = article.text
    if not new.strip():
        return _taken_out(text, start, end)
    if start == end:
        return _put_in(text, start, new)
    return _with_article(article, Edit(start, end, _cased(article, start, text[start:end], new)))


def _with_article(article: MaterialArticle, edit: Edit) -> Edit:
    """An "a" or "an" before the words goes along where their first sound is no longer the same."""
    text = article.text
    found = A_OR_AN.search(text[max(0, edit.start - 4) : edit.start])
    if not found:
        return edit
    printed, space = found.groups()
    start = edit.start - len(printed) - 1
    kept = printed.lower()
    old, new = article_for(text[edit.start : edit.end]) or kept, article_for(edit.new) or kept
    # A capital inside a sentence is a letter that names something, as in "vitamin A".
    if old != kept or new == kept or (printed[0] == "A" and not _opens(article, start)):
        return edit
    return Edit(start, edit.end, f"{printed[0]}{new[1:]}{space}{edit.new}")


def _taken_out(text: str, start: int, end: int) -> Edit:
    """Words that go take one space with them, and the brackets that held nothing else."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        start, end = start - 1, end + 1
    after = text[end : end + 1]
    if text[start - 1 : start] == " " and (not after or after.isspace() or after in BEFORE_NO_SPACE):
        return Edit(start - 1, end, "")
    at_line_start = start == 0 or text[start - 1] == "\n" or text[start - 1] in OPENERS
    return Edit(start, end + 1 if at_line_start and after == " " else end, "")


def _put_in(text: str, at: int, new: str) -> Edit:
    """Words put in between others get the spaces that they lack."""
    before = " " if WORD.match(text[at - 1 : at]) and WORD.match(new[0]) else ""
    after = " " if WORD.match(text[at : at + 1]) and WORD.match(new[-1]) else ""
    return Edit(at, at, before + new + after)


def _cased(article: MaterialArticle, start: int, old: str, new: str) -> str:
    """A capital that only the place gave, at the start of a sentence or in a headline, is kept."""
    if old[:1].isupper() and new[:1].islower() and (_opens(article, start) or _in_headline(article, start)):
        return new[:1].upper() + new[1:]
    return new


def _opens(article: MaterialArticle, start: int) -> bool:
    """Whether a sentence starts here, marks apart."""
    bare = article.text[:start].rstrip(OPENERS)
    starts = {first for first, _ in (*article.sentences, *((first, end) for _, first, end in article.segments))}
    return any(position in starts for position in range(len(bare), start + 1)) or not bare or bare.endswith("\n")


def _in_headline(article: MaterialArticle, start: int) -> bool:
    return any(kind == SegmentKind.HEADLINE and first <= start < end for kind, first, end in article.segments)
