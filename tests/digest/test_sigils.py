"""Short names of witnesses: unique, and names that XML takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.digest.sigils import sigils


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["Meridian Press", "Northgate & Sons Wire"], ["Meridian", "Northgate"]),
        (["Meridian Press", "Meridian Radio", "Meridian Press"], ["Meridian", "Meridian-2", "Meridian-3"]),
        (["The Tidewater", "The"], ["Tidewater", "The"]),
        (["Éclair 24", "24 Heures"], ["Eclair", "Heures"]),
        (["東方通訊", "", "<&>"], ["Witness", "Witness-2", "Witness-3"]),
    ],
)
def test_each_report_has_its_own(sources: list[str], expected: list[str]) -> None:
    assert list(sigils(sources)) == expected


@given(st.lists(st.text(max_size=12), max_size=8))
def test_always_unique_xml_names(sources: list[str]) -> None:
    found = list(sigils(sources))
    assert len(set(found)) == len(sources)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9]*(-\d+)?", name) for name in found)
