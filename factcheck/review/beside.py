"""Which paragraphs of two reports tell the same, so that they can be read side by side. Pure."""

from collections.abc import Sequence

from factcheck.collation.words import is_function_word, normal, rarity, stem

# Paragraphs that belong together share this much of the rare words of the shorter one.
ALIKE = 0.3


def paired(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """The places of paragraphs that are each other's likest, in rising order on both sides."""
    one, other = [_weights(text) for text in left], [_weights(text) for text in right]
    likest = [_likest(weights, other) for weights in one]
    back = [_likest(weights, one) for weights in other]
    mutual = [(at, found) for at, found in enumerate(likest) if found is not None and back[found] == at]
    return _rising(mutual)


def _weights(text: str) -> dict[str, float]:
    return {stem(norm): rarity(norm) for norm in normal(text) if not is_function_word(norm)}


def _likest(mine: dict[str, float], others: Sequence[dict[str, float]]) -> int | None:
    scored = [(_alike(mine, other), -at) for at, other in enumerate(others)]
    best, place = max(scored, default=(0.0, 0))
    return -place if best >= ALIKE else None


def _alike(one: dict[str, float], other: dict[str, float]) -> float:
    least = min(sum(one.values()), sum(other.values()))
    return sum(one[name] for name in one.keys() & other.keys()) / least if least else 0.0


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that never goes back on the right: a page scrolls one way."""
    best: list[list[tuple[int, int]]] = []
    for pair in pairs:
        before = max((run for run in best if run[-1][1] < pair[1]), key=len, default=[])
        best.append([*before, pair])
    return max(best, key=len, default=[])
