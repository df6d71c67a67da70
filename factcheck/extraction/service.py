"""The only part of extraction that knows the ORM: a stored article in, its stored claims out."""

from dataclasses import asdict, astuple

from django.conf import settings
from django.db import transaction

from factcheck.models import Article, Claim, Source
from factcheck.types import ClaimDraft, ExtractedArticle, Segment, SegmentKind, WireCopy


def read_article(article: Article) -> ExtractedArticle:
    """What a stored article claims; nothing is stored. Reading it again gives the same claims."""
    # Imported here: whoever enqueues work imports this module, and only a worker should pay for spaCy.
    from factcheck.extraction import pipeline

    return pipeline.extract(copy_of(article), pipeline.load(settings.SPACY_MODEL))


def copy_of(article: Article) -> WireCopy:
    """The copy as extraction reads it, from the stored row."""
    return WireCopy(
        name=article.name,
        text=article.text,
        segments=tuple(Segment(SegmentKind(kind), start, end) for kind, start, end in article.segments),
        source=article.source.slug,
        source_name=article.source.name,
        wire_id=article.wire_id,
        headline=article.headline,
        byline=article.byline,
        dateline=article.dateline,
        dateline_place=article.dateline_place,
        filed_on=article.filed_on,
        language=article.language,
        encoding=article.encoding,
        truncated=article.truncated,
        primary=article.source.kind == Source.Kind.PRIMARY,
        notes=tuple(article.notes),
    )


@transaction.atomic
def store_claims(article: Article, read: ExtractedArticle) -> None:
    """Puts what was read in the place of what was stored before."""
    # The lock makes two workers that read one article at once follow each other instead of doubling claims.
    Article.objects.select_for_update().get(pk=article.pk)
    article.claims.all().delete()
    Claim.objects.bulk_create((_row(article, draft) for draft in read.claims), batch_size=500)
    article.sentences = [[span.start, span.end] for span in read.sentences]
    article.doubts = [list(astuple(doubt)) for doubt in read.doubts]
    article.save(update_fields=["sentences", "doubts"])


def _row(article: Article, draft: ClaimDraft) -> Claim:
    return Claim(
        article=article,
        kind=draft.kind,
        start=draft.start,
        end=draft.end,
        subject=draft.subject[:300],
        value=dict(draft.value),
        speaker=asdict(draft.speaker) if draft.speaker else None,
        cue=asdict(draft.cue) if draft.cue else None,
        layer=draft.layer,
    )
