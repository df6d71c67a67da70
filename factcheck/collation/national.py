"""The two national spellings of English: one word to a desk, whichever of them an agency keeps to."""

import re
from functools import lru_cache

from wordfreq import zipf_frequency

from factcheck.collation.lexicon import SYNONYM_FOLDS

# Endings of a word that stands in the table of pairs.
PAIR_ENDINGS = ("s", "ed", "ing", "er", "ers", "y")
VOWELS = frozenset("aeiouy")
FEWEST_VOWELS = 2

# Learned words of Greek and Latin, British with ae or oe; elsewhere "ae" and "oe" are no spelling of "e".
LEARNED = re.compile(
    "paed|haem(?=[aeo])|aemi(?=[acs])|archae|palae|gynae|mediaev|primaev|praesidi|faec|caesar|(?<=an)aesth|"
    "oedem|oestr|oesoph|foet|rrhoe|homoeo|coelia|amoeb|manoeuv"
)

# Where the spellings differ within a word: the British form, the American one. Only a known word is made of it.
ENDINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"(?<=...)our(?=(?:s|ed|ing|ers?|abl[ey]|al|ally|ful|fully|less|ly|hoods?|ites?|y|ism|ists?)?$)", "or"),
        (r"(?<=...)is(?=(?:e|es|ed|ing|er|ers|able|ation|ations|ational)$)", "iz"),
        (r"(?<=...)ys(?=(?:e|es|ed|ing|er|ers)$)", "yz"),
        (r"(?<=..t)re(?=s?$)", "er"),
        (r"(?<=..t)r(?=ed$|ing$)", "er"),
        (r"(?<=...)(?<!l)l(?=ment(?:s|al)?$)", "ll"),
        (r"(?<=..)(?<!l)l(?=ful(?:ly|ness)?$)", "ll"),
        (r"(?<=...)ogue(?=s?$)", "og"),
        (r"(?<=...)ogu(?=ed$|ing$)", "og"),
    )
)
DOUBLED = re.compile(r"^(?P<base>[a-z]{3,}l)l(?P<ending>ed|ing|ings|er|ers|or|ors|ist|ists|ous|ously|en)$")


@lru_cache(maxsize=65536)
def american(word: str) -> str:
    """A lower-case word as American copy spells it; the word itself where the nations agree, or nothing is known."""
    folded = _paired(word) or _single(word)
    if folded:
        return folded
    word = LEARNED.sub(lambda match: match[0].replace("ae", "e").replace("oe", "e"), word)
    word = word.replace("maneuvre", "maneuver").replace("maneuvr", "maneuver")
    for pattern, replacement in ENDINGS:
        candidate = pattern.sub(replacement, word)
        if candidate != word and (_known(candidate) or not _known(word)):
            return candidate
    return word


def _paired(word: str) -> str | None:
    """The other spelling from the table, for the word or for a form of it."""
    if word in SYNONYM_FOLDS:
        return SYNONYM_FOLDS[word]
    cut = ((word[: -len(ending)], ending) for ending in PAIR_ENDINGS if word.endswith(ending))
    forms = (SYNONYM_FOLDS[base] + ending for base, ending in cut if base in SYNONYM_FOLDS)
    return next((form for form in forms if _known(form)), None)


def _single(word: str) -> str | None:
    """One l for two before an ending, where the word without the ending has one: travelled, but not filled."""
    match = DOUBLED.match(word)
    if not match:
        return None
    base, candidate = match["base"], match["base"] + match["ending"]
    long = sum(letter in VOWELS for letter in base) >= FEWEST_VOWELS
    return candidate if long and _zipf(base) > _zipf(base + "l") and _known(candidate) else None


def _known(word: str) -> bool:
    return _zipf(word) > 0


def _zipf(word: str) -> float:
    return float(zipf_frequency(word, "en"))
