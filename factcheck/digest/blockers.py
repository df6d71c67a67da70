"""What stands between a story and its digest, as sentences: some refuse the issue, a chief may go past the others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck.digest.attested import unattested
from factcheck.digest.corrections import clock
from factcheck.digest.items import printed
from factcheck.digest.material import Material, MaterialArticle
from factcheck.digest.signing import signing
from factcheck.digest.waiving import single_source
from factcheck.phrase import Phrase, counted
from factcheck.review.card import quoted
from factcheck.types import Level

Content = Mapping[str, Any]
# Where on the preview an editor can do something about it.
SINGLE, SIGN = "single", "sign"


class CannotIssue(Exception):
    """The digest cannot be issued; the message is the sentence for the editor."""


@dataclass(frozen=True, slots=True)
class Blocker:
    """One reason not to issue; it leads to a conflict, to an article, or to a panel of the preview.

    ``refuses``: nobody goes past it, since there is something to wait for.
    """

    words: Phrase
    conflict: int | None = None
    article: int | None = None
    panel: str = ""
    refuses: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is still at work on a story: articles being read by headline, whether a comparison is due, or failed."""

    reading: tuple[str, ...] = ()
    comparing: bool = False
    uncompared: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What tells one preview of a story from the next: the number it would take, the newest decision in it, the
    version of its composition, and, in ``shown``, the fingerprint of all that it showed.
    """

    number: int
    decision: int
    composition: int
    shown: str

    def check(
        self, number: int | None, decision: int | None = None, composition: int | None = None, shown: str | None = None
    ) -> None:
        """Raise ``CannotIssue`` where the editor's preview is no longer this one; None: it did not say."""
        if number not in {None, self.number}:
            raise CannotIssue(Phrase("No. {number} was just issued.", number=self.number - 1))
        if decision not in {None, self.decision}:
            raise CannotIssue(Phrase("Something was decided since this preview was made: look again."))
        if composition not in {None, self.composition}:
            raise CannotIssue(Phrase("The digest was put together anew since this preview was made: look again."))
        if shown not in {None, self.shown}:
            raise CannotIssue(Phrase("The digest reads otherwise than this preview showed: look again."))


def blockers(content: Content, material: Material, waiting: Waiting, issuer: int) -> list[Blocker]:
    """Everything that blocks the issue by this editor, what refuses it first."""
    return [
        *refusals(material, waiting),
        *_open_errors(material),
        *_unsettled(content, material),
        *_invented(content, material),
        *_single(content, material),
        *_killed(content, material),
        *_embargoed(content, material),
        *_unsigned(content, material, issuer),
    ]


def refusals(material: Material, waiting: Waiting) -> Iterator[Blocker]:
    """What nobody goes past."""
    for headline in waiting.reading:
        yield Blocker(Phrase("“{headline}” is still being read.", headline=headline), refuses=True)
    if waiting.comparing:
        yield Blocker(Phrase("The articles are still being compared."), refuses=True)
    elif waiting.uncompared:
        yield Blocker(
            Phrase("The last comparison of the articles failed. Have them compared again first."), refuses=True
        )
    if not waiting.reading and all(article.excluded for article in material.articles):
        yield Blocker(Phrase("There is no article yet that a digest could be made of."), refuses=True)


def _open_errors(material: Material) -> Iterator[Blocker]:
    for conflict in material.conflicts:
        if conflict.ruling is None and conflict.level == Level.ERROR:
            yield Blocker(Phrase("Open error: {summary}", summary=conflict.summary), conflict=conflict.pk)


def _unsettled(content: Content, material: Material) -> Iterator[Blocker]:
    """Quotations that would be printed in words that nobody settled, once a conflict; an open error says so itself."""
    printed_open = {pk for row in printed(content, "quotations") for pk in row["open"]}
    for conflict in material.conflicts:
        if conflict.pk in printed_open and (conflict.ruling or conflict.level != Level.ERROR):
            yield Blocker(Phrase("Unsettled quotation: {summary}", summary=conflict.summary), conflict=conflict.pk)


def _invented(content: Content, material: Material) -> Iterator[Blocker]:
    for passage in unattested(content, material):
        words = quoted(passage)
        yield Blocker(
            Phrase("No report has the words {words} between marks, and no editor approved them.", words=words)
        )


def _single(content: Content, material: Material) -> Iterator[Blocker]:
    """One line for all of them: the panel lists each."""
    number = sum(single.waiver is None for single in single_source(content, material))
    if number:
        words = counted(
            "One claim of a single source is not waived.", "{number} claims of a single source are not waived.", number
        )
        yield Blocker(words, panel=SINGLE)


def _killed(content: Content, material: Material) -> Iterator[Blocker]:
    """Facts that are told by a report which its agency took back."""
    killed = {article.pk: article for article in material.articles if article.killed}
    upheld = {
        conflict.pk: {pk for reading in conflict.readings if conflict.upholds(reading) for pk in reading.articles}
        for conflict in material.conflicts
    }
    for row in printed(content, "facts"):
        for pk in sorted(upheld.get(row["conflict"], set()) & killed.keys()):
            words = Phrase(
                "{fact} is told by {source}, and the agency canceled that report.",
                fact=quoted(row["text"]),
                source=killed[pk].source,
            )
            yield Blocker(words, article=pk)


def recalled(material: Material) -> list[Phrase]:
    """What the newest number carries and its agency has canceled since; no one is to wait until somebody notices."""
    last = material.earlier[-1] if material.earlier else None
    printed_then = {row["article"] for row in last.content["articles"]} if last and last.content else set()
    return [
        Phrase(
            "No. {number} carries the report of {source}, and the agency has canceled it since."
            " Issue the next number, or withdraw the digest.",
            number=last.number,
            source=article.source,
        )
        for article in material.articles
        if last and article.killed and article.pk in printed_then
    ]


def _embargoed(content: Content, material: Material) -> Iterator[Blocker]:
    """Reports that are used before their agency frees them; an embargo of the digest itself holds them back too."""
    used = {row["article"] for row in content["witnesses"] if row["used"]}
    until = datetime.fromisoformat(content["embargo_until"]) if content["embargo_until"] else material.now
    for article, moment in embargoes(material.articles):
        if article.pk in used and moment > max(until, material.now):
            until_then = clock(moment, material.now)
            words = Phrase("{report} is under embargo until {moment}.", report=article.label, moment=until_then)
            yield Blocker(words, article=article.pk)


def embargoes(articles: Iterable[MaterialArticle]) -> Iterator[tuple[MaterialArticle, datetime]]:
    """The articles that their agency asks to hold back, with until when."""
    for article in articles:
        if article.embargo_until:
            yield article, datetime.fromisoformat(article.embargo_until)


def _unsigned(content: Content, material: Material, issuer: int) -> Iterator[Blocker]:
    for part in signing(content, material):
        if not part.counts_for(issuer):
            yield Blocker(Phrase("No second editor has signed {part}.", part=part.label), panel=SIGN)
