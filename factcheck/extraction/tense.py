"""Tense: whether a date without a year or week points ahead or back, by the nearest verb of its sentence."""

import re

# How many characters before and after a date are asked for its tense.
_REACH = 100
_MODALS = "will|shall|would|won['’]t|may|might|could|should|must|can|['’]ll"
_PLANNED = (
    "plans?|planned|planning|scheduled|slated|expected|expects?|set|due|going|hopes?|hoping|intends?|agreed|likely"
    "|about|wants?|ready|is|are|yet"
)
_IRREGULAR = (
    "said|told|was|were|had|did|met|held|came|took|went|made|gave|got|left|won|lost|began|broke|brought|built|bought"
    "|caught|chose|cut|drew|drove|fell|felt|fled|flew|fought|found|grew|heard|hit|hurt|kept|knew|laid|led|lay|paid|put"
    "|quit|ran|rang|rose|sank|sat|saw|sent|set|shook|shot|shut|sold|spent|split|spoke|spread|stood|stole|struck|swept"
    "|swore|taught|thought|threw|wore|wrote|became|been|beat|dealt|fed|shown|seen|taken|given|last|earlier|since|ago"
)
# "The flooded valley" tells nothing of when it is visited.
_ARTICLES = "".join(rf"(?<!\b{word}\s)" for word in ("the", "a", "an", "its", "their", "his", "her", "newly"))
# In order: a modal with its verb, a plan with its verb, "to be held", what only points ahead; then what points back.
_SIGN = re.compile(
    rf"\b(?P<ahead>(?:{_MODALS})(?:\s+(?:not|also|now|be|then|likely))*\s+[\w-]+"
    rf"|(?:{_PLANNED})\s+(?:\w+\s+)?(?:to|for)(?:\s+be)?\s+[\w-]+|to\s+be\s+[\w-]+|\bset\s+for|(?:was|were|is|are)\s+due"
    r"|upcoming|scheduled|slated|expected|due|going\s+to|ahead\s+of|next|forthcoming|starting|begins?|opens?|starts?"
    r"|takes?\s+(?:place|over|office|effect)|kicks?\s+off|expires?|convenes?|resumes?)\b"
    rf"|\b(?P<back>{_IRREGULAR}|{_ARTICLES}(?!(?:hundred|need|feed|seed|speed|indeed|united|red|bed|breed|exceed|proceed)\b)[a-z]+ed)\b",
    re.IGNORECASE,
)
_RIGHT_BEFORE = re.compile(
    r"\b(?:until|till|by|before|for|ahead of|effective|starting|beginning|from)\s+(?:the\s+)?$", re.I
)
# What was said then and there was said before the report, whatever the saying is about.
_TELLING = re.compile(
    r"\b(?:interview|statement|speech|remarks|conference|briefing|report|release|letter|memo|message|address|tweet)"
    r"\s+(?:(?:early|late)\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
_AGENT = re.compile(r"(?:ed|en|held|made|done|led|shot|sent|won|built|sold|put|set)\s+by\s+$", re.I)


def future(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether the date [start, end) in the sentence [first, last) points ahead; the nearest sign of tense counts."""
    before = text[max(first, start - _REACH) : start]
    if _TELLING.search(before):
        return False
    leading = _RIGHT_BEFORE.search(before)
    if leading and not _AGENT.search(before):
        return leading[0].split()[0].lower() != "from" or _ahead(before, last=True) is True
    told = _ahead(before, last=True)
    if told is None and not text.startswith(("'s", "’s"), end):
        told = _ahead(text[end : min(last, end + _REACH)], last=False)
    return told is True


def _ahead(window: str, *, last: bool) -> bool | None:
    """What the last or first sign of a stretch says; None where there is none."""
    found = None
    for match in _SIGN.finditer(window):
        found = match["ahead"] is not None
        if not last:
            break
    return found
