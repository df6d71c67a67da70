"""A digest's content comes in, one file in an export format goes out. A new format is one module and one row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.digest.renderers import html, json, markdown, text


@dataclass(frozen=True, slots=True)
class Renderer:
    """One export format."""

    label: str
    media_type: str
    extension: str
    render: Callable[[Mapping[str, Any]], str]


RENDERERS: Mapping[str, Renderer] = {
    "html": Renderer("HTML", "text/html", "html", html.render),
    "markdown": Renderer("Markdown", "text/markdown", "md", markdown.render),
    "text": Renderer("Plain text", "text/plain", "txt", text.render),
    "json": Renderer("JSON", "application/json", "json", json.render),
}
