"""A phrase: the English text to whoever reads a text, and more to whoever says it in another language."""

import json
import pickle

import pytest
from django.utils.translation import override

from factcheck.phrase import Phrase, counted, packed, unpacked
from factcheck.web.saying import tongue, translated

HAN = Phrase("“{words}”", words="Han {x}")
ONE = counted("{number} report", "{number} reports", 1)
THREE = counted("{number} report", "{number} reports", 3)
PHRASES = [
    (Phrase("Open"), "Open", "Offen"),
    (Phrase("not in the catalog"), "not in the catalog", "not in the catalog"),
    (HAN, "“Han {x}”", "„Han {x}“"),
    (Phrase("approved {words}", words=HAN), "approved “Han {x}”", "„Han {x}“ freigegeben"),
    (ONE, "1 report", "1 Meldung"),
    (THREE, "3 reports", "3 Meldungen"),
    (
        Phrase("{one} against {other}.", one=THREE, other=ONE),
        "3 reports against 1 report.",
        "3 Meldungen gegen 1 Meldung.",
    ),
    (
        Phrase("The note is too long: at most {number:,} characters.", number=4000),
        "The note is too long: at most 4,000 characters.",
        "Die Notiz ist zu lang: höchstens 4000 Zeichen.",
    ),
]


@pytest.mark.parametrize(("phrase", "english", "german"), PHRASES)
def test_a_phrase_is_its_english_text_until_another_language_says_it(phrase: Phrase, english: str, german: str) -> None:
    assert (phrase, translated(phrase), tongue(phrase)) == (english, english, "")
    with override("de"):
        assert translated(phrase) == german


@pytest.mark.parametrize("phrase", [phrase for phrase, *_ in PHRASES])
def test_a_phrase_that_was_kept_says_the_same(phrase: Phrase) -> None:
    kept = json.loads(json.dumps(packed(phrase)))
    for again in (unpacked(kept), pickle.loads(pickle.dumps(phrase))):  # noqa: S301
        assert (again, packed(again)) == (phrase, packed(phrase))


@pytest.mark.parametrize("text", ["approved “Han”", "{words}", ""])
def test_any_other_text_is_said_as_it_is(text: str) -> None:
    with override("de"):
        assert (translated(text), tongue(text)) == (text, ' lang="en"')


def test_an_exception_says_what_it_was_raised_with() -> None:
    with override("de"):
        assert [translated(ValueError(words)) for words in (Phrase("Open"), "as it is")] == ["Offen", "as it is"]
