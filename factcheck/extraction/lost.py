"""Where a lost quotation mark most likely stood."""

import re
from functools import cache

from factcheck.extraction import glyphs, lexicon
from factcheck.extraction.sentences import sentences


@cache
def _cue() -> re.Pattern[str]:
    """The end of quoted words before an attribution: a comma or stop, up to five words, a verb of saying."""
    verbs = "|".join(sorted(lexicon.words("saying_plain")))
    subject = r"(?:[\w.'’-]+\s+){1,5}?"
    return re.compile(rf"[,?!.](?=\s+(?:(?:{verbs})\s+[\w.]|{subject}(?:{verbs})\b))")


def lost_close(text: str, start: int, end: int) -> int:
    """Where a quotation that starts at ``start`` and lost its closing mark before ``end`` should end."""
    cue = _cue().search(text, start, end)
    if cue:
        return cue.end()
    first = next(iter(sentences(text[start:end])), None)
    return start + first.end if first else end


def lost_open(text: str, start: int, end: int) -> int | None:
    """Where a quotation that ends at ``end`` and lost its opening mark should start; None where nothing tells."""
    if not text[start:end].endswith((",", ".", "!", "?")):
        return None
    spans = sentences(text[start:end])
    if not spans:
        return None
    sentence = text[start + spans[-1].start : end]
    said = any(word in lexicon.words("saying_plain") for word in re.findall(r"[a-z]+", sentence))
    return None if said or not glyphs.starts_whole(text, start + spans[-1].start) else start + spans[-1].start
