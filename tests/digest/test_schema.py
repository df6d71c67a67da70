"""The JSON export against its schema, docs/digest.schema.json: what is in it is described, and holds."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.digest.renderers import RENDERERS
from factcheck.digest.withdrawal import withdrawn
from tests.digest.contents import STATES, issued, preview

SCHEMA = json.loads((Path(__file__).resolve().parents[2] / "docs" / "digest.schema.json").read_text(encoding="utf-8"))
Schema = Mapping[str, Any]


def faults(content: Any) -> list[str]:
    return [f"{fault.json_path}: {fault.message}" for fault in Draft202012Validator(SCHEMA).iter_errors(content)]


def undescribed(value: Any, schema: Schema, path: str = "$") -> Iterator[str]:
    """The fields that the schema has no words for."""
    fields, items = _described(schema)
    if isinstance(value, dict):
        for name, one in value.items():
            if name in fields:
                yield from undescribed(one, fields[name], f"{path}.{name}")
            else:
                yield f"{path}.{name}"
    if isinstance(value, list) and items:
        for one in value:
            yield from undescribed(one, items, f"{path}[]")


def _described(schema: Schema) -> tuple[dict[str, Schema], Schema]:
    """The fields of an object and the items of a list that a schema describes, with those that it refers to."""
    fields, items = dict(schema.get("properties", {})), schema.get("items") or {}
    wider = [SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]] if "$ref" in schema else []
    for one in (*wider, *schema.get("allOf", ()), *schema.get("anyOf", ())):
        more, of_list = _described(one)
        fields, items = fields | more, items or of_list
    return fields, items


def exported(content: Mapping[str, Any]) -> Any:
    return json.loads(RENDERERS["json"].render(content))


CONTENTS = {
    **{state: issued(**fields) for state, fields in STATES.items()},
    "preview": preview(),
    "withdrawn": withdrawn(issued(number=2), "The envoy was somebody else."),
    "one article": issued(base=1, articles=issued()["articles"][:1]),
}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", list(CONTENTS))
def test_a_content_holds_and_is_described(name: str) -> None:
    content = exported(CONTENTS[name])
    assert (faults(content), list(undescribed(content, SCHEMA))) == ([], [])


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"status": "killed"}, "$.status: 'killed' is not one of ['usable', 'withheld', 'canceled']"),
        ({"version": 1}, "$.version: 2 was expected"),
        ({"order": ["facts", "facts"]}, "$.order: ['facts', 'facts'] has non-unique elements"),
        ({"sha256": "x"}, "$.sha256: 'x' does not match '^[0-9a-f]{64}$'"),
        ({"articles": [{}]}, "$.articles[0]: 'article' is a required property"),
    ],
)
def test_what_is_wrong_is_found(change: dict[str, Any], fault: str) -> None:
    assert faults(exported({**issued(), **change}))[0] == fault


def test_what_is_not_described_is_found() -> None:
    content = exported(issued(more=1))
    content["apparatus"][0]["rule"]["more"] = 1
    assert sorted(undescribed(content, SCHEMA)) == ["$.apparatus[].rule.more", "$.more"]
