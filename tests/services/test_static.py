"""Static files are collected again only when one of them is newer than the last time."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders

from newsroom import stack


@pytest.fixture
def style(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """The only static file there is, written at the moment 1000."""
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATIC_ROOT.mkdir()
    settings.STATICFILES_DIRS = [tmp_path / "static"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    finders.get_finder.cache_clear()
    style = tmp_path / "static" / "style.css"
    style.parent.mkdir()
    style.touch()
    os.utime(style, (1000, 1000))
    yield style
    finders.get_finder.cache_clear()


@pytest.mark.parametrize(
    ("collected_at", "expected"), [(None, False), (999, False), (1000, False), (1001, True)], ids=str
)
def test_collected(style: Path, settings: Any, collected_at: int | None, expected: bool) -> None:
    if collected_at is not None:
        manifest = settings.STATIC_ROOT / "staticfiles.json"
        manifest.touch()
        os.utime(manifest, (collected_at, collected_at))
    assert stack._collected() is expected
