"""The card of a pipeline."""

from training.card import SYNTAX, Made, card
from training.sources import CORPORA

PRF = {"ents_p": 0.8, "ents_r": 0.7, "ents_f": 0.747}
NAMES = {
    **PRF,
    "ents_per_type": {"PERSON": {"p": 0.9, "r": 0.8, "f": 0.847}, "GPE": {"p": 1.0, "r": 0.5, "f": 0.667}},
    "genres": {"news": PRF},
}
SHARES = dict(zip(SYNTAX, (0.91, 0.92, 0.93, 0.84, 0.85, 0.86), strict=True))
TREES = {**SHARES, "genres": {"news": {key: share - 0.5 for key, share in SHARES.items()}}}
SCORES = {
    "trees, EWT test": TREES,
    "trees, GUM test": TREES,
    "names by encoder_entities, GUM test": NAMES,
    "names by ner, GUM test": NAMES,
    "slips": {"found": 0.5, "false": 0.001},
}


def _rows(first: str) -> list[str]:
    made = Made(
        {"spacy": "3.8"}, {"epochs": 6.0, "encoder_rate": 0.00015}, {"layers": 3}, {"ner-train.spacy": "0de1b5"}
    )
    lines = list(card("en_wire 1.0.0", SCORES, made))
    return [line for line in lines if line.startswith(first)]


def test_scores_are_told_by_label_and_genre() -> None:
    assert _rows("| GPE") == ["| GPE | 100.0 | 50.0 | 66.7 |"] * 2
    assert (
        _rows("| - news")
        == ["| - news | 41.0 | 42.0 | 43.0 | 34.0 | 35.0 | 36.0 |"] * 2 + ["| - news | 80.0 | 70.0 | 74.7 |"] * 2
    )
    assert _rows("| trees") == ["| trees | tags | parts of speech | lemmas | UAS | LAS | sentences, F |"]
    assert _rows("| EWT") == ["| EWT test | 91.0 | 92.0 | 93.0 | 84.0 | 85.0 | 86.0 |"]


def test_every_corpus_is_named_with_its_licence() -> None:
    assert [row.split(" | ")[1] for row in _rows("| [")] == [one.licence for one in CORPORA]


def test_what_it_was_made_from_is_told() -> None:
    assert _rows("The encoder's recipe") == ["The encoder's recipe: epochs 6, encoder_rate 0.00015."]
    assert _rows("The slips' recipe") == ["The slips' recipe: layers 3."]
    assert _rows("Slips put") == [
        "Slips put into text of the corpora: 50.0 are found where 0.1 of the right words are called wrong."
    ]
    assert _rows("| ner-train") == ["| ner-train.spacy | 0de1b5 |"]
    assert _rows("# ") == ["# en_wire 1.0.0"]
