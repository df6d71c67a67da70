"""Word pieces: the uncased BERT way to cut words, in plain Python, so that no tokenizer package is needed."""

import unicodedata
from collections.abc import Iterator, Sequence

UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"

# A longer run of letters is no word and becomes one unknown piece.
_LONGEST = 100
_CACHE_LIMIT = 100_000
# Each ideograph is a word of its own.
_IDEOGRAPHS = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)
_ASCII_MARKS = frozenset(map(chr, (*range(33, 48), *range(58, 65), *range(91, 97), *range(123, 127))))


class WordPieces:
    """Numbers of the pieces of a word, after the encoder's own list of pieces."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self._cache: dict[str, tuple[int, ...]] = {}
        self.unknown = self._numbers[UNKNOWN]
        self.first = self._numbers[FIRST]
        self.last = self._numbers[LAST]

    def __call__(self, word: str) -> tuple[int, ...]:
        """The pieces of a word, or of several; white space and control signs have none."""
        found = self._cache.get(word)
        if found is None:
            if len(self._cache) >= _CACHE_LIMIT:
                self._cache.clear()
            found = tuple(number for part in _parts(word) for number in self._cut(part))
            self._cache[word] = found
        return found

    def _cut(self, part: str) -> list[int]:
        """Greedy: the longest known piece from the left, again and again."""
        if len(part) > _LONGEST:
            return [self.unknown]
        found, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self._numbers.get(("##" if start else "") + part[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            found.append(number)
            start = end
        return found


def _parts(text: str) -> Iterator[str]:
    """Lower-case runs without accents; each mark and each ideograph stands alone."""
    run = ""
    for sign in unicodedata.normalize("NFD", _cleaned(text)):
        if unicodedata.category(sign) == "Mn":
            continue
        if sign.isspace() or _stands_alone(sign):
            yield from (part for part in (run.lower(), sign) if part.strip())
            run = ""
        else:
            run += sign
    if run:
        yield run.lower()


def _cleaned(text: str) -> str:
    kept = []
    for sign in text:
        if sign in "\t\n\r" or _is_ideograph(sign):
            kept.append(f" {sign} ")
        elif unicodedata.category(sign)[0] != "C" and sign != "\ufffd":
            kept.append(sign)
    return "".join(kept)


def _stands_alone(sign: str) -> bool:
    return sign in _ASCII_MARKS or unicodedata.category(sign)[0] == "P"


def _is_ideograph(sign: str) -> bool:
    return sign >= "㐀" and any(low <= ord(sign) <= high for low, high in _IDEOGRAPHS)
