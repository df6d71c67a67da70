"""Reports of one event in threes and pairs, with a report of another event, and what counts as grouped rightly."""

from typing import Any

import pytest

from tests.eval.events import clusters, score


def _cluster(name: str, *articles: str) -> dict[str, Any]:
    return {"id": name, "articles": [{"name": one, "text": one, "published": "2026-03-11"} for one in articles]}


def test_three_reports_come_together_and_in_pairs_with_their_days_and_without() -> None:
    made = list(clusters([_cluster("c1", "a", "b", "c")], {}))
    found = [(one["id"], "".join(article["name"] for article in one["articles"])) for one in made]
    assert found == [
        ("threes/dated/c1/0", "abc"),
        ("threes/undated/c1/0", "abc"),
        ("pairs/dated/c1/0", "ab"),
        ("pairs/undated/c1/0", "ab"),
        ("pairs/dated/c1/1", "ac"),
        ("pairs/undated/c1/1", "ac"),
        ("pairs/dated/c1/2", "bc"),
        ("pairs/undated/c1/2", "bc"),
    ]


def test_a_cluster_that_another_report_joined_comes_as_it_is() -> None:
    made = list(clusters([_cluster("c2", "a", "b", "stray")], {"c2": "stray"}))
    assert [one["id"] for one in made] == ["joined/dated/c2/stray", "joined/undated/c2/stray"]


def test_the_days_are_left_out_where_they_should_be() -> None:
    dated, undated = list(clusters([_cluster("c1", "a", "b")], {"c1": "b"}))
    days = [[article["published"] for article in one["articles"]] for one in (dated, undated)]
    assert days == [["2026-03-11", "2026-03-11"], [None, None]]


@pytest.mark.parametrize(
    ("group", "events", "right"),
    [
        ("threes/dated/c1/0", {"a": 0, "b": 0, "c": 0}, 1),
        ("threes/dated/c1/0", {"a": 0, "b": 0, "c": 1}, 0),
        ("pairs/dated/c1/0", {"a": 0, "b": 1}, 0),
        ("joined/dated/c2/stray", {"a": 0, "b": 0, "stray": 1}, 1),
        ("joined/dated/c2/stray", {"a": 0, "b": 2, "stray": 1}, 1),
        ("joined/dated/c2/stray", {"a": 0, "b": 1, "stray": 1}, 0),
        ("joined/dated/c2/stray", {}, 0),
        ("threes/dated/c1/0", {}, 0),
    ],
)
def test_what_is_grouped_rightly(group: str, events: dict[str, int], right: int) -> None:
    result = {"id": group, "articles": [{"name": name, "event": event} for name, event in events.items()]}
    assert score([result]) == {" ".join(group.split("/")[:2]): {"clusters": 1, "right": right}}
