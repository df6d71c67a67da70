"""What a comparison read and found, as plain data: by it the next one tells whether it would find the same."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, is_dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from factcheck.collation.archive import Archive, Calling, Earlier, Keys, Parts
from factcheck.collation.coreference import Model
from factcheck.collation.event import Event
from factcheck.phrase import Phrase, packed, unpacked
from factcheck.types import ConflictDraft, ConflictKind, Level, ReadingDraft, WitnessDraft

# A question to the archive: its name, and what it was asked with.
Question = tuple[str, Any]
Answer = TypeVar("Answer")
# The code, the word lists and the libraries that decide what a comparison finds.
READ = frozenset({".py", ".txt", ".json"})
LIBRARIES = ("wordfreq", "rapidfuzz")
# The sentences of a draft.
SAID = ("summary", "reason")
PACKAGE = Path(__file__).parents[1]
STAGES = (PACKAGE / "collation", PACKAGE / "extraction")
SHARED = (PACKAGE / "types.py", PACKAGE / "phrase.py")


class Listening:
    """An archive that keeps what it was asked and what it answered. Every answer is that of the archive behind it."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._answers: list[Any] = []
        self.asked: list[Question] = []

    def quotations(self, wanted: Sequence[Keys]) -> Sequence[Sequence[Earlier]]:
        """As ``Archive.quotations``."""
        return self._noted("quotations", _plain(wanted), self._archive.quotations(wanted))

    def printed(self, names: Collection[str]) -> Mapping[str, int]:
        """As ``Archive.printed``."""
        return self._noted("printed", _plain(set(names)), self._archive.printed(names))

    def called(self, names: Collection[Parts]) -> Mapping[Parts, Calling]:
        """As ``Archive.called``."""
        return self._noted("called", _plain(set(names)), self._archive.called(names))

    @property
    def answered(self) -> str:
        """The fingerprint of what it answered."""
        return _digest(self._answers)

    def _noted(self, name: str, argument: Any, answer: Answer) -> Answer:
        self.asked.append((name, argument))
        self._answers.append(_plain(answer))
        return answer


ASK: Mapping[str, Callable[[Archive, Any], object]] = {
    "quotations": lambda archive, wanted: archive.quotations([frozenset(keys) for keys in wanted]),
    "printed": lambda archive, names: archive.printed(names),
    "called": lambda archive, names: archive.called([(first, rest) for first, rest in names]),
}


def answered(archive: Archive, asked: Iterable[Question]) -> str:
    """The fingerprint of what the archive answers now; 64 hexadecimal digits."""
    return _digest([_plain(ASK[name](archive, argument)) for name, argument in asked])


def _digest(answers: Sequence[Any]) -> str:
    return sha256(json.dumps(answers).encode("utf-8", "surrogatepass")).hexdigest()


def fingerprint(event: Event) -> str:
    """What every comparator may read of an event but the archive: 64 hexadecimal digits.

    The other event that it is not, is part of it: its note compares the two.
    """
    events = [event, *([event.other_than] if event.other_than else [])]
    known = repr([(one.number, one.articles, sorted(one.origin_of.items())) for one in events])
    return sha256("\n".join((_stages(), _model(event.coreference), known)).encode("utf-8", "surrogatepass")).hexdigest()


def _model(model: Model) -> str:
    return json.dumps(_plain(model))


@cache
def _stages() -> str:
    """The fingerprint of the code and the word lists: after an update everything is compared again."""
    digest = sha256()
    files = (path for stage in STAGES for path in stage.rglob("*") if path.suffix in READ)
    for path in sorted([*files, *SHARED]):
        digest.update(path.read_bytes())
    for name in LIBRARIES:
        digest.update(version(name).encode())
    return digest.hexdigest()


def _plain(value: Any) -> Any:
    """A value as JSON holds it; what has no order gets one."""
    if isinstance(value, Mapping):
        return sorted([_plain(name), _plain(held)] for name, held in value.items())
    if isinstance(value, set | frozenset):
        return sorted(_plain(one) for one in value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(astuple(value))
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def written(drafts: Iterable[ConflictDraft]) -> list[dict[str, Any]]:
    """Drafts as JSON holds them, their sentences as phrases."""
    return [asdict(draft) | {name: _kept(getattr(draft, name)) for name in SAID} for draft in drafts]


def drafts(rows: Iterable[Mapping[str, Any]]) -> tuple[ConflictDraft, ...]:
    """The drafts that were written."""
    return tuple(_draft(row) for row in rows)


def _draft(row: Mapping[str, Any]) -> ConflictDraft:
    readings = tuple(
        ReadingDraft(**{**reading, "witnesses": tuple(WitnessDraft(**witness) for witness in reading["witnesses"])})
        for reading in row["readings"]
    )
    told = {"kind": ConflictKind(row["kind"]), "level": Level(row["level"]), "readings": readings}
    said = {name: unpacked(row[name]) if isinstance(row[name], dict) else row[name] for name in SAID}
    return ConflictDraft(**{**row, **told, **said})


def _kept(text: str) -> Any:
    return packed(text) if isinstance(text, Phrase) else text
