"""The five real stories, scored by their own gold: what must be found is found, and nothing is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.eval import run

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def shared() -> Path:
    if not (run.SHARED / "eval").is_dir():
        pytest.skip("the folder shared/eval is not beside this checkout")
    return run.SHARED


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, Any]:
    return json.loads(run.seeds(shared, "--claims", "--json"))


def test_required_conflicts(figures: dict[str, Any]) -> None:
    assert (figures["core_found"], figures["core"]) == (11, 11), figures["missed"]
    assert figures["found"] >= 14, figures["missed"]


@pytest.mark.parametrize("fault", ["wrong", "unlisted_alarms", "misquoted"])
def test_nothing_is_wrong(figures: dict[str, Any], fault: str) -> None:
    assert figures[fault] == 0


def test_witnesses_and_suggestions(figures: dict[str, Any]) -> None:
    assert figures["purity"] == figures["event_purity"] == 1.0
    assert figures["suggestion_right"] == figures["found"]
    assert figures["events_right"]


def test_subsets(shared: Path) -> None:
    found = json.loads(run.subsets(shared, "--json"))
    faults = ("wrong", "unlisted_alarms", "order_dependent", "keys_changed")
    assert {name: found[name] for name in faults} == dict.fromkeys(faults, 0)
    assert found["recall"] >= 0.8, found["missed"]
