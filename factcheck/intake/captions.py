"""Captions and picture credits. A caption carries claims, so it is told from furniture and from the body."""

import re

# A credit stands at the end of a caption and is no longer than this.
REACH = 180
PICTURE = r"(?:Photo(?:graph|graphy|s)?|Image|Picture|Illustration|Video|Handout|PHOTO|FILE PHOTO)"
GIVEN = r"(?:by\b|courtesy\b|credits?\b|from\b|via\b|supplied\b|provided\b|:|/|\|)"
AGENCIES = r"(?:REUTERS|AP|AFP|EPA|UPI|Xinhua|Getty Images?|Kyodo|EFE|ANSA)"
CREDIT = re.compile(
    r"(?:^|(?<=[.!?\"”'’)\]])\s+|\s(?=[|(\[]))(?P<credit>"
    rf"[|(\[]?\s?(?:File\s)?{PICTURE}\s?{GIVEN}[^\n]{{0,140}}"
    r"|(?:Courtesy of|Credit:|Screengrab from|Handout via)[^\n]{0,120}"
    r"|\((?:[A-Z][\w-]{1,15}\s)?(?:[Pp]hoto|File|file|Handout)\b[^()]{0,100}\)"
    r"|\[(?:Photo|Image|File)\b[^\[\]]{0,100}\]"
    rf"|{AGENCIES}/[A-Z][^\n]{{1,80}}"
    r"|\([A-Z][\w ]{1,20}/[A-Z][^()]{1,60}\))\s*$"
)
OPENERS = re.compile(
    r"(?:FILE PHOTO|FILE|PHOTO|Caption|CAPTION|Pictured)\s?[:–—-]|In this (?:file |undated )?(?:photo|image|picture)\b"
)
CREDIT_LINE = re.compile(
    r"(?:Getty Images|(?:Photo|Image|Picture)s?\s?:.*"
    r"|[A-Z][\w. ]{2,40}/(?:Getty Images|[A-Z]{2,5}|[A-Z][\w-]{2,20}))\W*$"
)
# What is left on the next line of a credit that was broken after its stroke.
REMNANT = re.compile(r"[A-Z][\w.-]{0,11}$")


def credit_start(paragraph: str) -> int | None:
    """Where the picture credit that ends the paragraph begins; None when it ends with none."""
    found = CREDIT.search(paragraph, max(0, len(paragraph) - REACH))
    if found:
        return found.start("credit")
    return 0 if len(paragraph) < REACH and CREDIT_LINE.match(paragraph) else None


def opens_as_caption(paragraph: str) -> bool:
    """Whether it says of itself that it describes a picture."""
    return OPENERS.match(paragraph) is not None


def is_remnant(credit: str, line: str) -> bool:
    """Whether a short line is the rest of a credit that was broken over a line end: ``.../`` and then ``X``."""
    return REMNANT.match(line) is not None and (credit.endswith("/") or len(line) == 1)
