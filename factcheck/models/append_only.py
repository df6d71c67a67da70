"""What editors decide, write, sign and issue is appended, never changed or deleted: triggers refuse both.

SQLite drops a table's triggers when a migration remakes the table, so they are set again after every migration.
"""

from collections.abc import Mapping, Sequence

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = (
    "factcheck_decision",
    "factcheck_digest",
    "factcheck_entry",
    "factcheck_composition",
    "factcheck_waiver",
    "factcheck_signature",
)
ACTS = ("update", "delete")

_FUNCTION = """
CREATE OR REPLACE FUNCTION newsroom_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""
# TRUNCATE fires no row trigger: it is the guarded way out, and only the owner of the table has it.
_POSTGRESQL = """
CREATE OR REPLACE TRIGGER {table}_no_{act} BEFORE {act} ON {table}
FOR EACH ROW EXECUTE FUNCTION newsroom_refuse()
"""
_SQLITE = """
CREATE TRIGGER IF NOT EXISTS {table}_no_{act} BEFORE {act} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
_ENGINES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "postgresql": ((_FUNCTION,), _POSTGRESQL),
    "sqlite": ((), _SQLITE),
}


def guards(vendor: str, tables: Sequence[str] = TABLES) -> list[str]:
    """The statements that set the triggers of that engine; running them twice is harmless."""
    first, trigger = _ENGINES[vendor]
    return [*first, *(trigger.format(table=table, act=act) for table in tables for act in ACTS)]


def names() -> list[str]:
    """The triggers' names."""
    return [f"{table}_no_{act}" for table in TABLES for act in ACTS]


def guard(connection: BaseDatabaseWrapper, tables: Sequence[str] = TABLES) -> None:
    """Sets the triggers."""
    with connection.cursor() as cursor:
        for statement in guards(connection.vendor, tables):
            cursor.execute(statement)


def ensure_guards(using: str = DEFAULT_DB_ALIAS, **_: object) -> None:
    """Sets the triggers after a migration or a flush, where their tables are."""
    connection = connections[using]
    if set(TABLES) <= set(connection.introspection.table_names()):
        guard(connection)
