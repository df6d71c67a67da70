"""The words that the sources mark for translation, found without gettext."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("factcheck", "newsroom")
# Which of its arguments are the context, the text and the plural text, by what a function is called.
MARKS: dict[str, tuple[int | None, int, int | None]] = {
    "Phrase": (None, 0, None),
    "counted": (None, 0, 1),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "_": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext_lazy": (0, 1, 2),
}
STRING = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(?:n?p?gettext|_)\({STRING}(?:, (?:{STRING}|count))*\)")
Message = tuple[str, str, str]


def templates() -> list[Path]:
    """Every template with words."""
    return sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".svg"})


def modules() -> list[Path]:
    """Every module of the product."""
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def messages() -> set[Message]:
    """Each as (context, text, plural text)."""
    found = {one for path in modules() for one in _marked(path.read_text(encoding="utf-8"))}
    for path in templates():
        calls = CALL.findall(templatize(path.read_text(encoding="utf-8")))
        found |= {one for call in calls for one in _marked(call.replace(", count", ""))}
    return found


def _marked(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if not isinstance(node, ast.Call) or name not in MARKS:
            continue
        given = [argument.value if isinstance(argument, ast.Constant) else None for argument in node.args]
        if all(isinstance(given[at], str) for at in MARKS[name] if at is not None):
            context, text, plural = (given[at] if at is not None else "" for at in MARKS[name])
            yield str(context), str(text), str(plural)
