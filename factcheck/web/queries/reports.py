"""The reports of a story with their letters, in one query."""

from factcheck.models import Story
from factcheck.review.reports import Report, letter
from factcheck.web.queries.articles import articles_of


def reports(story: Story) -> list[Report]:
    """In the order of arrival."""
    rows = list(articles_of(story))
    letters = {row.pk: letter(number) for number, row in enumerate(rows)}
    later = {row.supersedes_id: letters[row.pk] for row in rows if row.supersedes_id}
    return [
        Report(
            pk=row.pk,
            letter=letters[row.pk],
            source=row.source.name,
            headline=row.headline,
            filed_on=row.filed_on,
            received_at=row.received_at,
            version=row.version,
            state=row.state,
            publication=row.publication,
            replaces=letters.get(row.supersedes_id or 0, ""),
            replaced_by=later.get(row.pk, ""),
        )
        for row in rows
    ]
