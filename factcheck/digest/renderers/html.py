"""A page that stands alone: no script, no address, its own few lines of style, everything else escaped."""

from collections.abc import Iterator
from html import escape

from factcheck.digest.renderers.outline import Content, Copy, Entry, Line, Section, outline
from factcheck.types import SegmentKind

STYLE = """
:root { color-scheme: light dark }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.55 Georgia, "Times New Roman", serif }
h1, h2, h3 { line-height: 1.2 }
h2 { margin-top: 2.5rem; border-top: 1px solid; padding-top: .6rem; font-size: 1.25rem }
.notice { padding: .5rem .8rem; border: 2px solid; font: 600 .95rem/1.4 system-ui, sans-serif }
.summary { font-size: 1.2rem }
.issued, .detail, .changed, .quiet { font: .85rem/1.45 system-ui, sans-serif }
.detail { margin: .15rem 0 }
li { margin-bottom: .7rem }
.changed { margin: -.5rem 0 1rem; padding-left: .7rem; border-left: .2rem solid }
.caption, .credit, .furniture, .byline, .dateline { font-size: .9rem }
.fingerprint { overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none } h2 { break-after: avoid } article { break-before: page } }
""".strip()
HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<main>"""
FOOT = """</main>
</body>
</html>
"""


def render(content: Content) -> bytes:
    """The whole digest as one page."""
    page = outline(content)
    lines = [HEAD.format(title=escape(page.title), style=STYLE), _tag("h1", page.title)]
    lines.append(_tag("p", page.issued, "issued"))
    lines += [_tag("p", note, "notice") for note in page.notes]
    lines += [_tag("p", page.summary, "summary")] if page.summary else []
    for part in page.parts:
        lines += _copy(part) if isinstance(part, Copy) else _section(part)
    if page.fingerprint:
        lines.append(_tag("p", f"SHA-256 {page.fingerprint}", "quiet fingerprint"))
    return "\n".join([*lines, FOOT]).encode()


def _tag(name: str, words: str, kind: str = "") -> str:
    """One element. ``dir=auto`` keeps words of another direction from turning what stands around them."""
    style = f' class="{escape(kind)}"' if kind else ""
    return f'<{name}{style} dir="auto">{escape(words)}</{name}>'


def _section(section: Section) -> Iterator[str]:
    yield "<section>"
    yield _tag("h2", section.title)
    if section.entries:
        name = "ol" if section.numbered else "ul"
        yield f"<{name}>"
        yield from map(_entry, section.entries)
        yield f"</{name}>"
    else:
        yield _tag("p", section.empty)
    yield "</section>"


def _entry(entry: Entry) -> str:
    details = "".join(_tag("p", detail, "detail") for detail in entry.details)
    return f'<li dir="auto">{escape(entry.words)}{details}</li>'


def _copy(copy: Copy) -> Iterator[str]:
    yield "<article>"
    yield _tag("h2", copy.title)
    for line in copy.lines:
        yield from _line(line)
    yield "</article>"


def _line(line: Line) -> Iterator[str]:
    """A paragraph in one piece, so that it can be copied; what changed in it stands below."""
    yield _tag("h3" if line.kind == SegmentKind.HEADLINE else "p", line.words, line.kind)
    if line.notes:
        yield _tag("p", f"Changed here: {'; '.join(line.notes)}.", "changed")
