"""What a digest is composed from: plain data, read off the story once."""

from dataclasses import dataclass, field
from datetime import datetime

from factcheck.digest.framing import Earlier, MaterialComposition, MaterialSignature, MaterialWaiver, Site
from factcheck.types import Verdict


@dataclass(frozen=True, slots=True)
class CarriedQuote:
    """A quotation as one article carries it: ``start`` to ``end`` are its words without the marks.

    ``parts`` are the ranges of a quotation that its speaker's name or a new paragraph interrupts.
    """

    start: int
    end: int
    speaker: str = ""
    translated: bool = False
    parts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Where an article names a person: ``name`` is the full name that it gives."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class MaterialArticle:
    """One article. ``excluded`` is the reason why it cannot be used at all, empty where it can.

    ``origin`` is the number of the origin that it goes back to, shared by its copies; None: its own. ``name`` tells
    it from other reports of its source in this story, empty where there are none; ``sigil`` is the short name that no
    other report of the story has. ``replaces`` is the earlier version of the same copy. ``wire_id`` is what the agency
    itself calls it by, ``desk_address`` where the agency's desk answers; empty where nobody knows. Moments are ISO
    strings.
    """

    pk: int
    source: str
    headline: str
    text: str
    segments: tuple[tuple[str, int, int], ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    filed_on: str = ""
    sha256: str = ""
    truncated: bool = False
    excluded: str = ""
    origin: int | None = None
    name: str = ""
    quotes: tuple[CarriedQuote, ...] = ()
    sigil: str = ""
    wire_id: str = ""
    version: int = 1
    replaces: int | None = None
    byline: str = ""
    dateline: str = ""
    received_at: str = ""
    embargo_until: str = ""
    killed: bool = False
    people: tuple[Named, ...] = ()
    source_slug: str = ""
    desk_address: str = ""
    language: str = "en"

    @property
    def label(self) -> str:
        """What the report is called in sentences: its source, and its own name where the source has several."""
        return f"{self.source} ({self.name})" if self.name else self.source

    @property
    def goes_back_to(self) -> tuple[str, int]:
        """What the report is counted by as a witness: the origin that copies share, else the report itself."""
        return ("own", self.pk) if self.origin is None else ("copy", self.origin)


@dataclass(frozen=True, slots=True)
class MaterialWitness:
    """Where an article carries a reading. ``words`` are those that stood there when it was found; None: not kept."""

    article: int
    start: int
    end: int
    words: str | None = None


@dataclass(frozen=True, slots=True)
class MaterialReading:
    """One variant of a disputed point with its witnesses."""

    pk: int
    text: str
    origins: int = 1
    witnesses: tuple[MaterialWitness, ...] = ()

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that carry it, each once."""
        return tuple(dict.fromkeys(witness.article for witness in self.witnesses))


@dataclass(frozen=True, slots=True)
class Ruling:
    """The decision that settled a conflict. ``readings`` are the approved ones, ``text`` the editor's own value.

    ``person`` is the number of the editor, who cannot sign what comes of it.
    """

    decision: int
    verdict: Verdict
    editor: str
    made_at: datetime
    readings: tuple[int, ...] = ()
    text: str = ""
    person: int = 0


@dataclass(frozen=True, slots=True)
class MaterialDecision:
    """One recorded act on a conflict. ``text`` is the value or the reading that it names; ``stands``: nobody took it
    back.
    """

    pk: int
    verdict: Verdict
    editor: str
    made_at: datetime
    readings: tuple[int, ...] = ()
    text: str = ""
    note: str = ""
    stands: bool = True


@dataclass(frozen=True, slots=True)
class MaterialRule:
    """By which rule a conflict was found: its measures from the table, and the version of the program."""

    version: str = ""
    threshold: float = 0.0
    cost: float = 0.0
    precision: float | None = None


@dataclass(frozen=True, slots=True)
class MaterialConflict:
    """One disputed point, ``rank`` its place in the queue.

    ``edits`` tells whether what was approved may be written into the articles. ``decisions`` are all that were
    recorded, oldest first.
    """

    pk: int
    kind: str
    kind_label: str
    level: str
    summary: str
    edits: bool
    readings: tuple[MaterialReading, ...]
    suggested: str | None = None
    rank: int = 0
    ruling: Ruling | None = None
    notes: tuple[str, ...] = ()
    key: str = ""
    reason: str = ""
    state: str = "open"
    rejected: tuple[int, ...] = ()
    decisions: tuple[MaterialDecision, ...] = ()
    rule: MaterialRule = MaterialRule()

    @property
    def approved(self) -> tuple[MaterialReading, ...]:
        """The readings that an editor approved, the one first that the others are corrected to.

        That is the suggestion, where it is among them, and else the one that most origins carry. What is printed
        nowhere any more comes last, whatever carried it.
        """
        if self.ruling is None or self.ruling.verdict is not Verdict.APPROVE:
            return ()
        standing = [reading for reading in self.readings if reading.pk in self.ruling.readings]
        return tuple(sorted(standing, key=lambda one: (one.text != self.suggested, not one.witnesses, -one.origins)))

    @property
    def approved_text(self) -> str | None:
        """The words that an editor says are right; None where nothing was approved. Empty: the words should go.

        Where several readings were approved, the words that are put in the place of the others.
        """
        if self.ruling and self.ruling.verdict is Verdict.REPLACE:
            return self.ruling.text
        return self.approved[0].text if self.approved else None

    @property
    def allowed(self) -> frozenset[str]:
        """All words that may stand; empty where an editor has not said which."""
        words = [self.approved_text, *(reading.text for reading in self.approved)]
        return frozenset(text for text in words if text is not None)

    @property
    def attested(self) -> bool:
        """Whether the approved words were a reading or the suggestion, not words that an editor made up."""
        return self.approved_text in {self.suggested, *(reading.text for reading in self.readings)}

    def upholds(self, reading: MaterialReading) -> bool:
        """Whether an editor says that this reading is right."""
        return reading.text in self.allowed

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that carry any reading, each once."""
        return tuple(dict.fromkeys(article for reading in self.readings for article in reading.articles))


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A place whose words are open; ``on_purpose``: an editor looked, and says that the desk cannot tell."""

    article: int
    start: int
    end: int
    conflict: int
    on_purpose: bool


@dataclass(frozen=True, slots=True)
class AgreedPoint:
    """What reports of several origins tell alike: ``spots`` are (article, start, end), one an article."""

    kind: str
    words: str
    spots: tuple[tuple[int, int, int], ...]
    origins: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """A story with its decisions. ``now`` is the moment of composing, in the desk's own zone."""

    slug: str
    title: str
    now: datetime
    articles: tuple[MaterialArticle, ...] = ()
    conflicts: tuple[MaterialConflict, ...] = ()
    agreed: tuple[AgreedPoint, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    site: Site = field(default_factory=Site)
    composition: MaterialComposition = field(default_factory=MaterialComposition)
    waivers: tuple[MaterialWaiver, ...] = ()
    signatures: tuple[MaterialSignature, ...] = ()
