"""How a finished document becomes bytes that any parser takes. The same document gives the same bytes."""

import json
import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# XML 1.0 has no way to write these, not even by their number; lone halves of surrogate pairs have no UTF-8 either.
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONE_HALF = re.compile("[\ud800-\udfff]")
# A page may hold the document in a script element, where only these could end it.
MARKUP = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def legal(words: str) -> str:
    """The words with U+FFFD for each character that XML cannot hold, so that offsets stay as they are."""
    return ILLEGAL.sub("\ufffd", words)


def root(name: str, namespace: str, attributes: Mapping[str, str]) -> etree._Element:
    """The outermost element; its namespace is the default of all that stands in it."""
    element = etree.Element(f"{{{namespace}}}{name}", nsmap={None: namespace})
    return _with(element, "", attributes)


def add(
    parent: etree._Element, name: str, words: str = "", attributes: Mapping[str, str] | None = None
) -> etree._Element:
    """One more element of the parent's namespace. An attribute without a value is left out."""
    namespace = etree.QName(parent).namespace
    element = etree.SubElement(parent, f"{{{namespace}}}{name}" if namespace else name)
    return _with(element, words, attributes or {})


def _with(element: etree._Element, words: str, attributes: Mapping[str, str]) -> etree._Element:
    element.text = legal(words) or None
    for key, value in attributes.items():
        if value:
            element.set(key, legal(value))
    return element


def xml_document(element: etree._Element) -> bytes:
    """The document with its declaration; elements that hold words get no space that is not theirs."""
    return etree.tostring(element, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def json_document(value: Any) -> bytes:
    """The document with letters as they are."""
    return _printed(value).encode()


def script_document(value: Any) -> bytes:
    """JSON that may also stand in a page's script element: no word in it can end that element."""
    return _printed(value).translate(MARKUP).encode()


def _printed(value: Any) -> str:
    return LONE_HALF.sub("\ufffd", json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
