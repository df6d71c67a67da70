"""The coreference model: what it learns from pairs that agree, and that it never looks at a value."""

import json
from datetime import datetime
from io import StringIO
from math import log
from pathlib import Path
from random import Random

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from pytest_django import Settings

from factcheck.collation.coreference import KINDS, NoModel, Odds, read, write
from factcheck.collation.facts import FEATURES, facts, features, likeness
from factcheck.collation.fitting import FEWEST, Pair, fit, fitted, held_out, pairs, precision
from factcheck.extraction.service import read_article, store_claims
from factcheck.models import Article, Story
from factcheck.types import ClaimKind
from tests.collation.copies import article, event
from tests.collation.test_service import stored, story

__all__ = ["story"]

NOTHING = Odds(0.0, dict.fromkeys(FEATURES, 0.0))
FLOOD = "The flooded Tarn valley lost {} people when the Aldby reservoir burst, rescuers said. It rained for {} days."


def made(count: int, seed: int = 1) -> list[Pair]:
    """Pairs that say the same nine times of ten where the word after is one, once of ten elsewhere."""
    chance = Random(seed)  # noqa: S311 - not secret, only the same each time
    found = []
    for number in range(count):
        after = number % 2
        same = chance.random() < (0.9 if after else 0.1)
        found.append(Pair(number % 40, dict.fromkeys(FEATURES, 0.0) | {"after": float(after)}, same))
    return found


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    write(read(), tmp_path / "model.json")
    assert (tmp_path / "model.json").read_text("utf-8") == json.dumps(json.loads(_shipped()), indent=1) + "\n"
    assert set(read(tmp_path / "model.json")) == set(KINDS)


def _shipped() -> str:
    return (Path(__file__).parents[2] / "factcheck/collation/data/coreference.json").read_text("utf-8")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"figure": {"base": 1}}', '{"figure": 3}'])
def test_what_is_no_model_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(text, "utf-8")
    with pytest.raises(NoModel, match="holds no coreference model"):
        read(path)


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_model_knows_every_feature(kind: ClaimKind) -> None:
    assert set(read()[kind].weights) == set(FEATURES)


def test_many_pairs_teach_the_odds() -> None:
    odds = fit(made(40_000), NOTHING)
    assert odds.base == pytest.approx(log(0.1 / 0.9), abs=0.1)
    assert odds.weights["after"] == pytest.approx(log(0.9 / 0.1) * 2, abs=0.2)


def test_no_pair_moves_nothing_and_few_move_little() -> None:
    before = Odds(-1.0, dict.fromkeys(FEATURES, 0.5))
    few = fit(made(8), before)
    assert all(abs(few.weights[name] - 0.5) < 1.5 for name in FEATURES)
    assert fitted({kind: made(FEWEST - 1) for kind in KINDS}, read()) == read()


def test_the_order_of_the_pairs_changes_nothing() -> None:
    held = made(400)
    one, other = fit(held, NOTHING), fit(list(reversed(held)), NOTHING)
    assert other.base == pytest.approx(one.base)
    assert other.weights == pytest.approx(one.weights)


@pytest.mark.parametrize(
    ("same", "expected"), [([True, True, False], 1.0), ([False, True], 0.5), ([True, False, True], 5 / 6), ([False], 0)]
)
def test_average_precision(same: list[bool], expected: float) -> None:
    odds = Odds(0.0, {"after": -1.0})
    held = [Pair(0, {"after": float(rank)}, each) for rank, each in enumerate(same)]
    assert precision(held, odds) == pytest.approx(expected)


def test_held_out_pairs_are_told_nearly_as_well() -> None:
    assert held_out(made(2000), NOTHING) == pytest.approx(precision(made(2000), fit(made(2000), NOTHING)), abs=0.05)


def test_values_are_never_looked_at() -> None:
    told = event(FLOOD.format("12", "three"), FLOOD.format("14", "four"), FLOOD.format("12", "three"))
    by_text = {(fact.article.name, fact.claim.text): fact for fact in facts(told, ClaimKind.FIGURE)}
    one, wrong, right = by_text["a.txt", "12"], by_text["b.txt", "14"], by_text["c.txt", "12"]
    assert features(one.around, wrong.around) == features(one.around, right.around)
    assert likeness(one, wrong) == likeness(one, right)


def test_pairs_of_an_event() -> None:
    told = event(FLOOD.format("12", "three"), FLOOD.format("14", "three"))
    same = sorted(pair.same for pair in pairs(told, ClaimKind.FIGURE, 7))
    assert same == [False, True]
    assert {pair.event for pair in pairs(told, ClaimKind.FIGURE, 7)} == {7}


def test_the_command_fits_what_it_is_given(tmp_path: Path) -> None:
    texts = [FLOOD.format(str(10 + number), "three") for number in range(12)]
    articles = [{"name": f"{number}.txt", "text": text} for number, text in enumerate(texts)]
    copy, out = tmp_path / "copy.jsonl", tmp_path / "model.json"
    copy.write_text(json.dumps({"id": "flood", "articles": articles}) + "\n", "utf-8")
    printed = StringIO()
    call_command("fit_coreference", out, clusters=[copy], stdout=printed)
    rows = {row.split()[0]: row.split()[1:] for row in printed.getvalue().splitlines()[1:4]}
    assert rows["figure"][:2] == ["132", "0.50"]
    assert rows["place"] == ["0", "too", "few:", "stays", "as", "it", "was"]
    assert read(out)[ClaimKind.FIGURE].weights != read()[ClaimKind.FIGURE].weights
    assert read(out)[ClaimKind.PLACE].weights == read()[ClaimKind.PLACE].weights


@pytest.mark.django_db
def test_the_command_reads_the_stories_of_the_database(story: Story, now: datetime, tmp_path: Path) -> None:
    for number in range(2):
        row = stored(article(FLOOD.format(str(10 + number), "three"), f"{number}.txt"), story, now)
        store_claims(row, read_article(row))
    Article.objects.update(state=Article.State.PROCESSED)
    printed = StringIO()
    call_command("fit_coreference", tmp_path / "model.json", stdout=printed)
    rows = printed.getvalue().splitlines()
    assert [rows[1].split()[:2], rows[-1].split(".")[0]] == [["figure", "2"], "Average precision, over 1 events"]


@pytest.mark.parametrize(
    "weights",
    [{}, dict.fromkeys([*FEATURES, "verb"], 1.0), dict.fromkeys(FEATURES, "x"), dict.fromkeys(FEATURES, float("nan"))],
    ids=["none", "one too many", "words", "no number"],
)
def test_a_model_of_another_version_is_none(weights: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(json.dumps({kind.value: {"base": 0.0, "weights": weights} for kind in KINDS}), "utf-8")
    with pytest.raises(NoModel, match="holds no coreference model"):
        read(path)


@pytest.mark.parametrize("line", ["no json", "[]", '{"articles": [1]}'])
def test_bad_clusters_are_told(line: str, tmp_path: Path, settings: Settings) -> None:
    copy = tmp_path / "copy.jsonl"
    copy.write_text("\n" + line + "\n", "utf-8")
    with pytest.raises(CommandError, match=r"^Line 2: "):
        call_command("fit_coreference", tmp_path / "model.json", clusters=[copy])
