import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.extraction.pipeline import extract, load
from factcheck.intake.parse import parse
from factcheck.types import ClaimDraft, ClaimKind

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def gold(seeds: Path) -> dict[str, Any]:
    """What people found in the five stories."""
    loaded: dict[str, Any] = json.loads((seeds.parent / "eval" / "gold_seeds.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def claims(seeds: Path) -> dict[str, tuple[ClaimDraft, ...]]:
    """The claims of each story."""
    paths = sorted(seeds.glob("*.txt"))
    return {path.name[:3]: extract(parse(path.read_bytes(), name=path.name), load()).claims for path in paths}


def test_every_quotation_outside_furniture_is_found_and_no_other(
    gold: dict[str, Any], claims: dict[str, tuple[ClaimDraft, ...]]
) -> None:
    wanted = {(q["story"], q["start"], q["end"]) for q in gold["quotes"] if q.get("role") != "boilerplate"}
    quotes = [(story, claim) for story, found in claims.items() for claim in found if claim.quoted]
    assert {(story, *part) for story, claim in quotes for part in claim.value["parts"]} == wanted


def test_speakers_are_those_that_people_found(gold: dict[str, Any], claims: dict[str, tuple[ClaimDraft, ...]]) -> None:
    found = {
        (story, *part): claim.speaker.name
        for story, drafts in claims.items()
        for claim in drafts
        if claim.kind is ClaimKind.QUOTE and claim.speaker
        for part in claim.value["parts"]
    }
    spoken = [q for q in gold["quotes"] if q["speaker"] and not q["speaker"].startswith("(document)")]
    right = sum(found.get((q["story"], q["start"], q["end"]), "-") in q["speaker"] for q in spoken)
    assert right >= 0.9 * len(spoken)
