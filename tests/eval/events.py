"""Whether reports of one event stay together, and a report of another event of the same people is told apart.

The clusters are those into which the scorers put errors, unchanged: threes of one event, and threes that a report of
another event has joined. Each comes with the days on which its reports appeared and without them. Pure.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

Cluster = Mapping[str, Any]

TOGETHER = ("threes", "pairs")
APART = "joined"
DATED, UNDATED = "dated", "undated"


def clusters(drawn: Iterable[Cluster], joined: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The clusters to measure on; ``joined`` names, for a cluster that has one, the article of another event."""
    for cluster in drawn:
        for group, number, articles in _groups(cluster, joined):
            for days in (DATED, UNDATED):
                told = articles if days == DATED else [{**article, "published": None} for article in articles]
                yield {"id": f"{group}/{days}/{cluster['id']}/{number}", "articles": told}


def _groups(cluster: Cluster, joined: Mapping[str, str]) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    articles = list(cluster["articles"])
    if cluster["id"] in joined:
        yield APART, joined[cluster["id"]], articles
        return
    yield "threes", "0", articles
    yield from (("pairs", str(number), list(pair)) for number, pair in enumerate(combinations(articles, 2)))


def score(results: Iterable[Cluster]) -> dict[str, dict[str, int]]:
    """For each group, with days and without: how many clusters there are, and how many are grouped rightly."""
    count: dict[str, dict[str, int]] = defaultdict(lambda: {"clusters": 0, "right": 0})
    for result in results:
        group, days, _, stray = result["id"].split("/")
        events = {article["name"]: article["event"] for article in result.get("articles", [])}
        row = count[f"{group} {days}"]
        row["clusters"] += 1
        row["right"] += _apart(events, stray) if group == APART else len(set(events.values())) == 1
    return dict(count)


def _apart(events: Mapping[str, int], stray: str) -> bool:
    others = {event for name, event in events.items() if name != stray}
    return stray in events and events[stray] not in others
