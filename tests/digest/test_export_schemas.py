"""The formats for other systems against the published schemas, where a developer has them (CONTRIBUTING.md)."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from lxml import etree

from factcheck.digest.renderers import RENDERERS
from tests.digest.any_content import anything
from tests.digest.wire_contents import STATES, content, several

FOLDER = os.environ.get("EXPORT_SCHEMAS", "")
SCHEMAS = {
    "ninjs": "ninjs-schema_3.1.json",
    "newsml-g2": "NewsML-G2_2.35-spec-All-Power.xsd",
    "nitf": "nitf-3-6.xsd",
    "tei": "tei_all.rng",
}
MISSING = pytest.mark.skipif(
    not FOLDER,
    reason="NO EXPORT IS VALIDATED: EXPORT_SCHEMAS names no folder with the published schemas (see CONTRIBUTING.md)",
)
pytestmark = [pytest.mark.schemas, MISSING]
Faults = Callable[[bytes], list[str]]


def _json(schema: Path) -> Faults:
    validator = Draft202012Validator(
        json.loads(schema.read_bytes()), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return lambda made: [fault.message for fault in validator.iter_errors(json.loads(made))]


def _xsd(schema: Path) -> Faults:
    return _xml(etree.XMLSchema(etree.parse(schema)))


def _rng(schema: Path) -> Faults:
    return _xml(etree.RelaxNG(etree.parse(schema)))


def _xml(validator: Any) -> Faults:
    def faults(made: bytes) -> list[str]:
        validator.validate(etree.fromstring(made))
        return [fault.message for fault in validator.error_log]

    return faults


READERS = {".json": _json, ".xsd": _xsd, ".rng": _rng}


@cache
def faults_of(name: str) -> Faults:
    """Read once: TEI's schema takes some fifteen seconds."""
    schema = Path(FOLDER) / SCHEMAS[name]
    return READERS[schema.suffix](schema)


def contents() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for state, fields in STATES.items():
        yield state, content(**fields)
        yield f"{state}, several articles", several(**fields)
    yield "a desk without an address", content(site={"name": "Example Desk", "address": ""})
    yield "nothing in it", content(articles=[], apparatus=[], witnesses=[], corrections=[], summary="")
    yield "all parts dropped", content(order=[])


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_an_export_is_what_the_schema_wants(name: str) -> None:
    found = {case: faults_of(name)(RENDERERS[name].render(made)) for case, made in contents()}
    assert {case: faults for case, faults in found.items() if faults} == {}


@given(anything())
def test_any_words_give_what_the_schemas_want(made: Mapping[str, Any]) -> None:
    assert {name: faults_of(name)(RENDERERS[name].render(made)) for name in SCHEMAS} == {name: [] for name in SCHEMAS}


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("ninjs", b'"pubStatus": "canceled"', b'"pubStatus": "cancelled"'),
        ("ninjs", b'"edNote"', b'"signal"'),
        ("newsml-g2", b"<pubStatus", b"<status"),
        ("nitf", b"<docdata", b"<data"),
        ("tei", b"<availability", b"<available"),
    ],
)
def test_the_schema_sees_a_fault(name: str, right: bytes, wrong: bytes) -> None:
    made = RENDERERS[name].render(content(**STATES["canceled"]))
    broken = made.replace(right, wrong).replace(right.replace(b"<", b"</"), wrong.replace(b"<", b"</"))
    assert ([right in made, faults_of(name)(made)], faults_of(name)(broken) != []) == ([True, []], True)
