"""Passages: text with spans, and the Docs that they become."""

import pytest
import spacy

from training.corpora.entity_spans import (
    Passage,
    Span,
    bio_spans,
    detokenize,
    join,
    passage_of_words,
    pieces,
    to_doc,
    with_spans,
)

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Ines Varga , 41 , left .", "Ines Varga, 41, left."),
        ("He did n't say ( so far ) why", "He didn't say (so far) why"),
        ("Tern 's office said it 's late", "Tern's office said it's late"),
        ('" Go , " she said .', '"Go," she said.'),
        ('She said : " Go . "', 'She said: "Go."'),
        ("It cost $ 40 %", "It cost $40%"),
        ("the ' old ' port", "the 'old' port"),
    ],
)
def test_words_become_running_text(words: str, text: str) -> None:
    made, offsets = detokenize(words.split())
    assert made == text
    assert [made[start:end] for start, end in offsets] == words.split()


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("O B-PER I-PER O", [(1, 3, "PER")]),
        ("I-ORG I-ORG O", [(0, 2, "ORG")]),
        ("B-LOC B-LOC", [(0, 1, "LOC"), (1, 2, "LOC")]),
        ("I-ORG I-PER", [(0, 1, "ORG"), (1, 2, "PER")]),
        ("I-ORG O I-ORG", [(0, 1, "ORG"), (2, 3, "ORG")]),
        ("O O", []),
    ],
)
def test_tags_become_word_ranges(tags: str, found: list[tuple[int, int, str]]) -> None:
    assert bio_spans(tags.split()) == found


def test_an_entity_without_a_label_is_unknown() -> None:
    passage = passage_of_words(["Varga", "won", "the", "Heron", "Prize"], [(0, 1, "PERSON"), (3, 5, None)])
    assert passage == Passage("Varga won the Heron Prize", (Span(0, 5, "PERSON"),), ((14, 25),))


def test_added_spans_give_way_to_those_there_and_settle_the_unknown() -> None:
    passage = Passage("Varga met Danes in May", (Span(0, 5, "PERSON"),), ((10, 15),))
    found = with_spans(passage, [Span(0, 9, "ORG"), Span(10, 15, "NORP")])
    assert found == Passage(passage.text, (Span(0, 5, "PERSON"), Span(10, 15, "NORP")), ())


def test_joined_passages_keep_their_spans() -> None:
    one, two = Passage("Varga left.", (Span(0, 5, "PERSON"),)), Passage("Oslo slept.", (Span(0, 4, "GPE"),), ((5, 10),))
    joined = join([one, two], "\n\n")
    assert [joined.text[span.start : span.end] for span in joined.spans] == ["Varga", "Oslo"]
    assert joined.text[slice(*joined.unknown[0])] == "slept"


def test_a_long_passage_is_cut_at_ends_of_sentences_and_never_inside_a_name() -> None:
    text = "Varga left. Oslo slept. Dr. Tern of St. Olav spoke.\n\nRain fell."
    spans = tuple(
        Span(text.index(name), text.index(name) + len(name), "X") for name in ("Varga", "Oslo", "Tern of St. Olav")
    )
    parts = list(pieces(Passage(text, spans), size=12))
    assert [part.text for part in parts] == [
        "Varga left.",
        "Oslo slept.",
        "Dr.",
        "Tern of St. Olav spoke.\n\nRain fell.",
    ]
    assert [part.text[s.start : s.end] for part in parts for s in part.spans] == ["Varga", "Oslo", "Tern of St. Olav"]


@pytest.mark.parametrize(
    ("passage", "entities", "missing"),
    [
        (Passage("Ines Varga left", (Span(0, 10, "PERSON"),)), [("Ines Varga", "PERSON")], []),
        (Passage("Tern-led talks", (Span(0, 2, "ORG"),)), [], ["Tern"]),
        (Passage("the Heron Prize", (), ((4, 15),)), [], ["Heron", "Prize"]),
        (Passage("Varga won", (Span(0, 5, "PERSON"),), ((0, 9),)), [("Varga", "PERSON")], ["won"]),
    ],
)
def test_a_passage_becomes_a_doc(passage: Passage, entities: list[tuple[str, str]], missing: list[str]) -> None:
    doc = to_doc(NLP, passage)
    assert [(ent.text, ent.label_) for ent in doc.ents] == entities
    assert [token.text for token in doc if token.ent_iob == 0] == missing
