"""Attribution: who speaks a quotation, by which cue, and on what evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extraction import lexicon, subjects
from factcheck.extraction.frame import Frame, Item, frame, placed
from factcheck.extraction.names import Names
from factcheck.extraction.quotes import Attribution, Quotation
from factcheck.extraction.roles import Role
from factcheck.extraction.sheet import Sheet
from factcheck.extraction.speakers import Speakers
from factcheck.extraction.subjects import NamesAt, Subject, names_at
from factcheck.types import Mention, Span

# How many words may stand between a quotation and the verb after it.
_CUE_REACH = 22
# No article carries so many quotations: beyond them nobody is asked who speaks, and the time stays bounded.
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue found: its words, and the subject beside it."""

    first: Item
    last: Item
    subject: Subject | None


@dataclass(frozen=True, slots=True)
class _Latest:
    """The last quotation that stands in no other, with its attribution and the paragraph that it ends in."""

    quotation: Quotation
    said: Attribution
    paragraph: int


def attribute(sheet: Sheet, found: Sequence[Quotation], names: Names, roles: Sequence[Role]) -> list[Attribution]:
    """An attribution for each quotation, in the order given. Nested ones speak with the voice around them."""
    reader = _Reader(sheet, names_at(names), Speakers.of(sheet, names, roles))
    parts = placed(found)
    frames: dict[int, Frame] = {}
    said: list[Attribution] = []
    latest: _Latest | None = None
    for quotation in found:
        sentence = sheet.sentence_at(quotation.start)
        if sentence is None or quotation.nested or len(said) > _MOST:
            said.append(_around(quotation, latest))
            continue
        last = sheet.sentence_at(quotation.parts[-1].start) or sentence
        around = [_frame_at(at, sheet, parts, frames) for at in sorted({sentence.paragraph, last.paragraph})]
        said.append(reader.attribution(found, len(said), around, _previous(latest, sentence.paragraph)))
        latest = _Latest(quotation, said[-1], (sheet.sentence_at(quotation.end) or last).paragraph)
    return said


def _frame_at(at: int, sheet: Sheet, parts: Sequence[tuple[Span, int, int]], frames: dict[int, Frame]) -> Frame:
    """The frame of a paragraph, made once."""
    if at not in frames:
        frames[at] = frame(sheet, at, parts)
    return frames[at]


def _around(quotation: Quotation, latest: _Latest | None) -> Attribution:
    """The attribution of the quotation that holds a nested one."""
    if latest is None or not latest.quotation.start <= quotation.start <= quotation.end <= latest.quotation.end:
        return Attribution()
    return Attribution(latest.said.speaker, None, latest.said.translated)


def _previous(latest: _Latest | None, paragraph: int) -> tuple[Attribution, bool]:
    """The last attribution, and whether it stands in the same paragraph; none when it is over a paragraph away."""
    if latest is None or paragraph - latest.paragraph > 1:
        return Attribution(), False
    return latest.said, latest.paragraph == paragraph


@dataclass(frozen=True, slots=True)
class _Reader:
    """Finds cue and subject of one quotation after the other."""

    sheet: Sheet
    names: NamesAt
    speakers: Speakers

    def attribution(
        self, found: Sequence[Quotation], number: int, frames: Sequence[Frame], previous: tuple[Attribution, bool]
    ) -> Attribution:
        """The attribution of a quotation: from its first or last paragraph, or else carried on from the one before."""
        quotation = found[number]
        cues = (self._cue(quotation, around, around.spots(number)) for around in frames if around.spots(number))
        cue = next((cue for cue in cues if cue and cue.subject), None)
        if cue is None or cue.subject is None:
            return self._carried(quotation, frames[0], frames[0].spots(number), previous)
        speaker = self.speakers.mention(cue.subject)
        if cue.first.sentence:
            self.speakers.remember(speaker, cue.first.sentence.number)
        return Attribution(speaker, self._mention(cue.first, cue.last))

    def _cue(self, quotation: Quotation, around: Frame, spots: Sequence[int]) -> _Cue | None:
        behind = (self._behind(around.after(spot), self._ends_open(quotation, spot, around)) for spot in spots)
        ahead = self._ahead(around.before(spots[0]))
        after = next((cue for cue in behind if cue and cue.subject), None)
        if not quotation.whole and ahead and ahead.subject:
            return ahead
        return after or ahead

    def _ends_open(self, quotation: Quotation, spot: int, around: Frame) -> bool:
        """Whether the words inside the marks end so that an attribution may follow: a comma, ? or ! or a dash."""
        item = around.items[spot]
        end = quotation.parts[item.part].end
        following = around.items[spot + 1].word if spot + 1 < len(around.items) else None
        comma = following is not None and following.text in {",", "—", "–", "-"}
        return comma or self.sheet.text[max(0, end - 6) : end].rstrip("'’").endswith(
            (",", "?", "!", "—", "–", "-", "...")
        )

    def _behind(self, items: Sequence[Item], open_end: bool) -> _Cue | None:
        """The cue after a quotation: "said X", "X said", "X told Y", "according to X", "quoted X as saying"."""
        items = [item for item in items if item.word][:_CUE_REACH]
        while items and _text(items[0]) in {",", "—", "–", "-", "…"}:
            items = items[1:]
        if not items:
            return None
        if items[0].lower == "according" and len(items) > 2:
            return _Cue(items[0], items[1], subjects.after(items[2:], self.names))
        if [item.lower for item in items[:4]] == ["in", "the", "words", "of"]:
            return _Cue(items[0], items[3], subjects.after(items[4:], self.names))
        if _says(items, 0):
            found = subjects.after(items[1:], self.names)
            return _Cue(items[0], items[0], found) if found else None
        return self._subject_first(items) if open_end else None

    def _subject_first(self, items: Sequence[Item]) -> _Cue | None:
        for at in range(1, len(items)):
            if not _says(items, at) or items[at].lower.endswith("ing"):
                continue
            quoted = _as_saying(items, at)
            if quoted:
                return _Cue(items[quoted], items[quoted], self._quoted_one(items, at))
            found = subjects.before(items[:at], self.names)
            if found:
                return _Cue(items[at], items[at], found)
        return None

    def _quoted_one(self, items: Sequence[Item], at: int) -> Subject | None:
        """Who is quoted: the name between "quoted" and "as saying", or the subject of "was quoted as saying"."""
        if items[at - 1].lower in {"was", "were", "is", "been"}:
            return subjects.before(items[:at], self.names)
        return subjects.after(items[at + 1 :], self.names)

    def _ahead(self, items: Sequence[Item]) -> _Cue | None:
        """The cue before a quotation: the nearest verb of saying in its sentence, a colon, or "according to"."""
        for at in range(len(items) - 1, 0, -1):
            if not _says(items, at):
                continue
            quoted = _as_saying(items, at)
            if quoted:
                return _Cue(items[quoted], items[quoted], self._quoted_one(items, at))
            if items[at].lower == "saying" and items[at - 1].lower == "as":
                continue
            found = self._subject_of(items, at)
            if found:
                return _Cue(items[at], items[at], found)
        return self._colon(items) or self._according(items)

    def _subject_of(self, items: Sequence[Item], at: int) -> Subject | None:
        """The subject of a verb: beside it, else, for "saying" and "and added", of the verb or clause before it."""
        before = list(items[:at])
        joined = before and (before[-1].lower in {"and", "but", "or"} or items[at].lower.endswith("ing"))
        if not joined:
            return subjects.before(before, self.names)
        for earlier in range(at - 1, 0, -1):
            if _says(items, earlier) and not items[earlier].lower.endswith("ing"):
                return subjects.before(items[:earlier], self.names)
        return self._first_name(before)

    def _first_name(self, items: Sequence[Item]) -> Subject | None:
        """The first name or pronoun of a sentence, its likely subject."""
        for at, item in enumerate(items):
            name = self.names.starting(item) if item.word else None
            if name and name.type in {"PERSON", "ORG"} and not name.possessor:
                return Subject(tuple(items[at : at + name.after - name.first]), name)
            if item.word and item.word.lower in {"he", "she", "they"}:
                return Subject((item,), pronoun=item.word.lower)
        return None

    def _colon(self, items: Sequence[Item]) -> _Cue | None:
        if not items or _text(items[-1]) != ":":
            return None
        found = subjects.before(items[:-1], self.names) if len(items) > 1 else None
        return _Cue(items[-1], items[-1], found or self._first_name(items))

    def _according(self, items: Sequence[Item]) -> _Cue | None:
        for at in range(len(items) - 2):
            if items[at].lower == "according" and items[at + 1].lower == "to":
                return _Cue(items[at], items[at + 1], subjects.after(items[at + 2 :], self.names))
        return None

    def _carried(
        self, quotation: Quotation, around: Frame, spots: Sequence[int], previous: tuple[Attribution, bool]
    ) -> Attribution:
        """A whole quotation without a cue goes on speaking with the voice before it."""
        attribution, here = previous
        if not quotation.whole or attribution.speaker is None or not spots:
            return Attribution()
        bare = not any(item.word for item in around.before(spots[0]) + around.after(spots[-1]))
        starts = not any(item.word for item in around.items[: spots[0]])
        if not bare or not (here or starts):
            return Attribution()
        return Attribution(Mention(*_plain(attribution.speaker), attribution.speaker.name, "pronoun"))

    def _mention(self, first: Item, last: Item) -> Mention:
        start = first.word.start if first.word else 0
        end = last.word.end if last.word else 0
        return Mention(self.sheet.text[start:end], start, end)


def _plain(mention: Mention) -> tuple[str, int, int]:
    return mention.text, mention.start, mention.end


def _says(items: Sequence[Item], at: int) -> bool:
    """Whether a word is a verb of saying here, and no noun ("the claims")."""
    if items[at].lower == "went" and at + 1 < len(items) and items[at + 1].lower == "on":
        return at + 2 == len(items) or items[at + 2].lower in {",", ":"}
    if items[at].lower not in lexicon.words("saying") or _text(items[at])[:1].isupper():
        return False
    return at == 0 or items[at - 1].lower not in lexicon.words("noun_marks")


def _as_saying(items: Sequence[Item], at: int) -> int | None:
    """The index of "saying" in "quoted X as saying"."""
    if items[at].lower not in {"quoted", "cited", "quotes", "cites", "quoting", "citing"}:
        return None
    for later in range(at + 1, min(len(items) - 1, at + 8)):
        if items[later].lower == "as" and items[later + 1].lower in {"saying", "telling", "writing"}:
            return later + 1
    return None


def _text(item: Item) -> str:
    return item.word.text if item.word else ""
