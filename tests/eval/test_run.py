"""Which sets run, what is said of those that cannot, and what the table of a set holds."""

from pathlib import Path

import pytest

from tests.eval import recogniser, run
from tests.eval.sets import SETS, Measured, Place

QUICK = ["seeds", "subsets", "quotes", "entities"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], QUICK),
        (["quotes", "seeds"], ["seeds", "quotes"]),
        (["inject"], ["inject"]),
        (["all"], list(SETS)),
        (["seeds", "all"], list(SETS)),
    ],
)
def test_the_sets_that_run(names: list[str], expected: list[str]) -> None:
    assert run.chosen(names) == expected


def test_a_set_that_is_none() -> None:
    with pytest.raises(ValueError, match=r"^There is no set called quote\. The sets are seeds, subsets, quotes, "):
        run.chosen(["seeds", "quote"])


def _laid_out(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    ("name", "corpora", "model", "missing"),
    [
        ("seeds", None, "rules", ""),
        ("inject", None, "rules", "BENCH_DATA names no folder of corpora"),
        ("inject", ["basil/articles"], "rules", ""),
        ("variants", ["basil/articles"], "rules", "{data} has no ecbplus"),
        ("quotes", ["polnear/data/dev"], "rules", "{data} has no polnear/data/metadata.tsv, ggt/quote_verb_list.txt"),
        ("recogniser", None, "rules", "the rules have no recogniser: name a pipeline in NEWSROOM_SPACY_MODEL"),
        ("recogniser", None, "en_wire", "BENCH_DATA names no folder of corpora"),
    ],
)
def test_what_is_missing(name: str, corpora: list[str] | None, model: str, missing: str, tmp_path: Path) -> None:
    data = None if corpora is None else _laid_out(tmp_path, *corpora)
    assert SETS[name].missing(data, model) == missing.format(data=data)


def test_a_set_that_cannot_run_is_said_and_passed_over(tmp_path: Path) -> None:
    place = Place(tmp_path, None, tmp_path)
    assert list(run.lines(["quotes", "inject"], place, "rules")) == [
        "language pipeline: rules",
        "",
        "Quotations and speakers: PolNeAR, dev (quotes): passed over, BENCH_DATA names no folder of corpora.",
        "",
        "Errors put into real reports (inject): passed over, BENCH_DATA names no folder of corpora.",
    ]


SUBSETS = {"detectable": 9, "found": 8, "wrong": 0, "order_dependent": 0, "keys_changed": 0, "conflicts_that_stay": 7}


def test_a_set_as_it_is_printed() -> None:
    assert list(run.report("subsets", Measured(SUBSETS, detail="a table\nof its own"))) == [
        "",
        "Every subset of the five (subsets)",
        "measure                                           now  reach",
        "conflicts found, of 9 that a reader can see         8",
        "wrong alarms                                        0   <= 0  reached",
        "results that depend on the order of the articles    0   <= 0  reached",
        "keys that changed when one more story came, of 7    0   <= 0  reached",
        "",
        "a table",
        "of its own",
    ]


def test_clusters_that_could_not_be_checked_are_counted() -> None:
    printed = list(run.report("subsets", Measured(SUBSETS, unchecked=2)))
    assert printed[-1].split() == ["clusters", "that", "could", "not", "be", "checked", "2", "<=", "0", "SHORT"]


def test_the_names_of_a_recogniser_are_written_like_claims() -> None:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Norland"}])  # type: ignore[attr-defined]
    cluster = {"id": "c1", "articles": [{"name": "000.txt", "text": "The envoy of Norland left."}]}
    claim = {"kind": "name", "type": "GPE", "start": 13, "end": 20}
    assert list(recogniser.results([cluster], nlp)) == [
        {"id": "c1", "articles": [{"name": "000.txt", "claims": [claim]}], "conflicts": []}
    ]
