import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction import pipeline
from factcheck.extraction.pipeline import READ_LIMIT, extract, load
from factcheck.types import ClaimKind, ExtractedArticle, Segment, SegmentKind, WireCopy
from tests.extraction.reading import body, claims_of

FRAGMENTS = [
    "“", "”", '"', "``", "''", "‘", "’", "'", "(", ")", ",", ".", ":", "—", "-", "\n", "\n\n", " ", "...", "/", "$",
    "Foreign Minister Nora Lind", "Lind", "said", "told Per Holm", "the minister", "according to", "between", "and",
    "U.S.", "Mr.", "EE.UU.", "St.", "of", "the", "The dam held,", "2,300 people", "one", "Monday", "May", "31 Feb 2023",
    "6:40 p.m.", "as saying", "who", "NATO", "Han Min Su", "’s", "-year-old", "99999999999 years ago", "é", "中文",
    "." * 150, "(" * 99, "x" * 200, "  ", "9" * 400, "²", "½", "٣", "1e999",
    "\u202e", "%", "\x00", "İ", "ß", "👩‍🚒", "\u2028", "\ufeff", "İstanbul Bank",
]  # fmt: skip


def checked(read: ExtractedArticle) -> None:
    """Every span must be exact, every claim must be the only one of its kind there, and sentences must not overlap."""
    text = read.copy.text
    for claim in read.claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.text == text[claim.start : claim.end]
        for mention in (claim.speaker, claim.cue):
            assert mention is None or mention.text == text[mention.start : mention.end]
    keys = [(claim.kind, claim.start, claim.end) for claim in read.claims]
    assert len(keys) == len(set(keys))
    assert [claim.start for claim in read.claims] == sorted(claim.start for claim in read.claims)
    assert all(left.end <= right.start for left, right in zip(read.sentences, read.sentences[1:], strict=False))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40), st.sampled_from(["", " "]))
def test_any_mixture_of_news_is_read(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    checked(extract(WireCopy("a", text, body(text)), load()))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    checked(extract(WireCopy("a", text), load()))


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00", "\ud800", "?" * 50, "“" * 50, "a" * 5000])
def test_odd_copy_is_read(text: str) -> None:
    checked(extract(WireCopy("a", text, body(text)), load()))


def test_long_copy_is_read_up_to_a_limit_and_in_bounded_time() -> None:
    paragraph = (
        "“The dam held,” Mayor Nora Lind said on Monday." + " The water went on falling all day long." * 10 + "\n"
    )
    text = paragraph * (READ_LIMIT // len(paragraph) + 20)
    began = perf_counter()
    read = extract(WireCopy("a", text, body(text)), load())
    assert perf_counter() - began < 60
    checked(read)
    assert READ_LIMIT - len(paragraph) < read.claims[-1].end <= READ_LIMIT


def test_a_single_long_line_is_read_in_bounded_time() -> None:
    text = "The dam “held and Nora Lind said Ode's it, " * 1500
    began = perf_counter()
    checked(extract(WireCopy("a", text, (Segment(SegmentKind.BODY, 0, len(text)),)), load()))
    assert perf_counter() - began < 60


@pytest.mark.parametrize("sign", [".", "(", "$", "’", "“", "-", "http://x.y/", "A.", "1,"])
def test_a_long_run_is_read_in_linear_time(sign: str) -> None:
    text = "The dam held. " + sign * (20_000 // len(sign))
    began = perf_counter()
    checked(extract(WireCopy("a", text, body(text)), load()))
    assert perf_counter() - began < 15


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["a", "b.", "(", ".", "x" * 60, "y" * 150, " ", "  ", "\n", "\xa0", "é"]), max_size=40))
def test_the_tokens_are_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert pipeline._document(text, load()).text == text


def test_furniture_gives_no_claims() -> None:
    text = "Read more: “Nora Lind” in Oslo on Monday, 14 people"
    segments = (Segment(SegmentKind.FURNITURE, 0, len(text)),)
    assert extract(WireCopy("a", text, segments), load()).claims == ()


def test_claims_carry_the_kind_of_their_segment() -> None:
    text = "Lind in Oslo\nMinister Nora Lind came to Oslo."
    first, second = body(text)
    segments = (Segment(SegmentKind.HEADLINE, first.start, first.end), second)
    read = extract(WireCopy("a", text, segments), load())
    layers = {(claim.text, claim.layer) for claim in read.claims if claim.kind is ClaimKind.PLACE}
    assert layers == {("Oslo", SegmentKind.HEADLINE), ("Oslo", SegmentKind.BODY)}


def test_places_are_told_by_their_own_name() -> None:
    found = claims_of("He left the USA for Gaza City in the Gaza Strip.", ClaimKind.PLACE)
    assert [(c.text, c.value) for c in found] == [
        ("USA", {"entity": "United States", "kind": "country"}),
        ("Gaza City", {"entity": "Gaza City", "kind": "city"}),
        ("Gaza Strip", {"entity": "Gaza", "kind": "region"}),
    ]


def test_the_pipeline_is_loaded_once() -> None:
    assert load() is load("rules")
    assert load().pipe_names == ["wire_sentences", "wire_claims"]


def test_what_a_folder_recognises_reaches_the_names(tmp_path: Path) -> None:
    trained = spacy.blank("en")
    ruler: Any = trained.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "Quorvex"}])
    trained.to_disk(tmp_path)
    text = "They saw Quorvex and left."
    read = extract(WireCopy("a", text, body(text)), load(str(tmp_path)))
    named = [(claim.text, claim.value["type"]) for claim in read.claims if claim.kind is ClaimKind.NAME]
    assert named == [("Quorvex", "ORG")]


def test_a_folder_may_name_the_components_of_the_encoder(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    for name in ("word_pieces", "encoder_entities", "sentence_vectors"):
        nlp.add_pipe(name)
    nlp.config.to_disk(tmp_path / "config.cfg")
    code = (
        "import sys, spacy; import factcheck.extraction.pipeline;"
        "nlp = spacy.util.load_model_from_config(spacy.util.load_config(sys.argv[1])); print(*nlp.pipe_names)"
    )
    told = subprocess.run([sys.executable, "-c", code, tmp_path / "config.cfg"], capture_output=True, text=True)
    assert told.stdout.split() == ["word_pieces", "encoder_entities", "sentence_vectors"], told.stderr


def test_the_service_does_not_import_spacy() -> None:
    code = (
        "import os, sys, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'newsroom.settings'; django.setup();"
        "import factcheck.extraction.service, factcheck.extraction.marks; sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
