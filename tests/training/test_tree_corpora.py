"""Which documents of the two corpora are read for which part."""

from pathlib import Path

import pytest

from training.corpora import english_ewt, gum_syntax

DOCUMENT = "# newdoc id = {0}\n1\t{0}\t{0}\tNOUN\tNN\t_\t0\troot\t_\t_\n\n"


def _write(path: Path, name: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(DOCUMENT.format(name), encoding="utf-8")


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("train", ["GUM_bio_made", "GUM_news_made"]),
        ("dev", ["GUM_bio_byron", "GUM_news_iodine"]),
        ("test", ["GUM_bio_dvorak", "GUM_vlog_london"]),
    ],
)
def test_gum_keeps_its_parts_and_leaves_out_what_may_not_be_learned(
    tmp_path: Path, part: str, expected: list[str]
) -> None:
    learned = ["GUM_bio_made", "GUM_news_made"]
    kept = ["GUM_bio_byron", "GUM_news_iodine", "GUM_bio_dvorak", "GUM_vlog_london"]
    left_out = ["GUM_fiction_made", "GUM_whow_joke", "GUM_reddit_made", "GUM_news_soccer"]
    for name in learned + kept + left_out:
        _write(tmp_path / f"{name}.conllu", name)
    assert [sentence.document for sentence in gum_syntax.sentences(tmp_path, part)] == expected


def test_ewt_is_read_from_the_documents_in_the_order_of_their_list(tmp_path: Path) -> None:
    held = tmp_path / "not-to-release"
    for name in ("first", "second", "third"):
        _write(held / "sources" / "weblog" / f"{name}.conllu", name)
    (held / "file-lists").mkdir()
    (held / "file-lists" / "files.train").write_text("weblog/third.conllu\nweblog/first.conllu\n")
    assert [sentence.document for sentence in english_ewt.sentences(tmp_path, "train")] == ["third", "first"]


def test_ewt_is_read_from_the_official_file_where_it_is(tmp_path: Path) -> None:
    _write(tmp_path / "en_ewt-ud-train.conllu", "official")
    _write(tmp_path / "not-to-release" / "sources" / "weblog" / "first.conllu", "first")
    assert [sentence.document for sentence in english_ewt.sentences(tmp_path, "train")] == ["official"]
