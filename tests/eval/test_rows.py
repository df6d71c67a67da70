"""The figures of each scorer become rows with the right figure and the figure to reach."""

from collections.abc import Callable, Mapping
from itertools import product
from typing import Any

import pytest

from tests.eval import rows
from tests.eval.sets import SETS
from tests.eval.table import Figure, Row

SEEDS = {
    "required": 16,
    "found": 15,
    "core": 11,
    "core_found": 10,
    "wrong": 2,
    "unlisted_alarms": 1,
    "purity": 0.9,
    "suggestion_right": 14,
    "claims": {
        "quotes": {"p": 1.0, "r": 36 / 38, "f1": 0.97, "predicted": 36, "gold": 38},
        "speakers": 33 / 36,
        "persons": {"p": 0.9, "r": 0.9, "f1": 0.88},
    },
}
SUBSETS = {
    "detectable": 204,
    "found": 189,
    "wrong": 3,
    "order_dependent": 4,
    "keys_changed": 5,
    "conflicts_that_stay": 352,
}


def _loose(share: float, **more: float) -> dict[str, float]:
    return {
        "p": share,
        "r": share + 0.01,
        "f1": share + 0.02,
        "gold": 100,
        "speaker": share + 0.03,
        "cue": share + 0.04,
    } | more


QUOTES = {
    "speech": {"@0.3": _loose(0.1), "@0.8": {"f1": 0.2}, "exact": {"f1": 0.3}},
    "all": {"@0.3": _loose(0.4)},
    "speech, direct": {"@0.3": _loose(0.5)},
    "speech, mixed": {"@0.3": _loose(0.6)},
    "speech, indirect": {"@0.3": _loose(0.7)},
}


def _marked(share: float) -> dict[str, Any]:
    found = {"strict": {"f1": share, "gold": 7}, "loose": {"f1": share + 0.01, "gold": 7}}
    return found | {"value": share + 0.02, "value_f1": share + 0.03}


ENTITIES = {
    f"{corpus} {label}": _marked(round(0.1 * number + 0.02 * place, 2))
    for number, corpus in enumerate(("meantime", "uner", "gum"))
    for place, label in enumerate(("names", "PER", "ORG", "LOC"))
} | {"meantime figures": _marked(0.5), "meantime dates": _marked(0.6)}
VARIANTS = {
    kind: {"conflicts": 8, "benign": 9, "recall": 0.1 * number, "false_alarm_rate": 0.01 * number}
    for number, kind in enumerate(("name", "number", "quote", "all"))
}
INJECT = {
    "macro": {"recall": 0.7, "@0.25": 0.6, "@0.1": 0.5},
    "alarms_per_article": 0.2,
    "style_per_article": 0.3,
    "trap_alarm_rate": 0.01,
    "event_trap": {"n": 20, "apart": 0.9, "rest_unchanged": 0.8},
}

EVENTS = {
    f"{group} {days}": {"clusters": 9, "right": number}
    for number, (group, days) in enumerate(product(("threes", "pairs", "joined"), ("dated", "undated")))
}

Cells = list[tuple[Figure, float | int | None, bool | None]]
EXPECTED: dict[Callable[[Mapping[str, Any]], list[Row]], tuple[Mapping[str, Any], Cells]] = {
    rows.seeds: (
        SEEDS,
        [
            (15, None, None),
            (10, 11, False),
            (2, 0, False),
            (1, 0, False),
            (0.9, None, None),
            (14, 15, False),
            (36, 38, False),
            (36, None, None),
            (0.92, 0.97, False),
            (0.88, None, None),
        ],
    ),
    rows.subsets: (SUBSETS, [(189, None, None), (3, 0, False), (4, 0, False), (5, 0, False)]),
    rows.quotes: (
        QUOTES,
        [
            (0.12, 0.75, False),
            (0.11, None, None),
            (0.1, None, None),
            (0.13, 0.8, False),
            (0.14, None, None),
            (0.2, None, None),
            (0.3, None, None),
            (0.51, 0.98, False),
            (0.53, 0.88, False),
            (0.61, None, None),
            (0.71, None, None),
            (0.42, None, None),
        ],
    ),
    rows.entities: (
        ENTITIES,
        [
            (0.0, 0.62, False),
            (0.02, 0.63, False),
            (0.04, 0.6, False),
            (0.06, 0.7, False),
            (0.1, 0.78, False),
            (0.12, 0.84, False),
            (0.14, 0.66, False),
            (0.16, 0.8, False),
            (0.2, None, None),
            (0.22, None, None),
            (0.24, None, None),
            (0.26, None, None),
            (0.5, 0.85, False),
            (0.51, None, None),
            (0.52, None, None),
            (0.6, 0.85, False),
            (0.61, None, None),
            (0.63, 0.78, False),
        ],
    ),
    rows.variants: (
        VARIANTS,
        [(f, None, None) for pair in ((0.0, 0.0), (0.1, 0.01), (0.2, 0.02), (0.3, 0.03)) for f in pair],
    ),
    rows.events: (EVENTS, [(number, None, None) for number in range(6)]),
    rows.inject: (
        INJECT,
        [
            (0.7, None, None),
            (0.6, None, None),
            (0.5, None, None),
            (0.2, None, None),
            (0.3, None, None),
            (0.01, 0, False),
            (0.9, None, None),
            (0.8, None, None),
        ],
    ),
}


@pytest.mark.parametrize("made", EXPECTED, ids=lambda made: made.__name__)
def test_the_figures_of_a_scorer(made: Callable[[Mapping[str, Any]], list[Row]]) -> None:
    figures, expected = EXPECTED[made]
    found = [(_rounded(row.now), row.reach, row.reached) for row in made(figures)]
    assert found == expected


def _rounded(figure: Figure) -> Figure:
    return round(figure, 2) if isinstance(figure, float) else figure


def test_names_alone_are_the_first_rows_of_the_entities() -> None:
    assert rows.names(ENTITIES) == rows.entities(ENTITIES)[:12]


def test_every_set_is_tested_here() -> None:
    assert {one.rows for one in SETS.values()} == {*EXPECTED, rows.names}


def test_a_row_says_of_how_many() -> None:
    assert [row.measure for row in rows.subsets(SUBSETS)] == [
        "conflicts found, of 204 that a reader can see",
        "wrong alarms",
        "results that depend on the order of the articles",
        "keys that changed when one more story came, of 352",
    ]
