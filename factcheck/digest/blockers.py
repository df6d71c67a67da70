"""What stands between a story and its digest, as sentences: some refuse the issue, some only warn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.digest.material import Material
from factcheck.phrase import Phrase
from factcheck.types import Level


class CannotIssue(Exception):
    """The digest cannot be issued; the message is the sentence for the editor."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is still at work on a story: articles being read by headline, whether a comparison is due, or failed."""

    reading: tuple[str, ...] = ()
    comparing: bool = False
    uncompared: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What tells one preview of a story from the next: the number it would take, and the newest decision in it."""

    number: int
    decision: int

    def check(self, number: int | None, decision: int | None) -> None:
        """Raise ``CannotIssue`` where the editor's preview is no longer this one; None: it did not say."""
        if number not in {None, self.number}:
            raise CannotIssue(Phrase("No. {number} was just issued.", number=self.number - 1))
        if decision not in {None, self.decision}:
            raise CannotIssue(Phrase("Something was decided since this preview was made: look again."))


def blockers(material: Material, waiting: Waiting) -> list[dict[str, Any]]:
    """Each with ``words``, what it is about, and whether it ``refuses`` the issue."""
    return [*_refusing(material, waiting), *_warning(material)]


def check(material: Material, waiting: Waiting) -> None:
    """Raise ``CannotIssue`` with the first sentence that refuses."""
    for blocker in _refusing(material, waiting):
        raise CannotIssue(blocker["words"])


def _refusing(material: Material, waiting: Waiting) -> Iterator[dict[str, Any]]:
    for headline in waiting.reading:
        yield _blocker(Phrase("“{headline}” is still being read.", headline=headline), refuses=True)
    if waiting.comparing:
        yield _blocker(Phrase("The articles are still being compared."), refuses=True)
    elif waiting.uncompared:
        yield _blocker(
            Phrase("The last comparison of the articles failed. Have them compared again first."), refuses=True
        )
    if not waiting.reading and all(article.excluded for article in material.articles):
        yield _blocker(Phrase("There is no article yet that a digest could be made of."), refuses=True)


def _warning(material: Material) -> Iterable[dict[str, Any]]:
    for conflict in material.conflicts:
        if conflict.ruling is None and conflict.level == Level.ERROR:
            yield _blocker(Phrase("Open error: {summary}", summary=conflict.summary), conflict=conflict.pk)


def _blocker(words: str, *, conflict: int | None = None, refuses: bool = False) -> dict[str, Any]:
    return {"words": words, "conflict": conflict, "refuses": refuses}
