"""Groups: the bodies and groups that "it" and "they" mean, which are those that spoke last."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.extraction import lexicon
from factcheck.extraction.quotes import Attribution, Told
from factcheck.extraction.sheet import Sheet
from factcheck.extraction.speakers import Speakers
from factcheck.types import Mention

# How many sentences back the group may have spoken.
_REACH = 3
_ONE, _SEVERAL = "it", "they"
_SINGULAR = frozenset({"police", "people", "media"})


@dataclass(slots=True)
class _Heard:
    """Who spoke last, by the pronoun that would mean it: the name or words, and the number of the sentence."""

    speakers: Speakers
    sheet: Sheet
    last: dict[str, tuple[str, int]] = field(default_factory=dict)

    def read(self, mention: Mention) -> str:
        """The name of a speaker who is none of the persons, as far as what came before tells it."""
        sentence = self.sheet.sentence_at(mention.start)
        number = sentence.number if sentence else 0
        pronoun = mention.text.lower()
        if pronoun in {_ONE, _SEVERAL}:
            name, spoke = self.last.get(pronoun, ("", -_REACH - 1))
            return name if number - spoke <= _REACH else ""
        kind = self._kind(mention)
        if kind:
            self.last[kind] = (mention.name or mention.text.removeprefix("the ").removeprefix("The "), number)
        return mention.name

    def _kind(self, mention: Mention) -> str:
        words = mention.text.lower().split()
        if mention.evidence == "nominal" and len(words) > 1 and _plural(words[-1]):
            return _SEVERAL
        body = mention.name and self.speakers.resolver.person(mention.name) is None
        return _ONE if body and mention.evidence in {"adjacent", "document"} else ""


def _plural(word: str) -> bool:
    heads = lexicon.words("speakers")
    return word in heads and ((word.endswith("s") and word[:-1] in heads) or word in _SINGULAR)


def settle(
    sheet: Sheet, speakers: Speakers, said: Sequence[Attribution], told: Sequence[Told]
) -> tuple[list[Attribution], list[Told]]:
    """The attributions with the names of the bodies and groups that pronouns mean."""
    heard = _Heard(speakers, sheet)
    every = {a.speaker.start: a.speaker for a in (*said, *(row.said for row in told)) if a.speaker}
    names = {start: heard.read(every[start]) for start in sorted(every)}
    return [_named(a, names) for a in said], [replace(row, said=_named(row.said, names)) for row in told]


def _named(attribution: Attribution, names: dict[int, str]) -> Attribution:
    speaker = attribution.speaker
    if speaker is None or speaker.name or not names[speaker.start]:
        return attribution
    return replace(attribution, speaker=replace(speaker, name=names[speaker.start]))
