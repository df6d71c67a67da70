"""One name, two spellings, one of them wrong.

A spelling is suspect when nobody bears it in full, and it stands near an introduced name, in a slot where that name
belongs. Distance alone says nothing: Lan, Lun and Land are three names.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.collation.event import Event
from factcheck.collation.keys import key
from factcheck.collation.likeness import near_given, near_name, romanised
from factcheck.collation.name_choice import Spelling, preferred
from factcheck.collation.people import Person, Use, folded, headlined, introduced, lone, people, unknown_pairs
from factcheck.collation.suggest import readings
from factcheck.collation.words import zipf
from factcheck.extraction import gazetteer, lexicon
from factcheck.extraction.chunks import given_names
from factcheck.extraction.words import tokenise
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, Level, WitnessDraft

STRONG_SLOTS = frozenset({"between", "honorific", "title", "saying"})
# A suspect spelling that is an English word or another name needs a strong slot; one that nobody lists does not.
LISTED_WORD = 2.5
SCORE_SLOT, SCORE_WORD, SCORE_FULL, SCORE_GIVEN, SCORE_STYLE = 0.97, 0.8, 0.95, 0.9, 0.3
EVEN = 0.8
PLURAL_BEFORE = frozenset({"the", "two", "three", "both", "other", "many", "these", "those"})


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each pair of spellings."""
    found = (*_lone(event), *_full(event), *_unknown(event))
    asked = {form for spelling in found for form in spelling.forms.values()}
    printed = event.archive.printed(asked) if asked else {}
    for spelling in found:
        yield _draft(event, spelling, printed)


def _lone(event: Event) -> Iterator[Spelling]:
    """Spellings that stand alone, beside the introduced name that they are near to."""
    suspects: dict[tuple[str, str], list[Use]] = {}
    owners: dict[tuple[str, str], Person] = {}
    for use in lone(event):
        owner = _owner(event, use)
        if owner is not None:
            suspects.setdefault((use.text, owner.family), []).append(use)
            owners[use.text, owner.family] = owner
    for (wrong, right), uses in suspects.items():
        score = SCORE_SLOT if any(use.slot in STRONG_SLOTS for use in uses) else SCORE_WORD
        groups = {wrong: _witnesses(event, uses), right: _proofs(event, owners[wrong, right], uses)}
        yield Spelling(wrong, right, groups, score, {wrong: wrong, right: right})


def _owner(event: Event, use: Use) -> Person | None:
    """The introduced person whose name a lone word misspells."""
    if folded(use.text) in introduced(event) or not _may_be_a_slip(use):
        return None
    known = [person for person in people(event) if _fits(event, use, person)]
    here = [person for person in known if use.article.name in person.articles]
    nearest = sorted(here or known, key=lambda person: (near_name(use.text, person.family), person.name))
    return nearest[0] if nearest else None


def _may_be_a_slip(use: Use) -> bool:
    """A capitalised word that is no name of a place, a people or a given name, nor an everyday word without a slot."""
    text = use.text
    if text.isupper() or text in given_names() or gazetteer.match(list(tokenise(text, 0, len(text))), 0):
        return False
    if use.slot in STRONG_SLOTS:
        return not (use.first and use.slot != "saying" and lexicon.everyday(text))
    return zipf(text.lower()) < LISTED_WORD


def _fits(event: Event, use: Use, person: Person) -> bool:
    """Whether a word is a slip of the person's family name, where it stands."""
    if not near_name(use.text, person.family) or use.text == person.family:
        return False
    if use.text in {f"{person.family}s", f"{person.family}es"} and (use.first or use.before in PLURAL_BEFORE):
        return False
    return use.article.name in person.articles or (
        use.slot in STRONG_SLOTS and any(held.article.name == use.article.name for held in _alone(event, person))
    )


def _alone(event: Event, person: Person) -> list[Use]:
    return [use for use in lone(event) if use.text == person.family]


def _proofs(event: Event, owner: Person, uses: Sequence[Use]) -> tuple[WitnessDraft, ...]:
    """The right spelling: where each article first gives the name in full, and where the article itself has it."""
    found = [
        _family(event, owner, next(use for use in owner.fulls if use.article.name == name)) for name in owner.articles
    ]
    for name in sorted({use.article.name for use in uses}):
        article = event.article(name)
        own = [*headlined(event, article, owner.family), *(u for u in _alone(event, owner) if u.article is article)]
        found += [event.witness(article, use.start, use.end) for use in own[:1]]
    return tuple(sorted(set(found), key=lambda w: (w.article, w.start)))


def _family(event: Event, person: Person, use: Use) -> WitnessDraft:
    """The family name inside a full name."""
    return _part(event, use, person.family)


def _part(event: Event, use: Use, part: str) -> WitnessDraft:
    at = use.text.find(part)
    if at < 0:
        return event.witness(use.article, use.start, use.end)
    return event.witness(use.article, use.start + at, use.start + at + len(part))


def _witnesses(event: Event, uses: Sequence[Use]) -> tuple[WitnessDraft, ...]:
    found = {event.witness(use.article, use.start, use.end) for use in uses}
    return tuple(sorted(found, key=lambda w: (w.article, w.start)))


def _full(event: Event) -> Iterator[Spelling]:
    """Full names that differ by a slip in one part."""
    for one, other in combinations(people(event), 2):
        if one.family_first != other.family_first or _plural(one.family, other.family):
            continue
        same_given = folded(one.given) == folded(other.given)
        if same_given and near_name(one.family, other.family):
            yield _pair(event, one, other, one.family, other.family, SCORE_FULL)
        elif folded(one.family) == folded(other.family) and near_given(one.given, other.given):
            apart = not one.articles & other.articles
            yield _pair(event, one, other, one.given, other.given, SCORE_GIVEN if apart else SCORE_WORD)


def _plural(one: str, other: str) -> bool:
    """Two forms of an English word, which no name is: "Reserve" and "Reserves"."""
    low, high = sorted((one.lower(), other.lower()))
    return high == f"{low}s" and lexicon.everyday(low) and lexicon.everyday(high)


def _unknown(event: Event) -> Iterator[Spelling]:
    """Two capitalised words that nobody knows, one of which is an introduced person's and the other nearly so."""
    found: dict[tuple[str, str, Person], list[Use]] = {}
    for given, family in unknown_pairs(event):
        for person in people(event):
            if family.text == person.family and near_given(given.text, person.given):
                found.setdefault((given.text, person.given, person), []).append(given)
            elif given.text == person.given and near_name(family.text, person.family):
                found.setdefault((family.text, person.family, person), []).append(family)
    for (wrong, right, person), uses in found.items():
        groups = {wrong: _witnesses(event, uses), right: _everywhere(event, person, right)}
        full = person.name.replace(right, wrong, 1)
        yield Spelling(wrong, right, groups, SCORE_GIVEN, {wrong: full, right: person.name})


def _pair(event: Event, one: Person, other: Person, left: str, right: str, score: float) -> Spelling:
    groups = {left: _everywhere(event, one, left), right: _everywhere(event, other, right)}
    return Spelling(left, right, groups, score, {left: one.name, right: other.name})


def _everywhere(event: Event, person: Person, part: str) -> tuple[WitnessDraft, ...]:
    """A spelling wherever it stands: in full names, and alone where it is the family name."""
    found = {_part(event, use, part) for use in person.fulls}
    if part == person.family:
        found |= {event.witness(use.article, use.start, use.end) for use in _alone(event, person)}
    return tuple(sorted(found, key=lambda w: (w.article, w.start)))


def _draft(event: Event, spelling: Spelling, printed: Mapping[str, int]) -> ConflictDraft:
    style = romanised(spelling.one, spelling.other)
    suggested, reason, sure = preferred(event, spelling, printed)
    wrong = spelling.one if suggested != spelling.one else spelling.other
    level = Level.STYLE if style else Level.ERROR if suggested and sure else Level.DISCREPANCY
    return ConflictDraft(
        kind=ConflictKind.NAME_SPELLING,
        level=level,
        score=SCORE_STYLE if style else spelling.score if suggested else spelling.score * EVEN,
        key=key(ConflictKind.NAME_SPELLING, *sorted((spelling.one, spelling.other))),
        summary=_summary(spelling, wrong, suggested if sure else None),
        readings=readings(event, spelling.groups, suggested),
        suggested=suggested,
        reason=reason,
    )


def _summary(spelling: Spelling, wrong: str, suggested: str | None) -> Phrase:
    if suggested is None:
        # That one of two is commoner elsewhere may be a namesake's doing: nobody is called wrong for it.
        one, other = sorted((spelling.one, spelling.other))
        return Phrase("The name is spelt “{one}” and “{other}”.", one=one, other=other)
    return Phrase("“{wrong}” stands where the name is “{right}”.", wrong=wrong, right=suggested)
