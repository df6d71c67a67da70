"""Plain text: lists wrapped for reading, the copy itself one paragraph a line, ready to be pasted on."""

from collections.abc import Iterator
from textwrap import wrap

from factcheck.digest.renderers.outline import Content, Copy, Entry, Section, outline

WIDTH = 78


def render(content: Content) -> bytes:
    """The whole digest as one text."""
    page = outline(content)
    lines = [*_title(page.title, "="), page.issued, ""]
    for words in (*page.notes, page.summary):
        lines += [*_wrapped(words, "", ""), ""] if words else []
    for part in page.parts:
        lines += _copy(part) if isinstance(part, Copy) else _section(part)
    if page.fingerprint:
        lines += [f"SHA-256 {page.fingerprint}"]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _title(words: str, rule: str) -> Iterator[str]:
    yield from wrap(words, WIDTH)
    yield rule * min(WIDTH, max(1, len(words)))


def _section(section: Section) -> Iterator[str]:
    yield from _title(section.title, "-")
    if not section.entries:
        yield section.empty
    for number, entry in enumerate(section.entries, start=1):
        yield from _entry(entry, f"{number}. " if section.numbered else "- ")
    yield ""


def _entry(entry: Entry, sign: str) -> Iterator[str]:
    indent = " " * len(sign)
    yield from _wrapped(entry.words, sign, indent)
    for detail in entry.details:
        yield from _wrapped(detail, indent, indent)


def _wrapped(words: str, first: str, later: str) -> Iterator[str]:
    """Wrapped at spaces only: a long address or a compound with hyphens stays whole."""
    yield from wrap(
        words,
        WIDTH,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _copy(copy: Copy) -> Iterator[str]:
    yield from _title(copy.title, "-")
    for line in copy.lines:
        yield line.words
        yield ""
