"""Agencies and outlets by the names, hosts and end marks that copy carries. The table is ``data/agencies.json``."""

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

TABLE = Path(__file__).parent / "data" / "agencies.json"
MAX_SLUG = 80
MAX_NAME = 60
# Words that end the name of an agency, whoever it is.
AGENCY_NAME = re.compile(
    r"\b(?:press|news|wire|agency|service|newswire|news agency|media|report|times)$", re.IGNORECASE
)
# Who speaks for himself, by the start or the end of the name: what others report of, their own paper has first hand.
INSTITUTION = re.compile(
    r"^(?:the )?(?:ministry|department|embassy|office|secretariat|government|parliament|board|council) of\b|"
    r"\b(?:ministry|embassy|secretariat|police|court|city council|white house|kremlin|downing street|parliament|"
    r"central bank)$",
    re.IGNORECASE,
)
NOT_A_NAME = re.compile(r"^(?:the\s+)|\s*(?:\d{4}|all rights reserved\.?|inc\.?|ltd\.?)\s*$", re.IGNORECASE)
UNKNOWN = ("", "")


@dataclass(frozen=True, slots=True)
class Agency:
    """A known agency: its slug and the name that editors read."""

    slug: str
    name: str


@cache
def _by_name() -> dict[str, Agency]:
    rows = json.loads(TABLE.read_text(encoding="utf-8"))
    return {
        _folded(name): Agency(row["slug"], row["name"])
        for row in rows
        for name in (row["slug"], row["name"], *row["names"], *row["hosts"])
    }


def _folded(name: str) -> str:
    return NOT_A_NAME.sub("", " ".join(name.split())).strip(" .=©()[]").casefold()


def known(name: str) -> Agency | None:
    """The agency of that slug, name or host, if the table has it."""
    return _by_name().get(_folded(name))


def is_agency_like(name: str) -> bool:
    """Whether it is a known agency, or is called as agencies are."""
    return known(name) is not None or AGENCY_NAME.search(name.strip()) is not None


def is_institution(name: str) -> bool:
    """Whether a source is a ministry, a court or the like, and not one that reports of them."""
    return INSTITUTION.search(name.strip()) is not None and not is_agency_like(name)


def named(name: str) -> Agency | None:
    """The agency of that name; one that the table does not know gets a slug of its own."""
    words = NOT_A_NAME.sub("", " ".join(name.split())).strip(" .,;:=|-–—©()[]")[:MAX_NAME].strip()
    if not words:
        return None
    return known(words) or Agency(slug_of(words), words)


def at_address(address: str) -> Agency | None:
    """The agency or outlet behind a web address; an unknown host is its own name."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return None
    host = host.removeprefix("www.")
    return known(host) or named(host) if "." in host else None


def slug_of(name: str) -> str:
    """A short name for addresses: letters and digits with hyphens between. Never empty, always the same."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:MAX_SLUG].strip("-")
    # A name in another script leaves no letters.
    return slug or hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:12]
