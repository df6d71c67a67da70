"""Furniture: what stands in copy and is none of it, such as "Read more:", credits of the page, end marks and rules.

Each row is a shape at the start of a paragraph. ``longest`` keeps a shape from swallowing a sentence that only begins
like one.
"""

import re
from dataclasses import dataclass

from factcheck.intake.agencies import is_agency_like, known

LINE = 200
TAIL = 700


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of furniture; ``leads`` when the line after it belongs to it, as the headline under "RELATED" does."""

    pattern: re.Pattern[str]
    longest: int = LINE
    leads: bool = False


def _shape(pattern: str, longest: int = LINE, *, leads: bool = False) -> Shape:
    return Shape(re.compile(pattern, re.IGNORECASE), longest, leads)


POINTERS = (
    r"read (?:more|also|next|on)|see also|also read|related(?: \w+)?|more (?:on|from) [^:]{1,60}|watch|listen"
    r"|recommended|editors?[’']s? picks?|in pictures|further reading|don[’']t miss|you may also like"
)
POINTERS_ALONE = r"(?:read more|related(?: (?:stories|articles|news|topics|coverage))?|recommended|see also|also read)"
PAGE = (
    r"advertisement|sponsored(?: content)?|(?:story|article) continues (?:below|after).*|continue reading.*"
    r"|scroll (?:down )?to continue.*|share(?: this.*)?|comments?|print|e-?mail|loading|load more|license photo"
)
ASKING = r"(?:sign up|subscribe|click here|download (?:the|our)|get (?:the latest|our))\b"
ASKED = r"(?:newsletter|app|subscribe|alerts?|inbox|here|updates)\W*$"
NETWORKS = r"(?:twitter|facebook|x|instagram|threads|bluesky|telegram|youtube|whatsapp)\b"
FIELDS = r"tags?|topics?|categor(?:y|ies)|keywords?|filed under|location|section|length|dateline|(?:story|item) id"
DATE = r"(?:\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \w{3,9}\.? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4})"
DESK_WORK = r"(?:reporting|writing|editing|compiled|translated|produced|edited|written)"
BRACKETED = (
    r"\((?:with )?(?:inputs?|agenc|reporting|writing|editing|adds|rewrites|updates|recasts|corrects"
    r"|this (?:story|report|article|copy)|only the headline|except for)"
)
HANDLED = r"(?:not been|edited|published|generated|produced|translated|updated|corrected|feed|redistributed|rewritten)"
RIC = r"(?-i:<[A-Z0-9]{1,8}\.[A-Z]{1,3}>)"
SHAPES = (
    _shape(rf"(?:{POINTERS})\s*[:|»>]\s*$", leads=True),
    _shape(rf"(?:{POINTERS})\s*[:|»>]"),
    _shape(rf"{POINTERS_ALONE}$", leads=True),
    _shape(r"(?-i:RELATED)\s+\S"),
    _shape(rf"(?:{PAGE})\W*$"),
    _shape(rf"(?:follow|like) (?:us|me|@\S+|.{{1,40}}) on {NETWORKS}"),
    _shape(rf"{ASKING}.*{ASKED}"),
    _shape(r"sources?\s*[:：]"),
    _shape(r"(?:image|photo|picture|video) sources?\b\W*(?:[:,].*)?$"),
    _shape(r"(?:©|\(c\)\s|copyright\b)"),
    _shape(r".{0,80}\ball rights reserved\b"),
    _shape(r"(?:published|posted|filed) (?:in|under)\b(?!.*[.!?]$)"),
    _shape(rf"(?:{FIELDS})\s*:"),
    _shape(
        r"(?:first |last )?(?:published|updated|posted|modified|issued|revised)(?: (?:on|at))?\s*:?\s*"
        r"(?:[\w,.:/-]+\s+){0,8}[\w,.:/-]*\d[^.!?]{0,12}$",
        100,
    ),
    _shape(r"[^.!?]{0,60}\|[^.!?]{0,60}(?:\d{4}|updated|published|\d{1,2}:\d\d)", 160),
    _shape(rf"{DATE}(?:\W+(?:at\s)?\d{{1,2}}[:.]\d\d.{{0,40}})?$", 90),
    _shape(r"\w{2,20}\) \d{1,2}:\d\d, ", 60),
    _shape(r"\d{1,2}\s?/\s?\d{1,2}$|\d+ min(?:ute)?s? read$|\d+ of \d+$|\d+ words?$"),
    _shape(rf"\((?:additional |with )?{DESK_WORK}(?: and {DESK_WORK})? by\b", TAIL),
    _shape(
        r"(?:additional )?(?:reporting|writing|editing)(?: and (?:writing|editing))? by [A-Z]"
        r"(?:[^.]*$|.*\b(?:editing|writing) by\b)",
        400,
    ),
    _shape(r"(?:story|text|report|article|words) by [A-Z][^.!?]*$", 120),
    _shape(BRACKETED, 400),
    _shape(r"\(\$1 ?= ?"),
    _shape(r"(?:.{1,200} )?contributed to this (?:report|story|article)\b", 400),
    _shape(rf"this (?:story|article|report|material|copy) (?:has|was|is|may)\b.{{0,40}}{HANDLED}", 400),
    _shape(r"(?:eds?|editors?[’']s?[ -]note|note to (?:editors|readers)|advisory)\s*[:_]", 400),
    _shape(r"the following information is not (?:intended )?for publication", 400),
    _shape(r"\W*\b(?:end|ends|enditem|more|30|endit|end item)\b\W*$", 14),
    _shape(r"={1,3}\s?\w[\w ]{0,30}$"),
    _shape(r"[\W_]+$", 80),
    _shape(r"(?:https?://|www\.)\S+$", 400),
    _shape(r"\S+@\S+\.\S+$"),
    _shape(r"(?:twitter|x|facebook|instagram|telegram|e-?mail|contact)\s*:\s*\S", 100),
    _shape(rf"{RIC}(?:\s*{RIC})*$"),
)
# Most paragraphs are none of these, and one look tells so.
ANY = re.compile("|".join(shape.pattern.pattern for shape in SHAPES), re.IGNORECASE)
LONGEST = max(shape.longest for shape in SHAPES)
# What may close a body paragraph on its own line.
CLOSINGS = re.compile(
    r"(?<=\S)\s*(?:\((?:additional |with )?(?:reporting|writing|editing|compiled|inputs?)\b[^()]{0,600}\)"
    r"|\((?:end|ends)\)|={2,3}\s?\w[\w ]{0,30}|\benditem|(?:©|\(c\)) ?[^.!?]{2,80}|#{3}|# # #)\s*$",
    re.IGNORECASE,
)
# A line of quoted words may end in marks only, and a line of dots may be an elision.
MARKS = re.compile(r"[\"'“”‘’«».…\s]+$")
MAX_AGENCY_LINE = 60


def shape_of(paragraph: str) -> Shape | None:
    """The shape of furniture that the whole paragraph is, if any."""
    if len(paragraph) > LONGEST or MARKS.match(paragraph) or not ANY.match(paragraph):
        return None
    fitting = (shape for shape in SHAPES if len(paragraph) <= shape.longest and shape.pattern.match(paragraph))
    return next(fitting, None)


def is_agency_line(paragraph: str) -> bool:
    """A line with nothing but an agency's name: ``Associated Press=``, ``(Kyodo)``."""
    bare = paragraph.strip("()= ")
    bracketed = paragraph.startswith("(") and paragraph.endswith(")")
    if len(paragraph) > MAX_AGENCY_LINE:
        return False
    return known(bare) is not None or (bracketed and is_agency_like(bare))


def closing(paragraph: str) -> int:
    """Where furniture at the end of a body paragraph begins; its length when there is none."""
    found = CLOSINGS.search(paragraph, max(0, len(paragraph) - TAIL))
    if not found:
        return len(paragraph)
    return found.start() + len(found.group()) - len(found.group().lstrip())


def opens_bracket(paragraph: str) -> bool:
    """A tail in brackets whose closing one stands on a later line."""
    return paragraph.startswith("(") and ")" not in paragraph
