"""The words that an export holds, whatever its format: on one line, as whoever opens the file reads them."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

from lxml import etree, html
from openpyxl import load_workbook

from tests.digest.offices import words_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words_in(format: str, data: bytes) -> str:
    """All words of the file; of a document with tracked changes those that stand once the changes are accepted."""
    return " ".join(" ".join(READERS[format](data)).split())


def tracked_in(data: bytes) -> dict[str, str]:
    """What a document inserts and deletes by its tracked changes, each as one line."""
    document = etree.fromstring(ZipFile(BytesIO(data)).read("word/document.xml"))
    return {
        tag: " | ".join("".join(change.itertext(f"{W}{words}")) for change in document.iter(f"{W}{tag}"))
        for tag, words in (("ins", "t"), ("del", "delText"))
    }


def _plain(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8-sig")


def _markdown(data: bytes) -> Iterator[str]:
    yield data.decode().replace("\\", "")


def _page(data: bytes) -> Iterator[str]:
    """What is struck out of a page is no longer said there."""
    page = html.fromstring(data.decode())
    for gone in page.xpath("//style | //del"):
        gone.drop_tree()
    yield page.text_content()


def _json(data: bytes) -> Iterator[str]:
    yield from _strings(json.loads(data))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    inner: Iterable[Any] = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _strings(one)


def _xml(data: bytes) -> Iterator[str]:
    root = etree.fromstring(data)
    for node in root.iter(etree.Element):
        yield from map(str, node.attrib.values())
    yield from map(str, root.itertext())


def _csv(data: bytes) -> Iterator[str]:
    for row in csv.reader(StringIO(data.decode("utf-8-sig"))):
        yield from row


def _workbook(data: bytes) -> Iterator[str]:
    for sheet in load_workbook(BytesIO(data), read_only=True):
        for row in sheet.iter_rows(values_only=True):
            yield from (str(cell) for cell in row if cell is not None)


def _document(data: bytes) -> Iterator[str]:
    for paragraph in etree.fromstring(ZipFile(BytesIO(data)).read("word/document.xml")).iter(f"{W}p"):
        yield "".join(paragraph.itertext(f"{W}t"))


def _pack(data: bytes) -> Iterator[str]:
    pack = ZipFile(BytesIO(data))
    for name in pack.namelist():
        if not name.endswith(".py"):
            yield from (_json if name.endswith(".json") else _plain)(pack.read(name))


def _pdf(data: bytes) -> Iterator[str]:
    yield words_of(data)


READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "html": _page,
    "pdf": _pdf,
    "text": _plain,
    "markdown": _markdown,
    "docx": _document,
    "xlsx": _workbook,
    "evidence": _pack,
    "json": _json,
    "ninjs": _json,
    "newsml-g2": _xml,
    "nitf": _xml,
    "schema-org": _json,
    "claim-review": _json,
    "web-annotation": _json,
    "tei": _xml,
    "csv": _csv,
}
