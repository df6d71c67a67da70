"""An empty Word document in the desk's own looks: a newspaper's serif, quiet heads, every page numbered."""

from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from factcheck.digest.renderers.wordml import element, field, paragraph, run

SERIF = "Georgia"
SANS = "Arial"
INK, QUIET, ALARM = "111111", "555555", "9B1C1C"
MARGIN, TEXT_WIDTH = Mm(25), Mm(160)
TWIPS = 635


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph of a style looks; sizes and distances in points."""

    size: float
    font: str = SERIF
    bold: bool = False
    italic: bool = False
    color: str = INK
    before: float = 0
    after: float = 6
    left: float = 0
    hanging: float = 0
    keep: bool = False
    line: float = 1.15


# By the number that paragraphs name their style with.
LOOKS = {
    "Normal": Look(11),
    "Title": Look(24, bold=True, after=4, line=1.05),
    "Subtitle": Look(13, italic=True, color=QUIET, after=10, line=1.2),
    "Heading1": Look(14, bold=True, before=20, after=6, keep=True),
    "Heading2": Look(12, bold=True, before=18, after=4, keep=True),
    "Header": Look(8.5, SANS, color=QUIET, after=0),
    "Footer": Look(8.5, SANS, color=QUIET, after=0),
    "Notice": Look(12, SANS, bold=True, color=ALARM, after=8, keep=True),
    "Issued": Look(9, SANS, color=QUIET, after=14),
    "Entry": Look(11, left=24, hanging=24, before=4, after=2),
    "Detail": Look(9, SANS, color=QUIET, left=24, after=2),
    "CopyHeadline": Look(17, bold=True, after=6, keep=True, line=1.05),
    "CopyDetail": Look(9.5, italic=True, color=QUIET, after=6),
    "CopyBody": Look(11.5, after=8, line=1.3),
    "Fingerprint": Look(7.5, SANS, color=QUIET, before=16, after=0),
    "CommentText": Look(10, SANS, after=2),
}
NAMES = {
    "CopyHeadline": "Copy Headline",
    "CopyDetail": "Copy Detail",
    "CopyBody": "Copy Body",
    "CommentText": "annotation text",
}
TEMPLATE_LOOKS = ("w:rFonts", "w:pBdr", "w:tabs")
BUILT_IN = ("Normal", "Title", "Subtitle", "Heading1", "Heading2", "Header", "Footer")


def empty(language: str, head: str, running: str, foot: str) -> WordDocument:
    """A document without a word but those at the top and the foot of every page."""
    document = Document()
    _without_picture(document)
    for name, look in LOOKS.items():
        _put_on(_style(document, name), look)
    _comment_sign(document)
    for place in document.styles.element.iter(qn("w:lang")):
        place.set(qn("w:val"), language)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = MARGIN
    _line(section.header, "Header", [run(head)], [run(running)])
    _line(section.footer, "Footer", [run(foot)], [field("PAGE", "1"), run(" of "), field("NUMPAGES", "1")])
    return document


def _without_picture(document: WordDocument) -> None:
    """Takes away the small picture that the template has of itself."""
    relations = document.part.package.rels
    for name in [name for name, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[name]


def _style(document: WordDocument, name: str) -> Any:
    if name in BUILT_IN:
        return next(style for style in document.styles if style.style_id == name)
    made = document.styles.add_style(NAMES.get(name, name), WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    made.element.set(qn("w:styleId"), name)
    return made


def _put_on(style: Any, look: Look) -> None:
    font, spacing = style.font, style.paragraph_format
    # The template's own looks go: theme fonts would win over the font, its title has a rule, its head two stops.
    for old in [one for name in TEMPLATE_LOOKS for one in style.element.iter(qn(name))]:
        old.getparent().remove(old)
    font.name, font.size, font.bold, font.italic = look.font, Pt(look.size), look.bold, look.italic
    font.element.rPr.rFonts.set(qn("w:cs"), look.font)
    font.color.rgb = RGBColor.from_string(look.color)
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(look.before), Pt(look.after), look.line
    spacing.left_indent, spacing.first_line_indent = Pt(look.left), Pt(-look.hanging)
    spacing.keep_with_next = look.keep
    spacing.widow_control = True


def _comment_sign(document: WordDocument) -> None:
    sign = document.styles.add_style("annotation reference", WD_STYLE_TYPE.CHARACTER)
    sign.element.set(qn("w:styleId"), "CommentReference")
    sign.font.size = Pt(8)


def _line(part: Any, style: str, left: list[Any], right: list[Any]) -> None:
    """What stands at the top or the foot of a page: something at each end."""
    made = paragraph(style, *left, element("r", element("tab")), *right)
    stop = element("tab", val="right", pos=str(TEXT_WIDTH // TWIPS))
    made.find(qn("w:pPr")).append(element("tabs", stop))
    part.is_linked_to_previous = False
    held = part.paragraphs[0]._p
    held.getparent().replace(held, made)
