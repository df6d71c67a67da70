"""Points against reports: how each cell is told, what is left out, and that no order matters."""

from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.collation.agreement import Told
from factcheck.review.matrix import MOST_ALONE, MOST_OF_A_KIND, Disputed, DisputedReading, Matrix, matrix
from factcheck.review.reports import Report, in_order, letter
from factcheck.types import ClaimKind

NOW = datetime(2023, 9, 19, 12, 0, tzinfo=UTC)


def report(pk: int, **more: object) -> Report:
    fields = {"headline": "", "filed_on": None, "received_at": NOW, "version": 1, "state": "processed"}
    return Report(**{"pk": pk, "letter": letter(pk), "source": f"S{pk}", "publication": "usable", **fields, **more})


REPORTS = [report(pk) for pk in range(4)]


def disputed(*readings: tuple[str, bool, set[int]]) -> Disputed:
    held = (DisputedReading(n, text, leads, frozenset(who)) for n, (text, leads, who) in enumerate(readings, start=1))
    return Disputed(1, "Figure", "error", "Error", "Two figures.", "open", "Open", tuple(held))


def told(words: str, *spots: tuple[int, int, int], kind: ClaimKind = ClaimKind.FIGURE, origins: int = 2) -> Told:
    return Told(kind, words, tuple((str(pk), start, end) for pk, start, end in spots), origins)


def signs(row: object) -> str:
    """A letter a cell: agrees, differs, silent, alone (o); the number of the reading behind it."""
    names = {"agrees": "a", "differs": "d", "silent": "-", "alone": "o"}
    return "".join(names[cell.mark] + (str(cell.number) if cell.number else "") for cell in row.cells)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ([("14", True, {0, 1}), ("41", False, {2})], "a1a1d2-"),
        ([("14", False, {0}), ("41", False, {1})], "d1d2--"),
        # A report that prints both contradicts itself.
        ([("14", True, {0, 1}), ("41", False, {1})], "a1d2--"),
        ([("14", True, {0}), ("41", True, {1})], "a1a2--"),
    ],
)
def test_disputed_points(readings: list[tuple[str, bool, set[int]]], expected: str) -> None:
    [row] = matrix(REPORTS, [disputed(*readings)], [], {}).disputed
    assert signs(row) == expected


def test_what_is_told_alike_and_alone() -> None:
    found = matrix(REPORTS, [], [told("37", (0, 3, 5), (2, 9, 11)), told("9", (1, 0, 1), origins=1)], {})
    assert ([signs(row) for row in found.shared], [signs(row) for row in found.alone]) == (["a-a-"], ["-o--"])
    assert [cell.at for cell in found.shared[0].cells] == [(3, 5), None, (9, 11), None]


@pytest.mark.parametrize(
    ("taken", "shown"),
    [
        ({0: [(4, 8)]}, []),
        ({0: [(5, 8)]}, ["37"]),
        ({2: [(0, 99)]}, []),
        ({3: [(0, 99)]}, ["37"]),
    ],
)
def test_what_touches_a_dispute_is_no_agreement(taken: dict[int, list[tuple[int, int]]], shown: list[str]) -> None:
    found = matrix(REPORTS, [], [told("37", (0, 3, 5), (2, 9, 11))], taken)
    assert [row.words for row in found.shared] == shown


def test_few_rows_of_a_kind() -> None:
    many = [told(str(n), (0, n, n + 1), (1, n, n + 1)) for n in range(20)]
    alone = [told(str(n), (0, n, n + 1), origins=1) for n in range(20)]
    found = matrix(REPORTS, [], [*many, told("x", (0, 0, 1), (1, 0, 1), kind=ClaimKind.DATE), *alone], {})
    assert (len(found.shared), len(found.alone)) == (MOST_OF_A_KIND + 1, MOST_ALONE)


def cells(found: Matrix) -> list[tuple[str, dict[int, str]]]:
    rows = [*found.disputed, *found.shared, *found.alone]
    return [(row.words, {cell.report.pk: cell.mark.value for cell in row.cells}) for row in rows]


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_change_a_cell(random: Random) -> None:
    points = [told("37", (0, 3, 5), (2, 9, 11)), told("9", (1, 0, 1), origins=1)]
    conflict = disputed(("14", True, {0, 1}), ("41", False, {2}))
    shuffled = random.sample(REPORTS, len(REPORTS))
    assert cells(matrix(shuffled, [conflict], points, {})) == cells(matrix(REPORTS, [conflict], points, {}))


def test_letters() -> None:
    assert [letter(number) for number in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"),
    ]


def test_the_timeline_goes_by_the_day_of_filing_and_then_by_arrival() -> None:
    filed = [
        report(0, filed_on=datetime(2023, 9, 20).date()),
        report(1),
        report(2, filed_on=datetime(2023, 9, 18).date()),
    ]
    assert [one.pk for one in in_order(filed)] == [2, 1, 0]
