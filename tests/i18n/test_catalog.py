"""The catalogs: whole, in step with the sources, and compiled as they stand."""

import re
from pathlib import Path
from string import Formatter

import polib
import pytest

from tests.i18n.messages import catalogs, compiled
from tests.i18n.sources import messages

PERCENT = re.compile(r"%%|%\((\w+)\)[sd]")
MARKUP = re.compile(r"<[^>]+>|&\w+;")

every_catalog = pytest.mark.parametrize("catalog", catalogs(), ids=lambda path: path.parent.parent.name)


def test_there_is_another_language() -> None:
    assert [path.parent.parent.name for path in catalogs()] == ["de"]


@every_catalog
def test_what_is_compiled_is_what_is_written(catalog: Path) -> None:
    assert catalog.with_suffix(".mo").read_bytes() == compiled(catalog)


@every_catalog
def test_every_marked_word_is_in_the_catalog_and_no_other(catalog: Path) -> None:
    known = {(entry.msgctxt or "", entry.msgid, entry.msgid_plural) for entry in polib.pofile(str(catalog))}
    assert (messages() - known, known - messages()) == (set(), set())


@every_catalog
def test_everything_is_translated_and_nothing_guessed(catalog: Path) -> None:
    entries = polib.pofile(str(catalog))
    wanting = [entry.msgid for entry in entries if not entry.translated() or entry.obsolete or entry.flags == ["fuzzy"]]
    assert wanting == []


@every_catalog
def test_a_translation_has_the_values_and_the_markup_of_its_text(catalog: Path) -> None:
    wrong = [
        (text, said)
        for entry in polib.pofile(str(catalog))
        for text, said in _pairs(entry)
        if _parts(said) != _parts(text)
    ]
    assert wrong == []


def _pairs(entry: polib.POEntry) -> list[tuple[str, str]]:
    """Each text with what it is translated by."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    return [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]


def _parts(text: str) -> tuple[set[str], set[str], list[str]]:
    """The names in percent signs, the names in braces, and the tags, which may stand in another order."""
    percents = {found[1] or "%" for found in PERCENT.finditer(text)}
    names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return percents, names, sorted(MARKUP.findall(text))
