"""Made-up quotations to fill an archive with: English words, drawn as often as they are used, and standing phrases."""

import random
from functools import cache
from itertools import accumulate

from wordfreq import top_n_list, word_frequency

VOCABULARY = 20_000
SHORTEST, LONGEST = 8, 40
# Every so many quotations one is a phrase that people of all stories say.
STANDING_SHARE = 0.03
STANDING = (
    "our thoughts tonight are with the families of everybody who was hurt in {place}",
    "an independent inquiry into the disaster in {place} will leave no stone unturned",
    "the company does not comment on individual customers or pending court cases in {place}",
    "we condemn this cowardly attack on innocent civilians in {place} in the strongest terms",
    "negotiations in {place} were frank, constructive and held in a spirit of mutual respect",
)
PLACES = ("Tessel", "Norwick", "Port Amity", "Lower Quay", "Ostrava Bay", "Kelm", "Sarrow", "Vennet")
GIVEN = ("Orla", "Nils", "Vera", "Per", "Lan", "Tomas", "Ines", "Joan", "Amir", "Ruth", "Paolo", "Sanna")
SYLLABLES = ("bran", "dor", "fel", "gar", "hol", "kin", "lund", "mor", "nor", "rey", "sol", "tav", "ver", "wick")


def seeded(seed: int = 1) -> random.Random:
    """Draws that are the same for one seed."""
    return random.Random(seed)  # noqa: S311 - it makes up copy, no secrets


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    words = [word for word in top_n_list("en", VOCABULARY) if word.isalpha()]
    return words, list(accumulate(word_frequency(word, "en") for word in words))


def quotation(draw: random.Random) -> str:
    """What somebody says: mostly words that nobody said in that order before."""
    if draw.random() < STANDING_SHARE:
        return draw.choice(STANDING).format(place=draw.choice(PLACES))
    words, weights = _vocabulary()
    return " ".join(draw.choices(words, cum_weights=weights, k=draw.randint(SHORTEST, LONGEST)))


def person(draw: random.Random) -> str:
    """Who says it; some people are in the news more often than others."""
    family = "".join(SYLLABLES[int(draw.triangular(0, len(SYLLABLES), 0))] for _ in range(3))
    return f"{draw.choice(GIVEN)} {family.capitalize()}"


def edited(text: str, edits: int, draw: random.Random) -> str:
    """The quotation with so many words dropped, put in or replaced by others."""
    row, (words, weights) = text.split(), _vocabulary()
    for _ in range(edits):
        at, new = draw.randrange(len(row)), draw.choices(words, cum_weights=weights, k=1)
        dropped = draw.choice((0, 1))
        row[at : at + dropped] = draw.choice(([], new)) if dropped else new
    return " ".join(row)
