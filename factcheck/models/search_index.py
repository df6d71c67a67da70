"""What can be searched: one row for each story, report, claim, conflict and decision, with its words.

Triggers keep it in step with their tables, so that nothing that writes has to remember it. A row's number is that of
what it speaks of, times eight, plus the place of its noun in the table below: both engines look a row up by it.

SQLite drops a table's triggers when a migration remakes the table, so they are set again after every migration. They
name no other table than their own and the index, because SQLite would refuse to remake one that a trigger names.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "factcheck_search"
# A row's number is shifted by so many bits; the noun stands in those.
SHIFT = 3
NOUN_BITS = 2**SHIFT - 1


class Indexed(NamedTuple):
    """A noun that can be searched: its table, the columns that its words are made of, and the words themselves.

    ``owner`` is a row of the index that the words are also taken from: SQLite may look nowhere else.
    """

    noun: str
    table: str
    columns: tuple[str, ...]
    words: str
    owner: str = ""


INDEXED = (
    Indexed("story", "factcheck_story", ("title",), "{row}.title"),
    Indexed("report", "factcheck_article", ("text",), "{row}.text"),
    Indexed(
        "claim",
        "factcheck_claim",
        ("start", "end", "subject"),
        """{row}.subject || ' ' || substr({owner}, {row}.start + 1, {row}."end" - {row}.start)""",
        "{row}.article_id * 8 + 1",
    ),
    Indexed(
        "conflict",
        "factcheck_conflict",
        ("summary", "suggested"),
        "{row}.summary || ' ' || coalesce({row}.suggested, '')",
    ),
    # A decision is found by what it was about, too.
    Indexed(
        "decision",
        "factcheck_decision",
        ("replacement", "note"),
        "{row}.replacement || ' ' || {row}.note || ' ' || {owner}",
        "{row}.conflict_id * 8 + 3",
    ),
)
PLACES: Mapping[str, int] = {indexed.noun: place for place, indexed in enumerate(INDEXED)}

_SQLITE_TABLE = f"""
CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5(words, tokenize="unicode61 remove_diacritics 2")
"""
_POSTGRESQL_TABLE = (
    f"CREATE TABLE IF NOT EXISTS {TABLE} (rowid bigint PRIMARY KEY, words text NOT NULL, vector tsvector NOT NULL)",
    f"CREATE INDEX IF NOT EXISTS {TABLE}_vector ON {TABLE} USING gin (vector)",
    # The same words as SQLite finds: letters and digits, small, without accents. A text that has more different words
    # than a vector holds is found by its beginning.
    r"""
CREATE OR REPLACE FUNCTION newsroom_vector(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE plain text := regexp_replace(lower(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g')),
    '[^[:alnum:]]+', ' ', 'g');
BEGIN
    RETURN to_tsvector('simple', plain);
EXCEPTION WHEN program_limit_exceeded THEN
    RETURN to_tsvector('simple', left(plain, 100000));
END $$
""",
)
_PUT: Mapping[str, str] = {
    "sqlite": f"INSERT INTO {TABLE} (rowid, words) SELECT {{number}}, {{words}} {{rows}}",
    "postgresql": f"""
INSERT INTO {TABLE} (rowid, words, vector)
SELECT number, words, newsroom_vector(words) FROM (SELECT {{number}} AS number, {{words}} AS words {{rows}}) AS put
""",
}
_FORGET = f"DELETE FROM {TABLE} WHERE rowid = {{number}}"


def table(vendor: str) -> list[str]:
    """The statements that make the index of that engine, empty."""
    return [_SQLITE_TABLE] if vendor == "sqlite" else list(_POSTGRESQL_TABLE)


def triggers(vendor: str) -> list[str]:
    """The statements that set the triggers of that engine; running them twice is harmless."""
    write = _sqlite_triggers if vendor == "sqlite" else _postgresql_triggers
    return [statement for indexed in INDEXED for statement in write(indexed)]


def drops(vendor: str) -> list[str]:
    """The statements that take the index and its triggers away."""
    if vendor == "sqlite":
        acts = ("put", "put_again", "forget")
        triggers = [f"DROP TRIGGER IF EXISTS {one.table}_search_{act}" for one in INDEXED for act in acts]
    else:
        # The triggers go with the functions that they call.
        triggers = [f"DROP FUNCTION IF EXISTS newsroom_search_{one.noun} CASCADE" for one in INDEXED]
        triggers.append("DROP FUNCTION IF EXISTS newsroom_vector")
    return [*triggers, f"DROP TABLE IF EXISTS {TABLE}"]


def keep_in_step(connection: BaseDatabaseWrapper) -> None:
    """Sets the triggers."""
    with connection.cursor() as cursor:
        for statement in triggers(connection.vendor):
            cursor.execute(statement)


def ensure_in_step(using: str = DEFAULT_DB_ALIAS, **_: object) -> None:
    """Sets the triggers after a migration or a flush, where the index is."""
    connection = connections[using]
    if TABLE in connection.introspection.table_names():
        keep_in_step(connection)


def rebuild(using: str = DEFAULT_DB_ALIAS) -> int:
    """Fills the index anew from what is stored; returns how many rows it has."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")
        for indexed in INDEXED:
            cursor.execute(_put(indexed, connection.vendor, "kept", f"FROM {indexed.table} AS kept"))
        cursor.execute(f"SELECT count(*) FROM {TABLE}")
        return int(cursor.fetchone()[0])


def _number(indexed: Indexed, row: str) -> str:
    return f"{row}.id * 8 + {PLACES[indexed.noun]}"


def _put(indexed: Indexed, vendor: str, row: str, rows: str = "") -> str:
    """The statement that puts one row in, or all ``rows``."""
    looked_up = f"(SELECT held.words FROM {TABLE} AS held WHERE held.rowid = {indexed.owner.format(row=row)})"
    words = indexed.words.format(row=row, owner=f"coalesce({looked_up}, '')")
    return _PUT[vendor].format(number=_number(indexed, row), words=words, rows=rows)


def _sqlite_triggers(indexed: Indexed) -> Iterator[str]:
    forget = _FORGET.format(number=_number(indexed, "OLD"))
    put = _put(indexed, "sqlite", "NEW")
    columns = ", ".join(f'"{column}"' for column in indexed.columns)
    for act, on, body in (
        ("put", "INSERT", f"{put};"),
        ("put_again", f"UPDATE OF {columns}", f"{forget}; {put};"),
        ("forget", "DELETE", f"{forget};"),
    ):
        name = f"{indexed.table}_search_{act}"
        yield f"CREATE TRIGGER IF NOT EXISTS {name} AFTER {on} ON {indexed.table} BEGIN {body} END"


def _postgresql_triggers(indexed: Indexed) -> Iterator[str]:
    columns = ", ".join(f'"{column}"' for column in indexed.columns)
    name = f"{indexed.table}_search"
    yield f"""
CREATE OR REPLACE FUNCTION newsroom_search_{indexed.noun}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM {TABLE} WHERE rowid & {NOUN_BITS} = {PLACES[indexed.noun]};
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN {_FORGET.format(number=_number(indexed, "OLD"))}; END IF;
    IF TG_OP <> 'DELETE' THEN {_put(indexed, "postgresql", "NEW")}; END IF;
    RETURN NULL;
END $$
"""
    on = f"ON {indexed.table} FOR EACH"
    run = f"EXECUTE FUNCTION newsroom_search_{indexed.noun}()"
    yield f"CREATE OR REPLACE TRIGGER {name} AFTER INSERT OR DELETE OR UPDATE OF {columns} {on} ROW {run}"
    yield f"CREATE OR REPLACE TRIGGER {name}_emptied AFTER TRUNCATE {on} STATEMENT {run}"
