"""Puts articles into the archive, and takes them out of it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.db import transaction
from django.db.models import Count, QuerySet

from factcheck.collation.name_forms import forms
from factcheck.collation.quotation_keys import keyed
from factcheck.collation.service import load_extracted
from factcheck.collation.stored_archive import LONGEST_POSTING, portions
from factcheck.models import Article, Claim, Posting, Printing
from factcheck.models.printing import LONGEST_FORM
from factcheck.types import ExtractedArticle

AT_ONCE = 100
# No article names so many people; what goes beyond is not counted.
MOST_FORMS = 500


@transaction.atomic
def index(articles: Sequence[Article]) -> None:
    """Brings the archive in line with the articles as they were read; a canceled one leaves it."""
    forget(Article.objects.filter(pk__in=[article.pk for article in articles]))
    usable = [article for article in articles if article.publication != Article.Publication.CANCELED]
    read = [(article, load_extracted(article)) for article in usable]
    Printing.objects.bulk_create(printing for article, copy in read for printing in _printings(article, copy))
    Posting.objects.bulk_create(_with_room([p for article, copy in read for p in _postings(article, copy)]))


def forget(articles: QuerySet[Article]) -> None:
    """Takes articles out of the archive."""
    Posting.objects.filter(claim__in=Claim.objects.filter(article__in=articles)).delete()
    Printing.objects.filter(article__in=articles).delete()


def index_all() -> Iterator[int]:
    """Puts every article that was read into the archive anew, and tells how many after each batch."""
    done, last = 0, 0
    while batch := _batch(last):
        done, last = done + len(batch), batch[-1].pk
        yield done


@transaction.atomic
def _batch(last: int) -> list[Article]:
    """Indexes the articles that follow one, locked against a worker that reads them anew meanwhile."""
    held = Article.objects.select_for_update(of=("self",)).filter(pk__gt=last, state=Article.State.PROCESSED)
    batch = list(held.order_by("pk").select_related("source").prefetch_related("claims")[:AT_ONCE])
    index(batch)
    return batch


def _printings(article: Article, copy: ExtractedArticle) -> Iterator[Printing]:
    short = sorted(form for form in forms(copy) if len(form) <= LONGEST_FORM)
    return (Printing(form=form, article=article) for form in short[:MOST_FORMS])


def _postings(article: Article, copy: ExtractedArticle) -> Iterator[Posting]:
    rows = {(claim.kind, claim.start, claim.end): claim.pk for claim in article.claims.all()}
    for claim, keys in keyed(copy):
        yield from (Posting(key=key, claim_id=rows[claim.kind, claim.start, claim.end]) for key in sorted(keys))


def _with_room(postings: Sequence[Posting]) -> Iterator[Posting]:
    """The postings whose keys are not a common phrase's yet.

    One more than is looked up is kept, which tells a common phrase: no key costs more, whatever the archive holds.
    Two workers at once may both see the last room; that one posting more does no harm.
    """
    held = _held({posting.key for posting in postings})
    for posting in postings:
        held[posting.key] += 1
        if held[posting.key] <= LONGEST_POSTING + 1:
            yield posting


def _held(keys: set[int]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for some in portions(keys):
        rows = Posting.objects.filter(key__in=some).values_list("key").annotate(Count("claim"))
        counts.update(dict(rows.order_by()))
    return counts
