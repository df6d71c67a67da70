"""One converter a corpus: lines in the corpus's own form, made up by us, and the entities that come out."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.tokens import Span as DocSpan

from training.corpora import crossner, earlier, overlap, re3d, redocred, uner, wikigold, wnut17
from training.corpora.entity_spans import Passage, Span
from training.corpora.figures import figure_spans
from training.corpora.names_only import completed, people_spans
from training.corpora.word_lists import place_label

Named = list[tuple[str, str]]


def named(passage: Passage) -> Named:
    return [(passage.text[span.start : span.end], span.label) for span in passage.spans]


def loose(passage: Passage) -> list[str]:
    return [passage.text[start:end] for start, end in passage.unknown]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("about 20 people on May 4, 2021", [("about 20", "CARDINAL"), ("May 4, 2021", "DATE")]),
        ("on 4 May, or May 5", [("4 May", "DATE"), ("May 5", "DATE")]),
        ("They may march on Tuesday", [("Tuesday", "DATE")]),
        ("up 3.5 percent, to $2.4 billion", [("3.5 percent", "PERCENT"), ("$2.4 billion", "MONEY")]),
        ("30% of 12 million euros", [("30%", "PERCENT"), ("12 million euros", "MONEY")]),
        ("at 6:30 p.m., five hours later", [("6:30 p.m.", "TIME"), ("five hours later", "TIME")]),
        ("two weeks ago, in the 1990s", [("two weeks ago", "DATE"), ("the 1990s", "DATE")]),
        ("the 21-year-old, first of three", [("21-year-old", "DATE"), ("first", "ORDINAL"), ("three", "CARDINAL")]),
        ("90 kilometers in 1987", [("90 kilometers", "QUANTITY"), ("1987", "DATE")]),
        ("an F-16 and no one", []),
    ],
)
def test_dates_and_figures(text: str, found: Named) -> None:
    assert [(text[span.start : span.end], span.label) for span in figure_spans(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Danish and South Korean crews", ["Danish", "South Korean"]),
        ("Two Danes met Kurds", ["Danes", "Kurds"]),
        ("The Polish team", ["Polish"]),
        ("New Zealand sheep", []),
    ],
)
def test_peoples(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in people_spans(text)] == found


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Oslo", "GPE"),
        ("Mount Heron", "LOC"),
        ("Tern River", "LOC"),
        ("Gulf of Tern", "LOC"),
        ("Tern Bridge", "FAC"),
        ("Ivory Coast", "GPE"),
        ("Park", "GPE"),
        ("", "GPE"),
    ],
)
def test_kinds_of_places(name: str, label: str) -> None:
    assert place_label(name) == label


def test_what_a_corpus_may_have_left_out_is_unknown() -> None:
    text = "President Varga met Tern. Oslo waited for Heron"
    passage = Passage(text, (Span(10, 15, "PERSON"),))
    assert loose(completed(passage, sure=False)) == ["Tern", "Heron"]
    assert loose(completed(passage)) == []


@pytest.mark.parametrize(
    ("tag", "words", "entities", "unknown"),
    [
        ("politician", "Ines Varga", [("Ines Varga", "PERSON")], []),
        ("politicalparty", "Heron League", [("Heron League", "ORG")], []),
        ("election", "Heron vote", [("Heron vote", "EVENT")], []),
        ("country", "Norway", [("Norway", "GPE")], []),
        ("location", "Tern River", [("Tern River", "LOC")], []),
        ("organisation", "United Nations", [("United Nations", "ORG")], []),
        ("location", "United Nations", [("United Nations", "ORG")], []),
        ("misc", "Danish", [("Danish", "NORP")], []),
        ("misc", "Heron Cup", [("Heron Cup", "EVENT")], []),
        ("misc", "Heronism", [], ["Heronism"]),
        ("award", "Heron Prize", [], ["Heron Prize"]),
        ("musicgenre", "tern pop", [], []),
    ],
)
def test_crossner(tag: str, words: str, entities: Named, unknown: list[str]) -> None:
    parts = words.split()
    tags = [f"B-{tag}"] + [f"I-{tag}"] * (len(parts) - 1)
    passage = crossner.convert(["We", "saw", *parts, "."], ["O", "O", *tags, "O"])
    assert (named(passage), loose(passage)) == (entities, unknown)


def test_columns_become_sentences(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ines\tB-person\nleft\tO\n\nRain\tO\n", encoding="utf-8")
    assert list(crossner.sentences(tmp_path / "a.txt")) == [(["Ines", "left"], ["B-person", "O"]), (["Rain"], ["O"])]


def test_wikigold() -> None:
    text = "Varga of Tern Radio left Oslo for the Heron Games in Danish rain , 1987"
    classes = {"Varga": "PER", "Tern": "ORG", "Radio": "ORG", "Oslo": "LOC"}
    classes |= dict.fromkeys(("Heron", "Games", "Danish"), "MISC")
    words = text.split()
    tags = [f"I-{classes[word]}" if word in classes else "O" for word in words]
    assert named(wikigold.convert(words, tags)) == [
        ("Varga", "PERSON"),
        ("Tern Radio", "ORG"),
        ("Oslo", "GPE"),
        ("Heron Games", "EVENT"),
        ("Danish", "NORP"),
        ("1987", "DATE"),
    ]


def test_wnut17_reads_tweets_that_hold_an_entity(tmp_path: Path) -> None:
    rows = "so\tO\ntired\tO\n\nTern\tB-corporation\nsold\tO\nHeron\tO\n\nRT\tO\nVarga\tB-person\n"
    (tmp_path / "wnut17train.conll").write_text(rows, encoding="utf-8")
    (tweet,) = wnut17.read(tmp_path)
    assert (named(tweet), loose(tweet)) == ([("Tern", "ORG")], ["Heron"])


def test_redocred() -> None:
    mention = {"sent_id": 0, "type": "PER", "pos": [0, 2]}
    document = {
        "sents": [["Ines", "Varga", "is", "a", "Danish", "all", "-", "rounder", "."], ["Heron", "met", "Tern", "."]],
        "vertexSet": [
            [mention, {"sent_id": 0, "type": "PER", "pos": [1, 2]}],
            [{"sent_id": 0, "type": "LOC", "pos": [4, 5]}],
            [{"sent_id": 1, "type": "ORG", "pos": [0, 1]}],
        ],
    }
    passage = redocred.convert(document)
    assert passage.text == "Ines Varga is a Danish all-rounder. Heron met Tern."
    assert named(passage) == [("Ines Varga", "PERSON"), ("Danish", "NORP"), ("Heron", "ORG")]
    assert loose(passage) == ["Tern"]


@pytest.mark.parametrize(
    ("text", "kind", "entities"),
    [
        ("Foreign Office Minister Ines Varga", "Person", [("Ines Varga", "PERSON")]),
        ("Ines Varga, envoy for the Gulf", "Person", [("Ines Varga", "PERSON")]),
        ("the Heron Front", "Organisation", [("Heron Front", "ORG")]),
        ("the Kurdish HPG", "Organisation", [("HPG", "ORG")]),
        ("UK", "Organisation", [("UK", "GPE")]),
        ("Syrians", "Organisation", [("Syrians", "NORP")]),
        ("We", "Organisation", []),
        ("US Secretary", "Organisation", []),
        ("the camp", "Location", []),
        ("Tern River", "Location", [("Tern River", "LOC")]),
        ("Danish", "Nationality", [("Danish", "NORP")]),
    ],
)
def test_re3d(text: str, kind: str, entities: Named) -> None:
    span = re3d.span_of(text, kind, 0, len(text))
    assert ([(text[span.start : span.end], span.label)] if span else []) == entities


def test_re3d_keeps_the_longest_name() -> None:
    text = "talks with Heron Front of Tern"
    passage = re3d.convert(text, [(11, 16, "Organisation"), (11, 30, "Organisation"), (26, 30, "Location")])
    assert named(passage) == [("Heron Front of Tern", "ORG")]


def test_uner(tmp_path: Path) -> None:
    rows = "# sent_id = 1\n1\tVarga\tB-PER\t-\n2\tleft\tO\t-\n3\tOslo\tB-LOC\t-\n\n1\tTern\tB-ORG\t-\n"
    (tmp_path / "en_ewt-ud-dev.iob2").write_text(rows, encoding="utf-8")
    assert [named(one) for one in uner.read(tmp_path)] == [[("Varga", "PERSON"), ("Oslo", "GPE")], [("Tern", "ORG")]]


def test_an_earlier_build_is_read_back(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    doc = Doc(nlp.vocab, words=["Varga", "met", "Heron"], spaces=[True, True, False])
    doc.set_ents([DocSpan(doc, 0, 1, label="PERSON")], missing=[doc[2:3]], default="outside")
    DocBin(attrs=["ENT_IOB", "ENT_TYPE"], docs=[doc]).to_disk(tmp_path / "a.spacy")
    (passage,) = earlier.read_docbin(tmp_path / "a.spacy")
    assert passage == Passage("Varga met Heron", (Span(0, 5, "PERSON"),), ((10, 15),))


@pytest.mark.parametrize(
    ("text", "share", "kept"),
    [
        ("one two three four five six", 0.5, True),
        ("one two three four five six seven eight", 0.5, False),
        ("too short", 0.5, False),
    ],
)
def test_passages_like_given_texts(text: str, share: float, kept: bool) -> None:
    known = ["zero one two three four five six and more"]
    assert bool(list(earlier.like(iter([Passage(text)]), known, share))) is kept


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "The tern flew over the grey harbour at dawn today."),
        ("a.xml", "<t>The tern flew</t> <t>over the grey harbour at dawn today</t>"),
        ("a.json", '{"body": "The tern flew over the\\ngrey harbour at dawn today"}'),
        ("a.conllu", "# text = The tern flew over the grey harbour at dawn today\n1\tThe\n"),
    ],
)
def test_copy_that_measures_use_is_kept_out(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    banned = overlap.forbidden([tmp_path])
    same = Passage("Yes: the tern flew over the grey harbour at dawn today, he said.")
    other = Passage("The tern flew over the grey harbour, he said.")
    assert list(overlap.clean([same, other], banned)) == [other]
