"""What a comparison read and found, as plain data: by it the next one tells whether it would find the same."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, is_dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck.collation.archive import Archive, Calling, Earlier, Keys, Parts
from factcheck.collation.coreference import Model
from factcheck.collation.event import Event
from factcheck.phrase import Phrase, packed, unpacked
from factcheck.types import ConflictDraft, ConflictKind, Level, ReadingDraft, WitnessDraft

# A question to the archive: its name, and what it was asked with.
Question = tuple[str, Any]
# The code and the word lists that decide what a comparison finds.
READ = frozenset({".py", ".txt", ".json"})
# The sentences of a draft.
SAID = ("summary", "reason")
STAGES = Path(__file__).parent, Path(__file__).parents[1] / "extraction"


class Listening:
    """An archive that keeps what it was asked. Every answer is that of the archive behind it."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.asked: list[Question] = []

    def quotations(self, wanted: Sequence[Keys]) -> Sequence[Sequence[Earlier]]:
        """As ``Archive.quotations``."""
        self.asked.append(("quotations", _plain(wanted)))
        return self._archive.quotations(wanted)

    def printed(self, names: Collection[str]) -> Mapping[str, int]:
        """As ``Archive.printed``."""
        self.asked.append(("printed", _plain(set(names))))
        return self._archive.printed(names)

    def called(self, names: Collection[Parts]) -> Mapping[Parts, Calling]:
        """As ``Archive.called``."""
        self.asked.append(("called", _plain(set(names))))
        return self._archive.called(names)


ASK: Mapping[str, Callable[[Archive, Any], object]] = {
    "quotations": lambda archive, wanted: archive.quotations([frozenset(keys) for keys in wanted]),
    "printed": lambda archive, names: archive.printed(names),
    "called": lambda archive, names: archive.called([(first, rest) for first, rest in names]),
}


def answered(archive: Archive, asked: Iterable[Question]) -> str:
    """The fingerprint of what the archive answers now; 64 hexadecimal digits."""
    answers = [_plain(ASK[name](archive, argument)) for name, argument in asked]
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
    for path in sorted(files):
        digest.update(path.read_bytes())
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
