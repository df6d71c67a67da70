"""Markdown, with every sign in the copy that could be taken as markup escaped."""

import re
from collections.abc import Iterator

from factcheck.digest.renderers.outline import Content, Copy, Entry, Section, outline
from factcheck.types import SegmentKind

ANYWHERE = re.compile(r"[\\`*_{}\[\]<>#|~]")
LINE_START = re.compile(r"^([+\-=])", re.MULTILINE)
LIST_NUMBER = re.compile(r"^(\d+)([.)])", re.MULTILINE)


def render(content: Content) -> bytes:
    """The whole digest as Markdown."""
    page = outline(content)
    blocks = [f"# {escaped(page.title)}", f"*{escaped(page.issued)}*"]
    blocks += [f"**{escaped(note)}**" for note in page.notes]
    blocks += [escaped(page.summary)] if page.summary else []
    for part in page.parts:
        blocks += _copy(part) if isinstance(part, Copy) else _section(part)
    if page.fingerprint:
        blocks.append(f"SHA-256 `{page.fingerprint}`")
    return ("\n\n".join(blocks) + "\n").encode()


def escaped(words: str) -> str:
    """The words as they are, never as markup; lines are joined and leading space goes, both mean something here."""
    flat = " ".join(words.split())
    signs = ANYWHERE.sub(r"\\\g<0>", flat.replace("&", "&amp;"))
    return LIST_NUMBER.sub(r"\1\\\2", LINE_START.sub(r"\\\1", signs))


def _section(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.title)}"
    if not section.entries:
        yield escaped(section.empty)
    else:
        entries = enumerate(section.entries, start=1)
        yield "\n".join(_entry(entry, f"{number}. " if section.numbered else "- ") for number, entry in entries)


def _entry(entry: Entry, sign: str) -> str:
    indent = " " * len(sign)
    details = (f"\n{indent}- {escaped(detail)}" for detail in entry.details)
    return sign + escaped(entry.words) + "".join(details)


def _copy(copy: Copy) -> Iterator[str]:
    yield f"## {escaped(copy.title)}"
    for line in copy.lines:
        sign = "### " if line.kind == SegmentKind.HEADLINE else ""
        yield sign + escaped(line.words)
