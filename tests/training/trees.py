"""Small trees of our own, written a word a line: form, tag, part of speech, number of its head, label."""

from training.corpora.conllu import Word

COARSE = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB",
    "VBZ": "AUX", "MD": "AUX", "JJ": "ADJ", "RB": "ADV", "IN": "ADP", "RP": "ADP", "DT": "DET", "PRP": "PRON",
    "PRP$": "PRON", "WDT": "PRON", "CC": "CCONJ", "CD": "NUM", "TO": "PART", "POS": "PART", ".": "PUNCT", ",": "PUNCT",
}  # fmt: skip


def tree(text: str) -> list[Word]:
    """The words of a tree written as `form/tag/head/label`, with spaces between them; heads count from 1."""
    words = []
    for row in text.split():
        form, tag, head, rel = row.rsplit("/", 3)
        words.append(Word(form, form.lower(), COARSE[tag], tag, int(head) - 1, rel))
    return words


def drawn(words: list[Word]) -> str:
    """The tree as `form/head/label`."""
    return " ".join(f"{word.form}/{word.head + 1}/{word.rel}" for word in words)
