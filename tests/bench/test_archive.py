"""The archive is measured at every size; how fast it is depends on the machine, so no test says."""

import pytest

from factcheck.collation.archive_index import index_all
from factcheck.models import Article, Claim, Posting, Printing
from tests.bench.archive import LINES
from tests.bench.archive_probe import QUOTATIONS, fill, measured
from tests.bench.sayings import seeded

pytestmark = pytest.mark.django_db


def test_what_is_filled_in_is_what_a_worker_would_have_put_in() -> None:
    fill(12, seeded())
    before = [set(Posting.objects.values_list("pk")), set(Printing.objects.values_list("pk"))]
    assert list(index_all()) == [12]
    assert [set(Posting.objects.values_list("pk")), set(Printing.objects.values_list("pk"))] == before
    assert Claim.objects.count() == 2 * QUOTATIONS * Article.objects.count()


def test_every_line_of_the_table_is_measured() -> None:
    fill(12, seeded())
    found = measured(seeded(), articles=2, planted=10)
    assert found.keys() == {line.figure for line in LINES}
    assert found["recall 0"] == 1.0
