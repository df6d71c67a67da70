"""Content of a digest as renderers read it, of our own writing: a small story whose copy is hostile to every format."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

GUID = "urn:newsroom:desk.example:harbour-talks"
MERIDIAN = (
    "Talks held in <b>Port</b> ⚓\nBy Ann Vole\nPORT, Sept. 19 (Meridian) — 🙂 Minister Orban Felt met the the envoy.\n"
    "“We had a constrictive talk,” Velt said & left\x07."
)
NORTHGATE = "Envoy in port\n</script><script>alert('x')</script> Envoy met Orban Velt; 41 people ]]> came."
COASTAL = 'Velt meets envoy\nOrban Velt met 40 people, a "constructive" talk.'
SOURCES = {1: "Meridian Press", 2: "Northgate & Sons Wire", 3: "Coastal News"}
TEXTS = {1: MERIDIAN, 2: NORTHGATE, 3: COASTAL}
SIGILS = {1: "Meridian", 2: "Northgate", 3: "Coastal"}
DECIDED = "2023-09-19T12:30:00+00:00"
# Conflict: kind, level, summary, its readings by their words with the articles that print them, what was approved.
Point = tuple[str, str, str, Mapping[str, Sequence[int]], str | None]
POINTS: Sequence[Point] = (
    ("name-spelling", "error", "Two spellings of one name.", {"Orban Felt": [1], "Orban Velt": [2, 3]}, "Orban Velt"),
    ("quote-wording", "error", "One word differs.", {"constrictive": [1], "constructive": [3]}, "constructive"),
    ("spelling", "error", "A word stands twice.", {"the the": [1]}, "the"),
    ("figure", "discrepancy", "=40 or 41 people?", {"41 people": [2], "40 people": [3]}, None),
    ("hedging", "style", "One report adds a greeting.", {"🙂": [1], "": [2, 3]}, "🙂"),
)

OPEN = {
    "conflict": 4,
    "kind": "figure",
    "level": "discrepancy",
    "summary": "=40 or 41 people?",
    "why": "not decided yet",
    "readings": [
        {"text": "41 people", "sources": ["Northgate & Sons Wire"], "reports": 1, "origins": 1},
        {"text": "40 people", "sources": ["Coastal News"], "reports": 1, "origins": 1},
    ],
    "suggested": None,
    "notes": [],
}
CORRECTED = {
    "number": 1,
    "words": "“Orban Felt” corrected to “Orban Velt” in Meridian Press, paragraph 1",
    "old": "Orban Felt",
    "new": "Orban Velt",
    "source": "Meridian Press",
    "article": 1,
    "where": "paragraph 1",
    "conflict": 1,
    "kind": "name-spelling",
    "summary": "Two spellings of one name.",
    "decision": 1,
    "decided_by": "Ada <chief>",
    "decided_at": DECIDED,
    "notes": ["See the staff list."],
}


def content(**fields: Any) -> dict[str, Any]:
    """The first issue, with other values where they are given."""
    apparatus = [_point(number, *point) for number, point in enumerate(POINTS, start=1)]
    return {
        "version": 2,
        "guid": GUID,
        "site": {"name": "Example Desk", "address": "https://desk.example"},
        "language": "en",
        "story": {"slug": "harbour-talks", "title": "Harbour talks"},
        "composed_at": "2023-09-19T12:40:00+00:00",
        "headline": "Orban Velt meets envoy <today>",
        "summary": "The minister & the envoy met in port.",
        "signal": "first",
        "change_note": "",
        "status": "usable",
        "embargo_until": "",
        "first_issued_at": "2023-09-19T12:45:00+00:00",
        "earlier": [],
        "order": [
            *("corrections", "facts", "quotations", "standing_together", "open_points", "articles", "apparatus"),
        ],
        "base": 1,
        "articles": [article(1)],
        "witnesses": [witness_row(pk) for pk in TEXTS],
        "left_out": [],
        "facts": [],
        "quotations": [],
        "standing_together": [],
        "open_points": [OPEN],
        "corrections": [CORRECTED],
        "apparatus": apparatus,
        "orphans": [],
        "gate": {"waived": [], "signatures": [], "override": None},
        "number": 1,
        "issued_by": "Ada",
        "issued_at": "2023-09-19T12:45:00+00:00",
        "sha256": "0" * 64,
    } | fields


LATER = {
    "number": 3,
    "issued_at": "2023-09-19T15:00:00+00:00",
    "earlier": [
        {"number": 1, "issued_at": "2023-09-19T12:45:00+00:00", "sha256": "1" * 64},
        {"number": 2, "issued_at": "2023-09-19T14:00:00+00:00", "sha256": "2" * 64},
    ],
}
STATES: Mapping[str, Mapping[str, Any]] = {
    "first": {},
    "update": LATER | {"signal": "update", "change_note": "Coastal News is new."},
    "correction": LATER | {"signal": "correction", "change_note": "The minister is Orban Velt, not Felt."},
    "withheld": {"status": "withheld"},
    "canceled": LATER | {"status": "canceled", "signal": "correction", "change_note": "The talks never took place."},
    "embargoed": {"embargo_until": "2023-09-19T18:00:00+02:00"},
}


def several(**fields: Any) -> dict[str, Any]:
    """The first issue with all articles instead of one."""
    return content(base=None, articles=[article(pk) for pk in TEXTS], **fields)


def article(pk: int) -> dict[str, Any]:
    """An article with its text as received and as corrected."""
    text = TEXTS[pk]
    changes = list(_changes(pk))
    corrected = text
    for change in reversed(changes):
        corrected = corrected[: change["start"]] + change["new"] + corrected[change["end"] :]
    headline = corrected.split("\n")[0]
    return {
        "article": pk,
        "source": SOURCES[pk],
        "witness": SIGILS[pk],
        "wire_id": f"wire-{pk}",
        "version": 1,
        "origin": None,
        "byline": "",
        "dateline": "",
        "headline": headline,
        "received_headline": text.split("\n")[0],
        "filed_on": "2023-09-19",
        "received_sha256": sha256(text.encode()).hexdigest(),
        "received_text": text,
        "received_segments": segments(text),
        "text": corrected,
        "segments": segments(corrected),
        "changes": changes,
    }


def segments(text: str) -> list[list[Any]]:
    """Headline, then paragraphs; a line that begins "By" is a byline, what stands before a dash a dateline."""
    found: list[list[Any]] = []
    start = 0
    for line in text.split("\n"):
        end, dash = start + len(line), line.find("— ")
        if line.startswith("PORT") and dash >= 0:
            found += [["dateline", start, start + dash + 1], ["body", start + dash + 2, end]]
        else:
            found.append([_kind(line, start), start, end])
        start = end + 1
    return found


def _kind(line: str, start: int) -> str:
    if line.startswith("By "):
        return "byline"
    return "body" if start else "headline"


def witness_row(pk: int) -> dict[str, Any]:
    return {
        "article": pk,
        "witness": SIGILS[pk],
        "source": SOURCES[pk],
        "headline": TEXTS[pk].split("\n")[0],
        "filed_on": "2023-09-19",
        "received_at": f"2023-09-19T10:0{pk}:00+00:00",
        "received_sha256": sha256(TEXTS[pk].encode()).hexdigest(),
        "wire_id": f"wire-{pk}",
        "version": 1,
        "origin": 3 if pk == 2 else None,
        "used": True,
        "reason": "",
    }


def _changes(pk: int) -> Iterator[dict[str, Any]]:
    """What was decided against the words of this article, in the order of place."""
    shift = 0
    for start, words, approved, number in sorted(_decided(pk)):
        yield {
            "start": start,
            "end": start + len(words),
            "old": words,
            "new": approved,
            "at": [start + shift, start + shift + len(approved)],
            "where": "paragraph 1",
            "conflict": number,
            "summary": POINTS[number - 1][2],
            "decision": number,
            "decided_by": "Ada <chief>",
            "decided_at": DECIDED,
        }
        shift += len(approved) - len(words)


def _decided(pk: int) -> Iterator[tuple[int, str, str, int]]:
    for number, (_, _, _, readings, approved) in enumerate(POINTS, start=1):
        for words, articles in readings.items():
            if words and approved is not None and words != approved and pk in articles:
                yield TEXTS[pk].index(words), words, approved, number


def _point(
    number: int, kind: str, level: str, summary: str, readings: Mapping[str, Sequence[int]], approved: str | None
) -> dict[str, Any]:
    found = [
        _reading(number * 10 + place, words, articles, approved)
        for place, (words, articles) in enumerate(readings.items())
    ]
    return {
        "conflict": number,
        "key": f"key-{number}",
        "kind": kind,
        "kind_label": kind,
        "level": level,
        "summary": summary,
        "reason": "",
        "suggested": None,
        "state": "open" if approved is None else "settled",
        "edits": True,
        "rule": {"kind": kind, "version": "2", "threshold": 0.5, "cost": 0.5, "precision": None},
        "readings": found,
        "decisions": [] if approved is None else [_decision(number, found, approved)],
    }


def _decision(number: int, readings: Sequence[Mapping[str, Any]], approved: str) -> dict[str, Any]:
    chosen = next((reading["reading"] for reading in readings if reading["text"] == approved), None)
    return {
        "decision": number,
        "verdict": "replace" if chosen is None else "approve",
        "readings": [] if chosen is None else [chosen],
        "text": approved if chosen is None else "",
        "note": "See the staff list.",
        "editor": "Ada <chief>",
        "made_at": DECIDED,
        "stands": True,
    }


def _reading(pk: int, words: str, articles: Sequence[int], approved: str | None) -> dict[str, Any]:
    return {
        "reading": pk,
        "text": words,
        "approved": words == approved,
        "rejected": approved is not None and words != approved,
        "suggested": False,
        "origins": len(articles),
        "reports": len(articles),
        "witnesses": [_witness(one, words) for one in articles],
    }


def _witness(pk: int, words: str) -> dict[str, Any]:
    text = TEXTS[pk]
    start = text.index(words) if words else text.index("\n") + 1
    end = start + len(words)
    return {
        "article": pk,
        "witness": SIGILS[pk],
        "source": SOURCES[pk],
        "start": start,
        "end": end,
        "exact": words,
        "prefix": text[max(0, start - 32) : start],
        "suffix": text[end : end + 32],
        "where": "paragraph 1",
    }
