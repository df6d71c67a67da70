"""No word of a page is written past the catalog."""

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, Token, TokenType

from tests.i18n.sources import ROOT, modules, templates

WORD = re.compile(r"[A-Za-z]{2,}")
SPOKEN = frozenset({"aria-label", "title", "placeholder", "alt", "data-head"})
# A name is the same in every language, and so is what is printed on a key.
SAME = frozenset({"Newsroom", "· Newsroom", "Shift", "Esc"})
# Words given to a tag or a filter in quotation marks, past ``_( )``: they begin with a capital, or hold a space.
GIVEN = re.compile(r"""(?<!_\()"(?:[A-Z][a-z]+[^"+]*|[a-z]+ [^"]*)\"""")
# Exceptions and functions whose first words an editor reads, by name, with the place of those words.
SAID = {"CannotDecide": 0, "CannotIssue": 0, "ValidationError": 0, "success": 1, "warning": 1, "error": 1}
# What a conflict says to an editor.
SENTENCES = frozenset({"summary", "reason"})
SENTENCE = re.compile(r"""["'`][A-Z][a-z]+ [^"'`]*["'`]""")
# In a script, a text with values, and two words of it that stand side by side.
VALUES, TEXT, WORDS = re.compile(r"\$\{[^}]*\}"), re.compile("`[^`]*`"), re.compile("[A-Za-z]{2,} [A-Za-z]{2,}")


class Words(HTMLParser):
    """The words of a page that stand outside its tags, and in those attributes that are spoken or shown."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.unread = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.unread = tag in {"style", "script"}
        self.found += [value or "" for name, value in attributes if name in SPOKEN]

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.found.append(data)


@pytest.mark.parametrize("path", templates(), ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_word_of_a_template_stands_outside_translation(path: Path) -> None:
    assert unwrapped(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Open {{ number }}</p>", ["Open"]),
        ('<p>{% translate "Open" %} {{ number }}</p>', []),
        ("<p>{% blocktranslate %}Open {{ number }}{% endblocktranslate %}</p>", []),
        ('<a title="Open"{% if here %} class="it"{% endif %}>·</a>', ["Open"]),
        ('{% include "a.html" with title="Open points" %}', ['"Open points"']),
        ('{% include "a.html" with title=_("Open points") name="level-error" %}', []),
        ('{{ reason|default:"Not known" }}', ['"Not known"']),
        ('{{ at|date:"DATETIME_FORMAT" }} <kbd>z</kbd>', []),
    ],
)
def test_what_is_outside_translation(source: str, expected: list[str]) -> None:
    assert unwrapped(source) == expected


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sentence_for_an_editor_is_said_past_the_catalog(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    plain = [ast.unparse(call) for call in calls if _plain(call)]
    assert plain == []


@pytest.mark.parametrize("path", sorted((ROOT / "static/js").glob("*.js")), ids=lambda path: path.name)
def test_a_script_takes_its_words_from_the_page(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    with_values = [text for text in TEXT.findall(VALUES.sub("", source)) if WORDS.search(text)]
    assert SENTENCE.findall(source) + with_values == []


def unwrapped(source: str) -> list[str]:
    """The words of a template that no catalog is asked for."""
    page, given, within = Words(), [], False
    for token in Lexer(source).tokenize():
        name = token.contents.split()[0] if token.token_type == TokenType.BLOCK else ""
        if name in {"block", "blocktranslate", "endblock", "endblocktranslate"}:
            within = name == "blocktranslate" or token.contents == "block main_class"
        elif token.token_type == TokenType.TEXT and not within:
            page.feed(token.contents)
        given += _given(token, name)
    page.close()
    words = [" ".join(text.split()) for text in page.found if WORD.search(text)]
    return [text for text in words if text not in SAME] + given


def _given(token: Token, name: str) -> list[str]:
    if token.token_type not in {TokenType.VAR, TokenType.BLOCK} or name in {"if", "elif", "translate", "url"}:
        return []
    return GIVEN.findall(token.contents)


def _plain(call: ast.Call) -> bool:
    """Whether a function that speaks to an editor is given a text as it stands in the module."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name == "ConflictDraft" and any(_texts(given.value) for given in call.keywords if given.arg in SENTENCES):
        return True
    at = SAID.get(name)
    if at is None or len(call.args) <= at or (at == 1 and ast.unparse(call.func).split(".")[0] != "messages"):
        return False
    return _texts(call.args[at])


def _texts(said: ast.expr) -> bool:
    """Whether an expression is a text with words, or chooses between such texts."""
    if isinstance(said, ast.IfExp):
        return _texts(said.body) or _texts(said.orelse)
    parts = said.values if isinstance(said, ast.JoinedStr) else [said]
    return any(isinstance(part, ast.Constant) and WORD.search(str(part.value)) is not None for part in parts)
