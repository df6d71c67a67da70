"""What corpora of names leave out and rules can add: peoples, dates and figures; and what nobody can vouch for."""

import re

from training.corpora.entity_spans import Passage, Span, free_of, with_spans
from training.corpora.figures import figure_spans
from training.corpora.word_lists import peoples, words_of

CAPITAL = re.compile(r"(?<![.!?:;\n]\s)(?<![.!?:;\n][\"“'‘(]\s)(?<=[\w,;)’'\"”-]\s)[A-Z][\w’'-]*")
WORDS = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")


def people_spans(text: str) -> list[Span]:
    """Words of the list of peoples."""
    found = []
    known = peoples()
    for match in WORDS.finditer(text):
        first = match.group().split()[0]
        if match.group() in known:
            found.append(Span(match.start(), match.end(), "NORP"))
        elif first in known:
            found.append(Span(match.start(), match.start() + len(first), "NORP"))
        elif " " in match.group() and (second := match.group().split()[1]) in known:
            found.append(Span(match.end() - len(second), match.end(), "NORP"))
    return found


def completed(passage: Passage, sure: bool = True) -> Passage:
    """The passage with peoples, dates and figures added by rule.

    Where the corpus is not sure to have annotated every name, other words with a capital inside a sentence are unknown.
    """
    passage = with_spans(passage, people_spans(passage.text))
    passage = with_spans(passage, figure_spans(passage.text))
    if sure:
        return passage
    loose = [
        Span(match.start(), match.end(), "")
        for match in CAPITAL.finditer(passage.text)
        if match.group() not in words_of("titles")
    ]
    unknown = [(span.start, span.end) for span in free_of(loose, [*passage.spans, *passage.unknown])]
    return Passage(passage.text, passage.spans, tuple(sorted([*passage.unknown, *unknown])))


def misc_label(name: str) -> str | None:
    """The label of a name of class MISC, or None where the words do not tell."""
    if name in peoples():
        return "NORP"
    return "EVENT" if not words_of("event_words").isdisjoint(name.split()) else None
