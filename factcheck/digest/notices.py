"""For each agency what we print of the corrections in its copy, and what we ask its desk, in its own dialect. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from factcheck.digest import corrected
from factcheck.digest.blockers import embargoes
from factcheck.digest.changes import Change, Revision, revise
from factcheck.digest.compose import left_out
from factcheck.digest.dialects import ONCE_MISPRINTED, SLIPS, Form, Language, dialect
from factcheck.digest.mail import Letter, one_line
from factcheck.digest.material import Material, MaterialArticle, MaterialConflict
from factcheck.digest.places import place, places, told_apart
from factcheck.digest.query import Articles, points, query
from factcheck.digest.witnessed import unbarred, witnessed

LONGEST_HEADLINE, LONGEST_WORDS, LONGEST_NAME = 200, 200, 60
# A headline that says already that it was put right is not tagged twice.
TAGS = re.compile(r"^(?:(?:CORRECTED|REFILE) ?-\s*|(?:Correction|Berichtigung):\s*)+")


@dataclass(frozen=True, slots=True)
class Correction:
    """Words that are corrected alike, with every place of one report that has them. A ``slip`` changes no meaning."""

    places: tuple[str, ...]
    old: str
    new: str
    slip: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """What we print when we carry the report: the name of the form, why it is that one, and the words."""

    form: str
    why: str
    text: str

    @property
    def letter(self) -> Letter:
        """To hand it on by mail."""
        return Letter(self.text.partition("\n")[0], self.text)


@dataclass(frozen=True, slots=True)
class ReportNotices:
    """One report with its notice and the query to its desk; either may be missing, never both."""

    article: int
    headline: str
    notice: Notice | None
    query: Letter | None


@dataclass(frozen=True, slots=True)
class AgencyNotices:
    """One agency, where its desk answers, and those of its reports that there is something to say about."""

    slug: str
    name: str
    address: str
    reports: tuple[ReportNotices, ...]


def notices(material: Material, signature: str) -> list[AgencyNotices]:
    """The agencies by name. Letters are signed by whoever asks."""
    material = unbarred(material)
    known = told_apart(material.articles)
    reasons = left_out(material, known)
    used = {pk: article for pk, article in known.items() if pk not in reasons}
    # What one agency holds under embargo is told to no other.
    held = {article.pk for article, until in embargoes(used.values()) if until > material.now}
    free = {pk: article for pk, article in used.items() if pk not in held}
    ranked = sorted(material.conflicts, key=lambda conflict: (conflict.rank, conflict.pk))
    conflicts = [witnessed(conflict, used) for conflict in ranked]
    today = material.now.date().isoformat()
    ordered = sorted(used.values(), key=lambda article: (article.source.casefold(), article.source_slug, article.pk))
    found = []
    for agency, group in groupby(ordered, key=lambda one: (one.source_slug, one.source, one.desk_address)):
        reports = [_report(article, {**free, article.pk: article}, conflicts, signature, today) for article in group]
        said = tuple(report for report in reports if report.notice or report.query)
        found += [AgencyNotices(*agency, said)] if said else []
    return found


def _report(
    article: MaterialArticle, articles: Articles, conflicts: Sequence[MaterialConflict], signature: str, today: str
) -> ReportNotices:
    return ReportNotices(
        article=article.pk,
        headline=article.headline,
        notice=notice(article, revise(article, conflicts), today),
        query=query(article, points(article, articles, conflicts), signature),
    )


def notice(article: MaterialArticle, revision: Revision, today: str) -> Notice | None:
    """One notice for all corrections of the report; None where no word of it changes."""
    made = corrections(article, revision)
    if not made:
        return None
    spoken = dialect(article.source_slug, article.language)
    form = spoken.form(slip=all(one.slip for one in made), later=bool(article.filed_on) and article.filed_on < today)
    text = form.text.format(
        headline=one_line(TAGS.sub("", corrected.headline(article, revision)), LONGEST_HEADLINE),
        source=one_line(article.source, LONGEST_NAME),
        filed=spoken.language.filed_words(article.filed_on),
        corrections=form.between.join(_worded(one, form, spoken.language) for one in made),
    )
    return Notice(form.name, form.why, text)


def corrections(article: MaterialArticle, revision: Revision) -> list[Correction]:
    """The corrections of one report in order of place, the same words once with all their places."""
    groups: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in revision.changes:
        groups[(_old(article, change).strip(), change.edit.new.strip())].append(change)
    times = Counter(change.conflict.pk for change in revision.changes)
    return [
        Correction(
            places=tuple(dict.fromkeys(place(article, change.witness.start) for change in group)),
            old=old,
            new=new,
            slip=all(_is_slip(article, change, times[change.conflict.pk]) for change in group),
        )
        for (old, new), group in groups.items()
    ]


def _is_slip(article: MaterialArticle, change: Change, times: int) -> bool:
    """Whether no meaning changes: by the kind, never with words that an editor made up, nor with other digits."""
    conflict = change.conflict
    if not conflict.attested or _digits(_old(article, change)) != _digits(change.edit.new):
        return False
    right_elsewhere = any(
        reading.text == conflict.approved_text and article.pk in reading.articles for reading in conflict.readings
    )
    return conflict.kind in SLIPS or (conflict.kind in ONCE_MISPRINTED and times == 1 and right_elsewhere)


def _digits(words: str) -> list[str]:
    return [sign for sign in words if sign.isdecimal()]


def _old(article: MaterialArticle, change: Change) -> str:
    return article.text[change.edit.start : change.edit.end]


def _worded(correction: Correction, form: Form, language: Language) -> str:
    shape = form.change if correction.old and correction.new else form.put if correction.new else form.out
    old, new = (
        language.quoted.format(words=one_line(words, LONGEST_WORDS)) for words in (correction.old, correction.new)
    )
    return shape.format(where=places(correction.places, language.places), old=old, new=new)
