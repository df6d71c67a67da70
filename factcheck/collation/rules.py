"""The table of what collation looks for. A kind that is missing here is switched off."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from factcheck.collation import (
    attribution,
    date,
    figure,
    foreign_residue,
    grammar,
    hedging,
    inconsistency,
    name_spelling,
    old_quotation,
    other_event,
    place,
    quote_marks,
    quote_wording,
    real_word,
    role,
    second_reference,
    setting,
    spelling,
    temporal_change,
    translation,
)
from factcheck.collation.event import Event
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, Level

Comparator = Callable[[Event], Iterator[ConflictDraft]]

ORDER = (Level.INFO, Level.STYLE, Level.DISCREPANCY, Level.ERROR)


@dataclass(frozen=True, slots=True)
class Rule:
    """How a kind of conflict is found and weighed.

    ``level`` is the highest that the kind may claim. ``cost`` is what the error costs, 0 to 1: times the probability
    that an editor acts it is the place in the queue. What the comparator is less sure of than ``threshold`` is not
    shown. ``precision`` is the share of what the kind shows on clean copy that is right, 0 to 1: of the alarms on
    unchanged reports that were read one by one (docs/benchmarks.md), those that an editor would want; None where
    fewer than ten were read. ``edits`` tells whether an approved reading may be written into the other articles.
    ``compare`` is None where another kind's comparator finds this kind on its way.
    """

    label: Phrase
    level: Level
    cost: float
    threshold: float
    precision: float | None
    edits: bool
    compare: Comparator | None = None


RULES: Mapping[ConflictKind, Rule] = {
    ConflictKind.NAME_SPELLING: Rule(
        Phrase("Spelling of a name"), Level.ERROR, 1.0, 0.3, 0.83, True, name_spelling.compare
    ),
    ConflictKind.SECOND_REFERENCE: Rule(
        Phrase("Second reference"), Level.ERROR, 0.9, 0.3, None, True, second_reference.compare
    ),
    ConflictKind.REAL_WORD: Rule(Phrase("Wrong word"), Level.ERROR, 1.0, 0.3, None, True, real_word.compare),
    ConflictKind.QUOTE_WORDING: Rule(
        Phrase("Words of a quotation"), Level.ERROR, 0.95, 0.15, 0.83, True, quote_wording.compare
    ),
    ConflictKind.TRANSLATION: Rule(
        Phrase("Translation"), Level.DISCREPANCY, 0.8, 0.15, None, False, translation.compare
    ),
    ConflictKind.ROLE: Rule(Phrase("Title"), Level.ERROR, 0.9, 0.5, None, True, role.compare),
    ConflictKind.TEMPORAL_CHANGE: Rule(
        Phrase("Change of office"), Level.INFO, 0.4, 0.3, None, False, temporal_change.compare
    ),
    ConflictKind.ATTRIBUTION: Rule(Phrase("Speaker"), Level.ERROR, 0.9, 0.3, None, False, attribution.compare),
    ConflictKind.SETTING: Rule(Phrase("Setting"), Level.DISCREPANCY, 0.8, 0.3, None, False, setting.compare),
    ConflictKind.HEDGING: Rule(Phrase("Hedging"), Level.DISCREPANCY, 0.9, 0.3, None, True, hedging.compare),
    ConflictKind.FIGURE: Rule(Phrase("Figure"), Level.DISCREPANCY, 0.85, 0.3, 0.3, True, figure.compare),
    ConflictKind.DATE: Rule(Phrase("Day"), Level.DISCREPANCY, 0.8, 0.3, 0.2, True, date.compare),
    ConflictKind.PLACE: Rule(Phrase("Place"), Level.DISCREPANCY, 0.8, 0.3, None, True, place.compare),
    ConflictKind.PROVENANCE: Rule(
        Phrase("Old quotation"), Level.DISCREPANCY, 0.85, 0.3, None, False, old_quotation.compare
    ),
    ConflictKind.INCONSISTENCY: Rule(
        Phrase("Contradiction within"), Level.DISCREPANCY, 0.8, 0.3, None, False, inconsistency.compare
    ),
    ConflictKind.QUOTE_MARKS: Rule(Phrase("Quotation marks"), Level.STYLE, 0.75, 0.15, None, True, quote_marks.compare),
    ConflictKind.FOREIGN_RESIDUE: Rule(
        Phrase("Foreign words"), Level.ERROR, 0.8, 0.3, None, True, foreign_residue.compare
    ),
    ConflictKind.GRAMMAR: Rule(Phrase("Grammar"), Level.ERROR, 0.8, 0.3, None, True, grammar.compare),
    ConflictKind.SPELLING: Rule(Phrase("Spelling"), Level.ERROR, 0.8, 0.3, 0.94, True, spelling.compare),
    ConflictKind.OTHER_EVENT: Rule(Phrase("Another event"), Level.INFO, 0.5, 0.3, None, False, other_event.compare),
}
