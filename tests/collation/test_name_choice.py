"""Which spelling of a name is offered: what reports of other stories print weighs after the origins."""

from dataclasses import replace

import pytest

from factcheck.collation.name_spelling import compare
from tests.collation.copies import event
from tests.collation.remembered import Remembered

SAYS = "Coach {} Ferrante said after the match on Saturday in Oslo that his side had been brave."
PAOLO, PAULO = "Paolo Ferrante", "Paulo Ferrante"
ENGLISH = "The reports are even; this spelling is the commoner one in English copy."


KNOWN = "The reports are even, and other stories print “Paolo Ferrante” {} “Paulo Ferrante”."


@pytest.mark.parametrize(
    ("names", "counts", "expected"),
    [
        (("Paolo", "Paulo"), {}, ("Paulo", ENGLISH)),
        (("Paolo", "Paulo"), {PAOLO: 41}, ("Paolo", KNOWN.format("but never"))),
        (("Paolo", "Paulo"), {PAOLO: 5, PAULO: 1}, ("Paolo", KNOWN.format("far more often than"))),
        (("Paolo", "Paulo"), {PAOLO: 4}, ("Paulo", ENGLISH)),
        (("Paolo", "Paulo"), {PAOLO: 41, PAULO: 9}, ("Paulo", ENGLISH)),
        (("Paolo", "Paulo"), {"Paolo Conti": 41, "Paolo": 41}, ("Paulo", ENGLISH)),
        (("Paolo", "Paulo", "Paulo"), {PAOLO: 41}, ("Paulo", "2 reports against 1 report.")),
    ],
)
def test_the_spelling_on_offer(names: tuple[str, ...], counts: dict[str, int], expected: tuple[str, str]) -> None:
    found = event(*(SAYS.format(name) for name in names))
    (draft,) = compare(replace(found, archive=Remembered(counts=counts)))
    assert (draft.suggested, draft.reason) == expected


def test_the_archive_alone_calls_nobody_wrong() -> None:
    found = replace(event(SAYS.format("Paolo"), SAYS.format("Paulo")), archive=Remembered(counts={PAOLO: 41}))
    (draft,) = compare(found)
    assert (draft.level, draft.summary) == ("discrepancy", "The name is spelt “Paolo” and “Paulo”.")


NOBODY = "“Holmgrem” is a spelling that nobody else uses."
UNUSUAL = "The reports are even, and other stories print “Anna Holmgrem” but never “Anna Holmgren”."


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, ("Holmgren", NOBODY)),
        ({"Anna Holmgrem": 4}, ("Holmgren", NOBODY)),
        ({"Anna Holmgrem": 12}, ("Holmgrem", UNUSUAL)),
    ],
)
def test_a_spelling_that_the_archive_knows_is_not_one_that_nobody_uses(
    counts: dict[str, int], expected: tuple[str, str]
) -> None:
    found = event("Anna Holmgren won the seat. Holmgren left.", "Anna Holmgrem won the seat. Holmgrem left.")
    (draft,) = compare(replace(found, archive=Remembered(counts=counts)))
    assert (draft.suggested, draft.reason) == expected
