"""Characters that a desk must hear about: what cannot be stored, what cannot be seen, what was decoded wrongly.

Replacements are one to one, so that every offset into the text as received still holds.
"""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Marks that turn the direction of what follows: with them words can be made to show in another order.
DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
WORD = re.compile(r"[^\W_]")
CONTEXT = 12


def readable(text: str) -> bool:
    """Whether there is a letter or a digit in it."""
    return WORD.search(text) is not None


def control_count(text: str) -> int:
    """How many control characters it holds, line ends and tabs apart."""
    return len(CONTROLS.findall(text))


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with what no database can store replaced one to one by �, and a sentence for each oddity."""
    notes = (_nuls(text), _surrogates(text), _controls(text), _directions(text))
    return UNSTORABLE.sub(REPLACEMENT, text), tuple(note for note in notes if note)


def suspect(text: str) -> tuple[str, ...]:
    """A sentence when the text looks decoded in the wrong encoding before it came here; it is never changed."""
    if text.isascii():
        return ()
    # Loaded late: most copy never needs it.
    from ftfy import fix_encoding

    better = fix_encoding(text)
    if better == text:
        return ()
    seen, meant = _difference(text, better)
    return (f"Some characters look wrongly decoded: “{seen}” is probably “{meant}”. The text is kept as received.",)


def _difference(text: str, better: str) -> tuple[str, str]:
    pairs = enumerate(zip(text, better, strict=False))
    at = next((index for index, (seen, meant) in pairs if seen != meant), 0)
    # A few letters before it, from the start of the word.
    start = max(text.rfind(" ", 0, at) + 1, at - CONTEXT)
    return _shown(text[start:]), _shown(better[start:])


def _shown(text: str) -> str:
    words = text[: 3 * CONTEXT].split()
    return words[0] if words else ""


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _nuls(text: str) -> str:
    count = text.count("\x00")
    found = _counted(count, "NUL character")
    return f"The copy held {found}, which cannot be stored; each is shown as {REPLACEMENT}." if count else ""


def _surrogates(text: str) -> str:
    count = len(UNSTORABLE.findall(text)) - text.count("\x00")
    found = _counted(count, "broken character")
    return f"The copy held {found} (unpaired surrogates); each is shown as {REPLACEMENT}." if count else ""


def _controls(text: str) -> str:
    count = control_count(text) - text.count("\x00")
    return f"The copy holds {_counted(count, 'control character')}, kept as received." if count else ""


def _directions(text: str) -> str:
    count = len(DIRECTIONS.findall(text))
    found = _counted(count, "bidirectional control character")
    return (
        f"The copy holds {found}: words may show in another order than they stand. Kept as received." if count else ""
    )
