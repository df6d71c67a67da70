"""The archive as the database holds it. Each question costs the same, however much has been printed."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, F
from django.db.models.functions import Least, Substr

from factcheck.collation.archive import Calling, Earlier, Keys, Parts
from factcheck.collation.passages import speaker_words
from factcheck.models import Article, Claim, Posting, Printing, Story
from factcheck.types import ClaimKind

# A key that more quotations share is a common phrase's: it leads nowhere, and is passed over.
LONGEST_POSTING = 300
MOST_CANDIDATES = 60
# So many printings of full names are asked how their articles go on; the newest tell enough.
MOST_CALLED = 1_000
# No story names so many people; what goes beyond is not asked.
MOST_NAMES = 2_000
# How many numbers one statement takes, and how much of a quotation is read.
AT_ONCE = 10_000
LONGEST_SIGNS = 4_000


class _Row(NamedTuple):
    """A quotation with the article that it stands in, as the database gives it."""

    pk: int
    start: int
    value: Mapping[str, Any]
    speaker: Mapping[str, str] | None
    subject: str
    words: str
    story: int
    filed_on: date
    source: str
    headline: str


class StoredArchive:
    """The archive as one story sees it: the articles of all others."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def quotations(self, wanted: Sequence[Keys]) -> Sequence[Sequence[Earlier]]:
        """For each quotation, given by its keys, those of other stories that share some of them, likest first."""
        leads = self._leads({key for keys in wanted for key in keys})
        likest = [_likest(keys, leads) for keys in wanted]
        found = {claim: one for some in portions({c for row in likest for c in row}) for claim, one in _read(some)}
        return [tuple(found[claim] for claim in row if claim in found) for row in likest]

    def printed(self, names: Collection[str]) -> Mapping[str, int]:
        """How many other stories print each name so: reprints of one agency's file in one story count once."""
        own = Article.objects.filter(story=self._story).values("pk")
        found = Printing.objects.filter(form__in=names).exclude(article__in=own)
        return dict(found.values_list("form").annotate(Count("article__story", distinct=True)).order_by())

    def called(self, names: Collection[Parts]) -> Mapping[Parts, Calling]:
        """By which part of their names other stories call persons: a story counts once a part, whatever it holds."""
        names = sorted(names)[:MOST_NAMES]
        fulls = {" ".join(name): name for name in names}
        held = self._printings(fulls, MOST_CALLED)
        parts = {part for name in names for part in name}
        alone = set(self._printings(parts, None, {article for _, article, _ in held}))
        stories: dict[Parts, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
        for form, article, story in held:
            name = fulls[form]
            for part, found in zip(name, stories[name], strict=True):
                if (part, article, story) in alone:
                    found.add(story)
        return {name: Calling(len(first), len(rest)) for name, (first, rest) in stories.items() if first or rest}

    def _printings(
        self, forms: Collection[str], most: int | None, articles: Collection[int] | None = None
    ) -> list[tuple[str, int, int]]:
        """Names as articles of other stories print them, with article and story; of ``most`` the newest."""
        rows = Printing.objects.filter(form__in=forms).exclude(article__story=self._story).order_by("-article", "form")
        if articles is not None:
            rows = rows.filter(article__in=articles)
        return list(rows.values_list("form", "article", "article__story")[:most])

    def _leads(self, keys: Collection[int]) -> Mapping[int, Sequence[int]]:
        """The claims of other stories that each key leads to."""
        own = set(Claim.objects.filter(article__story=self._story, kind=ClaimKind.QUOTE).values_list("pk", flat=True))
        leads: dict[int, list[int]] = defaultdict(list)
        for some in portions(keys):
            for key, claim in Posting.objects.filter(key__in=some).values_list("key", "claim"):
                leads[key].append(claim)
        return {key: [c for c in held if c not in own] for key, held in leads.items() if len(held) <= LONGEST_POSTING}


def _likest(keys: Keys, leads: Mapping[int, Sequence[int]]) -> list[int]:
    shared = Counter(claim for key in keys for claim in leads.get(key, ()))
    return sorted(shared, key=lambda claim: (-shared[claim], claim))[:MOST_CANDIDATES]


def portions(numbers: Collection[int]) -> Iterator[list[int]]:
    """Numbers in order, as many at once as a statement takes."""
    ordered = sorted(numbers)
    return (ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE))


def _read(claims: Collection[int]) -> Iterator[tuple[int, Earlier]]:
    """The quotations of dated articles; only the words of each are fetched, not the text of its article."""
    rows = (
        Claim.objects.filter(pk__in=claims, article__filed_on__isnull=False)
        .annotate(words=Substr("article__text", F("start") + 1, Least(F("end") - F("start"), LONGEST_SIGNS)))
        .values_list(
            "pk", "start", "value", "speaker", "subject", "words", "article__story", "article__filed_on",
            "article__source__name", "article__headline",
        )
    )  # fmt: skip
    return ((row.pk, _earlier(row)) for row in map(_Row._make, rows))


def _earlier(row: _Row) -> Earlier:
    parts = row.value.get("parts") or [[row.start, row.start + len(row.words)]]
    words = "\n".join(row.words[start - row.start : end - row.start] for start, end in parts)
    speaker = speaker_words((row.speaker or {}).get("name", ""), row.subject)
    return Earlier(row.story, row.filed_on, row.source, row.headline, words, speaker)
