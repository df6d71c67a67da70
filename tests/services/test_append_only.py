"""The database itself refuses to change or delete what an editor recorded or issued."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, models, transaction

from factcheck.models import Composition, Conflict, Decision, Digest, Entry, Signature, Story, Waiver
from factcheck.models.append_only import TABLES


@pytest.fixture
def rows(story: Story, editor: User, now: datetime) -> dict[str, models.Model]:
    conflict = Conflict.objects.create(
        story=story,
        kind="figure",
        level="error",
        key="k",
        summary="s",
        sureness=1.0,
        score=1.0,
        found_at=now,
        changed_at=now,
    )
    decision = Decision.objects.create(conflict=conflict, verdict="unsure", editor=editor, made_at=now, note="first")
    entry = Entry.objects.create(story=story, deed="decide", words="w", editor=editor, made_at=now)
    digest = Digest.objects.create(story=story, number=1, content={"title": "t"}, issued_by=editor, issued_at=now)
    composition = Composition.objects.create(story=story, version=1, parts={}, editor=editor, saved_at=now)
    vouched = {"story": story, "editor": editor, "made_at": now}
    waiver = Waiver.objects.create(claim="facts-1", words="w", reason="r", **vouched)
    signature = Signature.objects.create(part="figures", fingerprint="0" * 64, **vouched)
    rows = (decision, digest, entry, composition, waiver, signature)
    return {row._meta.db_table: row for row in rows}


def _save(row: models.Model) -> None:
    row.save()


def _update(row: models.Model) -> None:
    type(row)._default_manager.filter(pk=row.pk).update(id=row.pk)


def _delete(row: models.Model) -> None:
    row.delete()


def _raw(row: models.Model) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {row._meta.db_table}")  # noqa: S608 - a table of our own


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("act", [_save, _update, _delete, _raw])
def test_refused(rows: dict[str, models.Model], table: str, act: Callable[[models.Model], None]) -> None:
    row = rows[table]
    before = list(type(row)._default_manager.values())
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        act(row)
    assert list(type(row)._default_manager.values()) == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_the_guards_are_back_after_a_flush(rows: dict[str, models.Model], turn: int) -> None:
    with pytest.raises(DatabaseError, match="append-only"):
        rows["factcheck_decision"].save()


def test_an_undone_decision_stays(rows: dict[str, models.Model], editor: User, now: datetime) -> None:
    first = rows["factcheck_decision"]
    Decision.objects.create(conflict_id=first.conflict_id, verdict="undo", editor=editor, made_at=now, undoes=first)
    assert list(Decision.objects.values_list("verdict", "note")) == [("unsure", "first"), ("undo", "")]
