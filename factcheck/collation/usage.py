"""Usage: whether the reports of an event mean to print a word that looks like a slip."""

import re

from factcheck.collation.event import Event

# Copies of one origin share its slips, so only this many origins make a form a word.
INDEPENDENT = 2
CAPITALISED = r"(?<=[a-z,] ){title}\b"
GLOSSED = (
    r"[(“\"‘]{word}[)”\"’]|\b{word}[”\"’]? \((?!\d)|\b{word}[”\"’]?, (?:or|meaning|known as) "
    r"|\b(?:called|known as|termed|dubbed|named|means)(?: an?| the)? [“\"‘]?{word}\b"
)


def established(event: Event, word: str) -> bool:
    """True when independent origins print the word, as they do a term, or a report capitalises or explains it."""
    printed = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    used = [article.name for article in event.articles if printed.search(article.copy.text)]
    meant = re.compile(rf"{CAPITALISED}|{GLOSSED}".format(title=re.escape(word.capitalize()), word=re.escape(word)))
    return event.origins(used) >= INDEPENDENT or any(meant.search(article.copy.text) for article in event.articles)
