"""Laying sentences out as documents."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from tests.training.trees import tree
from training.corpora import layout
from training.corpora.conllu import Sentence, Word
from training.corpora.layout import Layout, lay_out, write

VOCAB = spacy.blank("en").vocab
SPEECH = [
    ('"', "``", "“"), ("I", "PRP", "I"), ("'m", "VBP", "’m"), ("done", "VBN", "done"), ('"', "''", "”"),
    ("Ana", "NNP", "Ana"), ("'s", "POS", "’s"), ("envoy", "NN", "envoy"),
]  # fmt: skip


def _sentence(text: str, document: str = "", paragraph: bool = False) -> Sentence:
    return Sentence(tree(text), document, paragraph)


def _story() -> list[Sentence]:
    return [
        _sentence("Talks/NNS/2/nsubj failed/VBD/0/root", document="story", paragraph=True),
        _sentence("He/PRP/2/nsubj left/VBD/0/root", paragraph=True),
        _sentence("She/PRP/2/nsubj stayed/VBD/0/root"),
    ]


def _only(sentences: list[Sentence], how: Layout) -> Doc:
    (doc,) = lay_out(sentences, VOCAB, how)
    return doc


def test_a_paragraph_begins_after_a_break() -> None:
    doc = _only(_story(), Layout(learning=False))
    assert doc.text == "Talks failed\n\nHe left She stayed "
    assert [sent.text for sent in doc.sents] == ["Talks failed\n\n", "He left", "She stayed"]


@pytest.mark.parametrize(("learning", "labels"), [(True, ("_SP", "dep", "SPACE")), (False, ("", "punct", ""))])
def test_a_break_counts_only_where_we_learn(learning: bool, labels: tuple[str, str, str]) -> None:
    doc = _only(_story(), Layout(learning=learning))
    assert [(t.tag_, t.dep_, t.pos_) for t in doc if t.is_space] == [labels]


def test_a_long_document_is_cut_at_a_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "PIECE", 1)
    learned = [doc.text.replace("\n\n", "\n") for doc in lay_out(_story(), VOCAB, Layout(learning=True))]
    assert learned == ["Talks failed ", "He left She stayed "]
    assert len(list(lay_out(_story(), VOCAB, Layout(learning=False)))) == 1


def test_marks_become_curly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "CURLY_SHARE", 1)
    words = [Word(form, form, "X", tag, i - 1, "dep") for i, (form, tag, _) in enumerate(SPEECH)]
    doc = _only([Sentence(words, "speech")], Layout(learning=True))
    assert [token.text for token in doc] == [curly for _, _, curly in SPEECH]


def test_the_same_seed_gives_the_same_copy() -> None:
    twice = [[doc.text for doc in lay_out(_story() * 20, VOCAB, Layout(learning=True, seed=3))] for _ in range(2)]
    assert twice[0] == twice[1]


def test_documents_are_written_with_their_trees(tmp_path: Path) -> None:
    doc = _only(_story(), Layout(learning=True))
    write([doc], tmp_path / "new" / "trees.spacy")
    (back,) = DocBin().from_disk(tmp_path / "new" / "trees.spacy").get_docs(VOCAB)
    assert [(t.text, t.tag_, t.dep_, t.head.i) for t in back] == [(t.text, t.tag_, t.dep_, t.head.i) for t in doc]
