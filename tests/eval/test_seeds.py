"""The five real stories, scored by their own gold: what must be found is found, and nothing is wrong."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.eval import run
from tests.eval.sets import Place, measure

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    if not (run.SHARED / "eval").is_dir():
        pytest.skip("the folder shared/eval is not beside this checkout")
    return Place(run.SHARED, None, tmp_path_factory.mktemp("eval"))


@pytest.fixture(scope="module")
def figures(place: Place) -> Mapping[str, Any]:
    return measure("seeds", place).figures


def test_required_conflicts(figures: Mapping[str, Any]) -> None:
    assert (figures["core_found"], figures["core"]) == (11, 11), figures["missed"]
    assert figures["found"] >= 14, figures["missed"]


@pytest.mark.parametrize("fault", ["wrong", "unlisted_alarms", "misquoted"])
def test_nothing_is_wrong(figures: Mapping[str, Any], fault: str) -> None:
    assert figures[fault] == 0


def test_witnesses_and_suggestions(figures: Mapping[str, Any]) -> None:
    assert figures["purity"] == figures["event_purity"] == 1.0
    assert figures["suggestion_right"] == figures["found"]
    assert figures["events_right"]


def test_subsets(place: Place) -> None:
    measured = measure("subsets", place)
    found = measured.figures
    faults = ("wrong", "unlisted_alarms", "order_dependent", "keys_changed")
    assert {name: found[name] for name in faults} == dict.fromkeys(faults, 0)
    assert measured.unchecked == 0
    assert found["recall"] >= 0.8, found["missed"]
