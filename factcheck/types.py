"""The vocabulary: what travels between the stages. Nothing here knows Django or spaCy.

Every span is a range of Unicode code points of one article's ``text``, start inclusive, end exclusive.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class SegmentKind(StrEnum):
    """What a part of wire copy is. A body segment is one paragraph."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    BODY = "body"
    FURNITURE = "furniture"


class ClaimKind(StrEnum):
    """What an article can assert that a desk can check."""

    QUOTE = "quote"
    NAME = "name"
    ROLE = "role"
    FIGURE = "figure"
    DATE = "date"
    PLACE = "place"


class ConflictKind(StrEnum):
    """What can be in dispute; ``collation.rules`` says level and cost of each."""

    NAME_SPELLING = "name-spelling"
    SECOND_REFERENCE = "second-reference"
    QUOTE_WORDING = "quote-wording"
    REAL_WORD = "real-word"
    TRANSLATION = "translation"
    ATTRIBUTION = "attribution"
    ROLE = "role"
    TEMPORAL_CHANGE = "temporal-change"
    FIGURE = "figure"
    DATE = "date"
    PLACE = "place"
    SETTING = "setting"
    HEDGING = "hedging"
    QUOTE_MARKS = "quote-marks"
    FOREIGN_RESIDUE = "foreign-residue"
    SPELLING = "spelling"
    GRAMMAR = "grammar"
    INCONSISTENCY = "inconsistency"
    OTHER_EVENT = "other-event"
    PROVENANCE = "provenance"
    STYLE = "style"


class Level(StrEnum):
    """How bad it is: someone printed something wrong; they differ and an editor must choose; house style; a note."""

    ERROR = "error"
    DISCREPANCY = "discrepancy"
    STYLE = "style"
    INFO = "info"


class Verdict(StrEnum):
    """What an editor can record about a conflict.

    ``approve`` names a reading, or several that may stand; ``reject`` names one; ``replace`` carries the editor's own
    value; ``none`` says that no reading is right; ``unsure`` that the desk cannot tell; ``dismiss`` that this is no
    conflict and all readings stand; ``annotate`` adds a note to a reading or to the conflict; ``undo`` takes an earlier
    decision back.
    """

    APPROVE = "approve"
    REJECT = "reject"
    REPLACE = "replace"
    NONE = "none"
    UNSURE = "unsure"
    DISMISS = "dismiss"
    ANNOTATE = "annotate"
    UNDO = "undo"


class Deed(StrEnum):
    """The sorts of act that the desk's log keeps. What is moved, marked, waived, signed,
    issued or sent is only told there.
    """

    DECIDE = "decide"
    BULK = "bulk"
    SILENCE = "silence"
    RESTORE = "restore"
    HAND = "hand"
    UNDO = "undo"
    REDO = "redo"
    MOVE = "move"
    MARK = "mark"
    WAIVE = "waive"
    SIGN = "sign"
    ISSUE = "issue"
    SEND = "send"


class Scope(StrEnum):
    """How far "never again" reaches: this one card, its whole story, or every story of the desk."""

    CARD = "card"
    STORY = "story"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the copy with its kind."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WireCopy:
    """One piece of wire copy, parsed; ``text`` is as received, and every field below is read off it.

    ``source`` is a slug ("upi"), ``source_name`` its words ("UPI"); both empty when nothing tells them. ``dateline``
    is the text of the dateline. ``filed_on`` is the day of the dateline or of the given publication date. ``primary``
    tells that the source is one that others report of: whose words it are, who was there. ``notes`` are sentences for
    the editor on anything odd in the bytes (encoding, control characters, truncation).
    """

    name: str
    text: str
    segments: tuple[Segment, ...] = ()
    source: str = ""
    source_name: str = ""
    wire_id: str = ""
    headline: str = ""
    byline: str = ""
    dateline: str = ""
    dateline_place: str = ""
    filed_on: date | None = None
    language: str = "en"
    encoding: str = "utf-8"
    truncated: bool = False
    primary: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article that name a speaker or a cue. ``name`` is the canonical name where it is known.

    ``evidence`` tells how a speaker was found: adjacent (a name beside a verb of saying), pronoun, nominal ("the
    secretary"), document ("the readout"), or empty.
    """

    text: str
    start: int
    end: int
    name: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim not stored yet. ``value`` holds the keys of its kind, all JSON:

    quote   mode (direct, mixed, indirect), parts [[start, end], ...] without the marks, opened, closed (marks
            present), translated (the words were spoken in another language or through an interpreter), clause (of
            words in marks that are but a part of what is reported: the parts of the whole, the reporter's words and
            the marks included), confidence (0 to 1: that the speaker is who speaks), note (how the words came: "in
            Chinese", "through an interpreter", "according to a transcript")
    name    type (PERSON, ORG, GPE, LOC, NORP, EVENT, PRODUCT, WORK_OF_ART, LAW), entity (canonical name in the
            article), form (full, surname, given, acronym, short), slot (what in the sentence shows that a name stands
            here: title, between, saying, apposition, honorific, or empty), possessor and family_first where true
    role    person (canonical), person_span [start, end], office, organisation, country, time (former, then, acting
            or empty)
    figure  value (number, [low, high], share or score), unit, approximate, hedge, of (what is counted); the span
            takes in hedge and unit
    date    timex (TIMEX3 value), type (DATE, TIME, DURATION, SET), relative (needed the filing date), mod (TIMEX3
            modifier: START, APPROX, LESS_THAN, ...), anchor (filing; told where it hangs from a day told before; or
            empty), granularity (day, week, month, year, ..., vague)
    place   entity, kind (city, country, region, building, ...)

    ``subject`` is what the claim is about: the person of a name or role, the speaker's name of a quote, the thing
    counted, the entity. ``layer`` is the kind of the segment that it stands in.
    """

    kind: ClaimKind
    start: int
    end: int
    text: str
    subject: str = ""
    value: Mapping[str, Any] = field(default_factory=dict)
    speaker: Mention | None = None
    cue: Mention | None = None
    layer: SegmentKind = SegmentKind.BODY

    @property
    def quoted(self) -> bool:
        """Whether it is words in quotation marks: those alone may be held against other copy word for word."""
        return self.kind is ClaimKind.QUOTE and self.value.get("mode") != "indirect"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that the language pipeline takes for a slip: where it stands, what seems meant, how sure: 0 to 1."""

    start: int
    end: int
    meant: str
    sure: float


@dataclass(frozen=True, slots=True)
class ExtractedArticle:
    """What collation reads: the copy, its sentences, its claims and its doubtful words, all in order of start."""

    copy: WireCopy
    sentences: tuple[Span, ...] = ()
    claims: tuple[ClaimDraft, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def name(self) -> str:
        """The article's name within its cluster."""
        return self.copy.name


@dataclass(frozen=True, slots=True)
class WitnessDraft:
    """A span of the article called ``article`` that carries a reading; ``text`` is the span's words."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ReadingDraft:
    """One variant of a disputed point. ``origins`` counts independent witnesses: copies of one origin count once."""

    text: str
    suggested: bool
    witnesses: tuple[WitnessDraft, ...]
    origins: int = 1


@dataclass(frozen=True, slots=True)
class ConflictDraft:
    """A conflict not stored yet: ``summary`` is the sentence for the editor, ``reason`` why ``suggested`` is offered.

    A conflict inside one article may have a single reading (what is printed); ``suggested`` is then what it should
    be. ``suggested`` is None where an editor must choose, and "" where the words should go.

    A comparator gives as ``score`` how sure it is, 0 to 1. Collation keeps that as ``sureness`` and makes ``score`` the
    place in the queue, 0 to 1: the probability that an editor acts, times the cost of the error.
    """

    kind: ConflictKind
    level: Level
    score: float
    key: str
    summary: str
    readings: tuple[ReadingDraft, ...]
    suggested: str | None = None
    reason: str = ""
    sureness: float = 0.0


@dataclass(frozen=True, slots=True)
class Collation:
    """The result for one story: the event number of each article by name, and the conflicts, best first."""

    events: Mapping[str, int]
    conflicts: tuple[ConflictDraft, ...]
