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
from factcheck.types import ConflictDraft, ConflictKind, Level

Comparator = Callable[[Event], Iterator[ConflictDraft]]

ORDER = (Level.INFO, Level.STYLE, Level.DISCREPANCY, Level.ERROR)


@dataclass(frozen=True, slots=True)
class Rule:
    """How a kind of conflict is found and weighed.

    ``level`` is the highest that the kind may claim. A draft's own score says how sure the comparator is; ``weight``
    is what the error costs, and their product is the place in the queue. What stays below ``threshold`` is not
    shown. ``edits`` tells whether an approved reading may be written into the other articles. ``compare`` is None
    where another kind's comparator finds this kind on its way.
    """

    label: str
    level: Level
    weight: float
    threshold: float
    edits: bool
    compare: Comparator | None = None


RULES: Mapping[ConflictKind, Rule] = {
    ConflictKind.NAME_SPELLING: Rule("Spelling of a name", Level.ERROR, 1.0, 0.3, True, name_spelling.compare),
    ConflictKind.SECOND_REFERENCE: Rule("Second reference", Level.ERROR, 0.9, 0.3, True, second_reference.compare),
    ConflictKind.REAL_WORD: Rule("Wrong word", Level.ERROR, 1.0, 0.3, True, real_word.compare),
    ConflictKind.QUOTE_WORDING: Rule("Words of a quotation", Level.ERROR, 0.95, 0.15, True, quote_wording.compare),
    ConflictKind.TRANSLATION: Rule("Translation", Level.DISCREPANCY, 0.8, 0.15, False, translation.compare),
    ConflictKind.ROLE: Rule("Title", Level.ERROR, 0.9, 0.5, True, role.compare),
    ConflictKind.TEMPORAL_CHANGE: Rule("Change of office", Level.INFO, 0.4, 0.3, False, temporal_change.compare),
    ConflictKind.ATTRIBUTION: Rule("Speaker", Level.ERROR, 0.9, 0.3, False, attribution.compare),
    ConflictKind.SETTING: Rule("Setting", Level.DISCREPANCY, 0.8, 0.3, False, setting.compare),
    ConflictKind.HEDGING: Rule("Hedging", Level.DISCREPANCY, 0.9, 0.3, True, hedging.compare),
    ConflictKind.FIGURE: Rule("Figure", Level.DISCREPANCY, 0.85, 0.3, True, figure.compare),
    ConflictKind.DATE: Rule("Day", Level.DISCREPANCY, 0.8, 0.3, True, date.compare),
    ConflictKind.PLACE: Rule("Place", Level.DISCREPANCY, 0.8, 0.3, True, place.compare),
    ConflictKind.PROVENANCE: Rule("Old quotation", Level.DISCREPANCY, 0.85, 0.3, False, old_quotation.compare),
    ConflictKind.INCONSISTENCY: Rule("Contradiction within", Level.DISCREPANCY, 0.8, 0.3, False, inconsistency.compare),
    ConflictKind.QUOTE_MARKS: Rule("Quotation marks", Level.STYLE, 0.75, 0.15, True, quote_marks.compare),
    ConflictKind.FOREIGN_RESIDUE: Rule("Foreign words", Level.ERROR, 0.8, 0.3, True, foreign_residue.compare),
    ConflictKind.GRAMMAR: Rule("Grammar", Level.ERROR, 0.8, 0.3, True, grammar.compare),
    ConflictKind.SPELLING: Rule("Spelling", Level.ERROR, 0.8, 0.3, True, spelling.compare),
    ConflictKind.OTHER_EVENT: Rule("Another event", Level.INFO, 0.5, 0.3, False, other_event.compare),
}
