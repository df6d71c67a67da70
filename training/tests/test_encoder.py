"""The encoder's training."""

from collections import Counter

import pytest
import spacy
import torch
from spacy.tokens import Span

from factcheck.extraction.encoder.wordpiece import WordPieces
from tests.extraction.encoder.tiny import PIECES
from training.encoder import data, export, learner, model

LABELS = ("ORG", "PERSON")
OUTSIDE, BEGIN_ORG, BEGIN_PERSON, INSIDE_ORG, INSIDE_PERSON = range(5)
QUIET = data.Noise(line_breaks=0, upper=0, title=0)


def test_tags_of_a_document() -> None:
    doc = spacy.blank("en").make_doc("Mara Lund left the Fleet early")
    doc.set_ents([Span(doc, 0, 2, "PERSON"), Span(doc, 4, 5, "ORG")], missing=[doc[5:6]], default="outside")
    expected = [BEGIN_PERSON, INSIDE_PERSON, OUTSIDE, OUTSIDE, BEGIN_ORG, data.MISSING]
    assert data.tagging(doc, LABELS).tags == expected


@pytest.mark.parametrize("size", [20, 200])
def test_an_epoch_holds_every_tag_once(size: int) -> None:
    held = [data.Tagging(["mara", "lund", "."] * count, [2, 4, 0] * count) for count in range(1, 40)]
    batches = data.batches(held, WordPieces(PIECES), QUIET, size, seed=1)
    tags = Counter(int(tag) for batch in batches for tag in batch.tags.flatten())
    words = sum(range(1, 40))
    assert [tags[tag] for tag in range(5)] == [words, 0, words, 0, words]
    assert all(len(batch.pieces) == 1 or batch.pieces.numel() <= size for batch in batches)


def test_the_same_seed_gives_the_same_epoch() -> None:
    held = [data.Tagging(["mara", "lund", "."], [2, 4, 0])] * 50
    noise = data.Noise(line_breaks=1, hidden=0.5)

    def epoch(seed: int) -> list[list[list[int]]]:
        return [batch.pieces.tolist() for batch in data.batches(held, WordPieces(PIECES), noise, 100, seed)]

    assert epoch(1) == epoch(1)
    assert epoch(1) != epoch(2)


def test_casing_noise() -> None:
    held = [data.Tagging(["the", "fleet", "said"], [0, 1, 0])]
    for noise, expected in (
        (QUIET, [2, 1, 1]),
        (data.Noise(upper=1), [6, 5, 5]),
        (data.Noise(upper=0, title=1), [2, 3, 3]),
    ):
        (batch,) = data.batches(held, WordPieces(PIECES), noise, 100, seed=1)
        assert batch.shapes.tolist() == [[0, *expected, 0]]


@pytest.mark.parametrize(
    ("step", "progress", "expected"), [(0, 0.0, 0.1), (4, 0.0, 0.5), (20, 0.5, 0.5), (99, 1.0, 0.0)]
)
def test_learning_rate(step: int, progress: float, expected: float) -> None:
    assert learner.learning_rate(step, progress, warm_up=10) == expected


def test_the_table_loses_less_than_one_step_of_its_scale() -> None:
    weights = torch.randn(20, 384)
    table = model.quantised({"embeddings.word_embeddings.weight": weights})
    assert bool(((table.vectors() - weights).abs() <= torch.from_numpy(table.scales)[:, None] / 2 + 1e-6).all())


def test_padding_changes_no_scores() -> None:
    torch.manual_seed(1)
    tagger = model.Tagger(tags=5).eval()
    vectors, shapes = torch.randn(1, 6, 384), torch.randint(1, 20, (1, 6))
    mask = torch.tensor([[0.0] * 4 + [-1e4] * 2])[:, None, None, :]
    shapes[:, 4:] = 0
    with torch.inference_mode():
        alone = tagger(vectors[:, :4], shapes[:, :4])
        assert torch.allclose(tagger(vectors, shapes, mask)[:, :4], alone, atol=1e-5)


def test_dropout_leaves_the_mean_as_it_is() -> None:
    torch.manual_seed(1)
    dropout = model.Dropout(0.1)
    found = dropout(torch.ones(100, 384))
    assert round(float((found == 0).float().mean()), 2) == 0.1
    assert round(float(found.mean()), 2) == 1.0
    assert bool((dropout.eval()(found) == found).all())


def test_evening_out_makes_peaks_small_and_changes_no_output() -> None:
    torch.manual_seed(1)
    encoder = model.Encoder(model.Dropout(0.0)).eval()
    layer = encoder.layers[0]
    with torch.no_grad():
        layer.inner.bias[7] = 50.0
    vectors = torch.randn(1, 4, 384)
    seen: list[float] = []
    layer.outer.register_forward_pre_hook(lambda _, inputs: seen.append(float(inputs[0].abs().max())))
    with torch.inference_mode():
        before = encoder(vectors)
        export.even_out(encoder, lambda: encoder(vectors))
        after = encoder(vectors)
    assert torch.allclose(before, after, atol=1e-4)
    assert seen[0] > 49
    assert seen[-1] < 2
