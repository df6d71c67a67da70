"""How agencies word a correction of their own copy: the table of dialects, and the rule for each form that one has.

AP calls a correction a correction, in the editor's note while the story is of today and as a corrective afterwards.
Reuters says CORRECTED where the meaning changes and REFILE where it does not, and "corrects" or "correcting" in both.
dpa files the whole item again under a line that says so. For whoever has no dialect here there is a plain one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from factcheck.digest.places import ENGLISH_PLACES, PlaceWords
from factcheck.types import ConflictKind

# What changes no meaning when it is put right as it was meant.
SLIPS = frozenset(
    {
        ConflictKind.SPELLING,
        ConflictKind.GRAMMAR,
        ConflictKind.STYLE,
        ConflictKind.QUOTE_MARKS,
        ConflictKind.FOREIGN_RESIDUE,
    }
)
# What changes none where it happened once, and the report itself has the name right elsewhere.
ONCE_MISPRINTED = frozenset({ConflictKind.NAME_SPELLING})


class Forms(NamedTuple):
    """Words for one and for several."""

    one: str
    many: str

    def of(self, number: int, **words: object) -> str:
        """Filled in for so many."""
        return (self.one if number == 1 else self.many).format(number=number, **words)


@dataclass(frozen=True, slots=True)
class QueryWords:
    """A letter to the agency's desk, sentence by sentence."""

    subject: str
    desk: str
    opening: Forms
    prints: str
    lacks: str
    others: Forms
    others_lack: Forms
    origins: Forms
    elsewhere: str
    decided: str
    decided_out: str
    meant: str
    meant_out: str
    rest: Forms
    closing: Forms
    signed: str


@dataclass(frozen=True, slots=True)
class Language:
    """What every dialect of a language shares."""

    quoted: str
    places: PlaceWords
    months: tuple[str, ...]
    day: str
    filed: str
    query: QueryWords

    def told(self, filed_on: str) -> str:
        """A day as it is printed; empty where it is not known."""
        if not filed_on:
            return ""
        day = date.fromisoformat(filed_on)
        return self.day.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def filed_words(self, filed_on: str) -> str:
        """The day in a sentence, with the space before it; empty where it is not known."""
        return self.filed.format(day=self.told(filed_on)) if filed_on else ""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of notice: ``why`` tells the editor when it is taken; the other words put the corrections together."""

    name: str
    why: str
    text: str
    change: str
    out: str
    put: str
    between: str = "; "


@dataclass(frozen=True, slots=True)
class Dialect:
    """An agency's own forms. ``slip`` is for what changes no meaning, ``later`` for copy of an earlier day."""

    language: Language
    usual: Form
    slip: Form | None = None
    later: Form | None = None

    def form(self, *, slip: bool, later: bool) -> Form:
        """The form for a notice."""
        if slip and self.slip:
            return self.slip
        return self.later if later and self.later else self.usual


def dialect(source: str, language: str) -> Dialect:
    """The dialect of a source, by its slug, for copy in a language: "de", or "de-AT"."""
    return DIALECTS.get((source, language.partition("-")[0].lower())) or DIALECTS.get((source, "")) or PLAIN


ENGLISH = Language(
    quoted="“{words}”",
    places=ENGLISH_PLACES,
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    day="{day} {month} {year}",
    filed=" of {day}",
    query=QueryWords(
        subject="Query: {headline}{details}",
        desk="To the desk of {source}",
        opening=Forms(
            "Your report “{headline}”{details} leaves us with a question:",
            "Your report “{headline}”{details} leaves us with {number} questions:",
        ),
        prints="{where}: you print {words}.",
        lacks="{where}: words seem to be missing.",
        others=Forms("1 other agency prints {words} ({names}).", "{number} other agencies print {words} ({names})."),
        others_lack=Forms(
            "1 other agency does without these words ({names}).",
            "{number} other agencies do without these words ({names}).",
        ),
        origins=Forms("; all from 1 origin", "; from {number} origins"),
        elsewhere="Your own {where} has {words}.",
        decided="Until we hear from you we go by {words}.",
        decided_out="Until we hear from you we leave the words out.",
        meant="Should it be {words}?",
        meant_out="Should the words go?",
        rest=Forms("One more point is not in this letter.", "{number} more points are not in this letter."),
        closing=Forms(
            "Could you please check it and tell us which is right? Many thanks.",
            "Could you please check them and tell us which is right? Many thanks.",
        ),
        signed="{name}, news desk",
    ),
)  # fmt: skip
AP_ENGLISH = Language(
    quoted=ENGLISH.quoted,
    places=ENGLISH.places,
    months=("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
    day="{month} {day}, {year}",
    filed=" filed {day}",
    query=ENGLISH.query,
)
GERMAN = Language(
    quoted="„{words}“",
    places=PlaceWords(
        "Absatz",
        "Absätze",
        "und",
        {
            "headline": "Überschrift",
            "line under the headline": "Unterzeile",
            "byline": "Autorenzeile",
            "dateline": "Ortsmarke",
            "caption": "Bildtext",
            "credit": "Bildnachweis",
            "matter around the copy": "Beiwerk",
            "copy": "Text",
        },
    ),
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    day="{day}. {month} {year}",
    filed=" vom {day}",
    query=QueryWords(
        subject="Rückfrage: {headline}{details}",
        desk="An die Redaktion von {source}",
        opening=Forms(
            "zu Ihrer Meldung „{headline}“{details} haben wir eine Frage:",
            "zu Ihrer Meldung „{headline}“{details} haben wir {number} Fragen:",
        ),
        prints="{where}: Sie melden {words}.",
        lacks="{where}: Hier scheinen Wörter zu fehlen.",
        others=Forms(
            "1 weitere Agentur meldet {words} ({names}).", "{number} weitere Agenturen melden {words} ({names})."
        ),
        others_lack=Forms(
            "1 weitere Agentur hat diese Wörter nicht ({names}).",
            "{number} weitere Agenturen haben diese Wörter nicht ({names}).",
        ),
        origins=Forms("; alle aus 1 Quelle", "; aus {number} Quellen"),
        elsewhere="An anderer Stelle ({where}) melden Sie {words}.",
        decided="Bis zu Ihrer Antwort halten wir uns an {words}.",
        decided_out="Bis zu Ihrer Antwort lassen wir die Wörter weg.",
        meant="Ist {words} gemeint?",
        meant_out="Sollen die Wörter entfallen?",
        rest=Forms(
            "Ein weiterer Punkt steht nicht in diesem Brief.",
            "{number} weitere Punkte stehen nicht in diesem Brief.",
        ),
        closing=Forms(
            "Könnten Sie das bitte prüfen und uns sagen, was richtig ist? Vielen Dank.",
            "Könnten Sie das bitte prüfen und uns sagen, was jeweils richtig ist? Vielen Dank.",
        ),
        signed="{name}, Nachrichtenredaktion",
    ),
)  # fmt: skip

MEANING = "A fact, a name, a figure or a quotation changes."
NO_MEANING = "Only slips are put right; no meaning changes."
AP = Dialect(
    AP_ENGLISH,
    Form(
        name="Editor’s note",
        why="The report is of today, so the correction goes into its editor’s note.",
        text="Eds: CORRECTION: Corrects {corrections}.",
        change="{where} to read {new} instead of {old}",
        out="{where} to delete {old}",
        put="{where} to add {new}",
    ),
    later=Form(
        name="Corrective",
        why="The report is of an earlier day, so the correction is a story of its own.",
        text="Correction: {headline}\n\nIn a story{filed}, The Associated Press reported erroneously: {corrections}.",
        change="{where} should read {new} instead of {old}",
        out="{where} should not have {old}",
        put="{where} should also have {new}",
    ),
)
REUTERS = Dialect(
    ENGLISH,
    Form(
        name="CORRECTED",
        why=MEANING,
        text="CORRECTED-{headline}\n\n(Corrects {corrections})",
        change="{where} to say {new} instead of {old}",
        out="{where} to delete {old}",
        put="{where} to add {new}",
    ),
    slip=Form(
        name="REFILE",
        why=NO_MEANING,
        text="REFILE-{headline}\n\n(Refiles, correcting {corrections})",
        change="{where} to say {new} instead of {old}",
        out="{where} to delete {old}",
        put="{where} to add {new}",
    ),
)
DPA_ENGLISH = Dialect(
    ENGLISH,
    Form(
        name="REFILE",
        why="The whole item is filed again as a corrected version.",
        text="REFILE\n{headline}\n\n(Corrects {corrections})",
        change="{where} to read {new} instead of {old}",
        out="{where} to delete {old}",
        put="{where} to add {new}",
    ),
)
DPA_GERMAN = Dialect(
    GERMAN,
    Form(
        name="Berichtigung",
        why="The whole item is filed again as a corrected version.",
        text="BERICHTIGUNG\n{headline}\n\n(Berichtigt: {corrections})",
        change="{where}: {new} statt {old}",
        out="{where}: {old} entfällt",
        put="{where}: {new} ergänzt",
    ),
)
PLAIN = Dialect(
    ENGLISH,
    Form(
        name="Correction",
        why="The agency has no form of its own here.",
        text="Correction: {headline}\n\nIn the report by {source}{filed}: {corrections}.",
        change="{where} should read {new} instead of {old}",
        out="{where} should not have {old}",
        put="{where} should also have {new}",
    ),
)
# By the source's slug and the language of the copy; an empty one stands for every language.
DIALECTS: Mapping[tuple[str, str], Dialect] = {
    ("ap", ""): AP,
    ("reuters", ""): REUTERS,
    ("dpa", ""): DPA_ENGLISH,
    ("dpa", "de"): DPA_GERMAN,
}
