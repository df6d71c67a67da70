"""What an editor reads, as a text that another language can say: the English one, with the values that stand in it."""

from collections.abc import Mapping
from typing import Any


class Phrase(str):
    """The English text with its values, wherever it is read as a text: so it is compared, stored and printed.

    ``msgid`` is what the catalogs know it by, and ``values`` stand in its braces. Where ``number`` chooses between two
    texts, ``plural`` is the other.
    """

    msgid: str
    plural: str
    number: int
    values: Mapping[str, Any]

    def __new__(cls, msgid: str, **values: Any) -> "Phrase":
        """One text for every number."""
        return _made(msgid, "", 1, values)


def counted(msgid: str, plural: str, number: int, **values: Any) -> Phrase:
    """The one text or the other, by the number, which stands in both as ``{number}``."""
    return _made(msgid, plural, number, {"number": number, **values})


def packed(phrase: Phrase) -> dict[str, Any]:
    """As JSON keeps it, to be said later."""
    values = {name: packed(value) if isinstance(value, Phrase) else value for name, value in phrase.values.items()}
    return {"msgid": phrase.msgid, "plural": phrase.plural, "number": phrase.number, "values": values}


def unpacked(kept: Mapping[str, Any]) -> Phrase:
    """What was kept."""
    values = {name: unpacked(value) if isinstance(value, dict) else value for name, value in kept["values"].items()}
    return _made(kept["msgid"], kept["plural"], kept["number"], values)


def _made(msgid: str, plural: str, number: int, values: Mapping[str, Any]) -> Phrase:
    english = plural if plural and number != 1 else msgid
    phrase = str.__new__(Phrase, english.format(**values) if values else english)
    phrase.msgid, phrase.plural, phrase.number, phrase.values = msgid, plural, number, values
    return phrase
