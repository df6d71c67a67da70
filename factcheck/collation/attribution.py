"""The same words given to different speakers. Strict: a name beside a verb of saying on both sides, or nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factcheck.collation.event import Event
from factcheck.collation.keys import key
from factcheck.collation.lexicon import GROUPS
from factcheck.collation.links import remarks
from factcheck.collation.passages import Passage, passages
from factcheck.collation.phrasing import either, marked
from factcheck.collation.suggest import origins, printed, readings
from factcheck.collation.words import content, is_function_word, normal, rarity
from factcheck.phrase import Phrase
from factcheck.types import ClaimKind, ConflictDraft, ConflictKind, Level, Mention, WitnessDraft

SCORE, DECIDED, GROUP = 0.7, 0.9, 0.5
UNTOLD = Phrase("Nothing tells who said it.")
INDEPENDENT = 2
# What a few quoted words must have before another report's speaker is held against a group: two telling, rare words.
TELLING, RARE = 2, 0.9
# So many words within a reporter's sentence are a clause of the speaker's own.
CLAUSE = 8
PLAIN = frozenset({"said", "says", "say", "told", "tells", "wrote", "writes", "added", "adds"})
# Marks inside other marks are single ones; what ends a part of a quotation belongs to the sentence around it.
INNER = str.maketrans('“”"', "‘’'")
EDGES = " \n,;:—–-"

Voices = Mapping[str, Sequence[WitnessDraft]]


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One remark with two speakers by name; words of one person that a report gives to a group."""
    for remark in remarks(event):
        voices = _voices(event, remark)
        if len(voices) > 1:
            yield _swapped(event, remark, voices)
    for passage in passages(event):
        if _group(passage) and passage.claim.speaker:
            yield from _shared_out(event, passage, passage.claim.speaker)


def _voices(event: Event, remark: Sequence[Passage]) -> Voices:
    """The speakers of a remark by family name, each with the words that name them."""
    found: dict[str, list[WitnessDraft]] = {}
    for passage in remark:
        speaker = passage.claim.speaker
        if speaker and speaker.evidence == "adjacent" and _direct(passage) and _person(passage):
            witness = event.witness(passage.article, speaker.start, speaker.end)
            same = (name for name in found if set(normal(name)) & passage.speaker)
            found.setdefault(next(same, speaker.name), []).append(witness)
    return {printed(witnesses): witnesses for witnesses in found.values()}


def _direct(passage: Passage) -> bool:
    """True for sentences of someone's own, or a long clause that they plainly said; a few words may be anybody's."""
    telling = [word.text for word in passage.words if not is_function_word(word.norm)]
    own = passage.claim.value.get("mode") == "direct" or (len(passage.words) >= CLAUSE and _plainly_said(passage))
    return own and not all(text[0].isupper() for text in telling)


def _plainly_said(passage: Passage) -> bool:
    """True for "said" and the like: who denies words does not say them, and "calling it" may hang from any name."""
    return passage.claim.cue is not None and passage.claim.cue.text.lower() in PLAIN


def _person(passage: Passage) -> bool:
    """True when the article itself knows the speaker as a person with more than one name."""
    return any(
        claim.kind is ClaimKind.NAME and claim.subject == passage.claim.subject and claim.value.get("type") == "PERSON"
        for claim in passage.article.claims
    )


def _swapped(event: Event, remark: Sequence[Passage], voices: Voices) -> ConflictDraft:
    counts = {name: origins(event, witnesses) for name, witnesses in voices.items()}
    best = max(counts, key=lambda name: (counts[name], name))
    alone = sum(counts.values()) - counts[best] <= 1
    suggested = best if counts[best] >= INDEPENDENT and alone else None
    words = min((_said(passage) for passage in remark), key=lambda text: (len(text), text))
    found = readings(event, voices, suggested)
    return ConflictDraft(
        kind=ConflictKind.ATTRIBUTION,
        level=Level.ERROR if suggested else Level.DISCREPANCY,
        score=DECIDED if suggested else SCORE,
        key=key(ConflictKind.ATTRIBUTION, *sorted(_rarest(remark))),
        summary=Phrase(
            "The words {words} are given to {speakers}.",
            words=marked(words),
            speakers=either([reading.text for reading in found]),
        ),
        readings=found,
        suggested=suggested,
        reason=Phrase("{number} independent reports name {name}.", number=counts[best], name=best)
        if suggested
        else UNTOLD,
    )


def _said(passage: Passage) -> str:
    """The first words of a quotation, up to where its attribution breaks it, as one puts them between marks."""
    start, end = (passage.claim.value.get("parts") or [[passage.claim.start, passage.claim.end]])[0]
    return passage.article.copy.text[start:end].translate(INNER).strip(EDGES)


def _rarest(remark: Sequence[Passage]) -> list[str]:
    """The rarest words that any two reports of a remark share: they name it, also when a shorter quotation joins."""
    told = {(passage.article.name, norm) for passage in remark for norm in content(passage.norms)}
    shared = [norm for norm, count in Counter(norm for _, norm in told).items() if count > 1]
    return sorted(shared, key=lambda norm: (-rarity(norm), norm))[:TELLING]


def _group(passage: Passage) -> bool:
    """True when several unnamed people are said to have said a few telling words."""
    speaker, telling = passage.claim.speaker, content(passage.norms)
    if speaker is None or speaker.name or len(telling) < TELLING or sum(map(rarity, telling)) < RARE:
        return False
    return bool(GROUPS & set(normal(speaker.text)[-1:]))


def _shared_out(event: Event, group: Passage, speaker: Mention) -> Iterator[ConflictDraft]:
    """The words of a group that stand inside one person's quotation elsewhere."""
    found: dict[str, list[WitnessDraft]] = {}
    for passage in passages(event):
        at = _within(group.norms, passage.norms)
        span = passage.span(at, at + len(group.norms)) if at is not None else None
        if span and passage.article is not group.article and _person(passage):
            found.setdefault(passage.claim.subject, []).append(event.witness(passage.article, span.start, span.end))
    if len(found) == 1:
        own = event.witness(group.article, group.claim.start, group.claim.end)
        yield _joint(event, group, {speaker.text: [own], **found})


def _within(part: Sequence[str], whole: Sequence[str]) -> int | None:
    size = len(part)
    starts = (i for i in range(len(whole) - size + 1) if list(whole[i : i + size]) == list(part))
    return next(starts, None) if len(whole) > size else None


def _joint(event: Event, group: Passage, voices: Voices) -> ConflictDraft:
    several, one = voices
    counts = origins(event, voices[one])
    suggested = one if counts >= INDEPENDENT else None
    return ConflictDraft(
        kind=ConflictKind.ATTRIBUTION,
        level=Level.DISCREPANCY,
        score=GROUP,
        key=key(ConflictKind.ATTRIBUTION, *group.norms),
        summary=Phrase(
            "{words} is given to “{several}”; elsewhere the words are {one}’s alone.",
            words=marked(_said(group)),
            several=several,
            one=one,
        ),
        readings=readings(event, voices, suggested),
        suggested=suggested,
        reason=Phrase("{number} independent reports quote {name}.", number=counts, name=one) if suggested else UNTOLD,
    )
