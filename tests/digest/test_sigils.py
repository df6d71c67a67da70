"""Short names of witnesses: unique for whoever folds capitals, and names that XML and a pack take."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.digest.sigils import DESK, sigils
from factcheck.digest.verify import NAME


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["Meridian Press", "Northgate & Sons Wire"], ["Meridian", "Northgate"]),
        (["Meridian Press", "Meridian Radio", "Meridian Press"], ["Meridian", "Meridian-2", "Meridian-3"]),
        (["The Tidewater", "The"], ["Tidewater", "The"]),
        (["Éclair 24", "24 Heures"], ["Eclair", "Heures"]),
        (["東方通訊", "", "<&>"], ["Witness", "Witness-2", "Witness-3"]),
        (["DIE ZEITUNG", "Die Welle", "die-Welle"], ["DIE", "Die-2", "die-3"]),
        (["desk of the Coast", "Desk Wire"], ["desk-2", "Desk-3"]),
        (["N" * 150, "N" * 151], ["N" * 40, f"{'N' * 40}-2"]),
    ],
)
def test_each_report_has_its_own(sources: list[str], expected: list[str]) -> None:
    assert list(sigils(sources)) == expected


@given(st.lists(st.text(max_size=12) | st.from_regex(r"[dD][iI][eE]|A{120,160}", fullmatch=True), max_size=8))
def test_always_unique_xml_names(sources: list[str]) -> None:
    found = list(sigils(sources))
    assert len({name.casefold() for name in found} - {DESK}) == len(sources)
    assert [name for name in found if not NAME.fullmatch(f"articles/{name}.txt")] == []
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9]*(-\d+)?", name) for name in found)
