"""Rows for the tests of the pages: our own copy, made-up agencies and people."""

import re
from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid4

from django.contrib.auth.models import User

from factcheck.collation.keys import mark
from factcheck.models import Article, Conflict, Entry, Reading, Receipt, Run, Silence, Source, Story, Witness
from factcheck.models.roles import Role, assign
from factcheck.review import memory
from factcheck.types import ConflictKind, Deed, Level, Scope

AGENCIES = ("Meridian Press", "Northgate Wire", "Harbour News", "Eastline", "Quayside Post")
HOSTILE = "<script>alert('x')</script><b onclick=\"y()\">&\"'"


def a_story(now: datetime, *, slug: str = "ferry", title: str = "Ferry talks in Port Alder") -> Story:
    """A running story without articles."""
    return Story.objects.create(slug=slug, title=title, opened_at=now)


def an_article(story: Story, now: datetime, *, number: int = 0, name: str = "Osei", **more: object) -> Article:
    """A piece of copy of three paragraphs that names the minister; ``name`` is how it spells her."""
    agency = AGENCIES[number % len(AGENCIES)]
    source, _ = Source.objects.get_or_create(slug=agency.lower().replace(" ", "-"), defaults={"name": agency})
    headline = str(more.pop("headline", f"Minister opens ferry talks, take {number}"))
    body = str(more.pop("body", f"Transport Minister Abena {name} opened the talks on Monday."))
    text = f"{headline}\n\n{body}\n\n(c) {agency}\n"
    ends = (len(headline), len(headline) + 2 + len(body))
    return Article.objects.create(
        **{
            "source": source,
            "story": story,
            "name": f"{source.slug}-{number}.txt",
            "wire_id": f"{story.slug}-{number}",
            "headline": headline,
            "text": text,
            "segments": [
                ["headline", 0, ends[0]],
                ["body", ends[0] + 2, ends[1]],
                ["furniture", ends[1] + 2, len(text) - 1],
            ],
            "sentences": [[ends[0] + 2, ends[1]]],
            "raw": text.encode(),
            "sha256": sha256(f"{story.slug}{number}{text}".encode()).hexdigest(),
            "received_at": now,
            "state": Article.State.PROCESSED,
            **more,
        }
    )


def a_conflict(story: Story, now: datetime, *readings: tuple[str, list[Article]], **more: object) -> Conflict:
    """A disputed spelling; each reading with the articles that print it, the first one suggested."""
    rank = story.conflicts.count()
    conflict = Conflict.objects.create(
        **{
            "story": story,
            "kind": ConflictKind.NAME_SPELLING,
            "level": Level.ERROR,
            "key": f"{story.slug}-{rank}",
            "summary": f"The minister's name is spelt in {len(readings)} ways.",
            "reason": "Two independent reports have it.",
            "suggested": readings[0][0],
            "score": 0.9,
            "sureness": 0.9,
            "rank": rank,
            "found_at": now,
            "changed_at": now,
            **more,
        }
    )
    for position, (text, articles) in enumerate(readings):
        _reading(conflict, text, articles, position)
    conflict.mark = mark(conflict.kind, [text for text, _ in readings], conflict.suggested)
    conflict.save(update_fields=["mark"])
    return conflict


def _reading(conflict: Conflict, text: str, articles: list[Article], position: int) -> None:
    reading = Reading.objects.create(
        conflict=conflict,
        text=text,
        text_hash=sha256(text.encode()).hexdigest(),
        suggested=text == conflict.suggested,
        origins=len(articles),
        position=position,
    )
    for article in articles:
        start = article.text.find(text)
        Witness.objects.create(reading=reading, article=article, start=start, end=start + len(text))


def a_disputed_story(now: datetime, *, conflicts: int = 1, slug: str = "ferry") -> Story:
    """Three articles, one of which spells the minister's name otherwise, and so many conflicts about it."""
    story = a_story(now, slug=slug)
    right = [an_article(story, now, number=number) for number in (0, 1)]
    wrong = [an_article(story, now, number=2, name="Osai")]
    for _ in range(conflicts):
        a_conflict(story, now, ("Osei", right), ("Osai", wrong))
    return story


def a_receipt(article: Article | None, now: datetime, *, batch: UUID | None = None, **more: object) -> Receipt:
    """A file as it was dropped in."""
    outcome = Receipt.Outcome.RECEIVED if article else Receipt.Outcome.REFUSED
    return Receipt.objects.create(
        **{
            "batch": batch or uuid4(),
            "name": article.name if article else "picture.png",
            "size": 1200,
            "outcome": outcome,
            "article": article,
            "received_at": now,
            **more,
        }
    )


def a_run(owner: Article | Story, now: datetime, state: str = Run.State.DONE, **more: object) -> Run:
    """A run over an article or a story."""
    named = {"article": owner} if isinstance(owner, Article) else {"story": owner}
    kind = Run.Kind.EXTRACT if isinstance(owner, Article) else Run.Kind.COLLATE
    return Run.objects.create(kind=kind, state=state, queued_at=now, **named, **more)


def a_person(name: str, role: str) -> User:
    """Somebody with a role and the password "plain sailing 7"."""
    person = User.objects.create_user(name, password="plain sailing 7", first_name=name.capitalize())
    assign(person, Role(role))
    return person


def a_silence(conflict: Conflict, editor: User, now: datetime, scope: Scope = Scope.CARD, **more: object) -> Silence:
    """A rule made of this card."""
    return memory.silence(conflict, editor=editor, scope=scope, now=now, **{"reason": "House style.", **more})


def an_entry(story: Story, editor: User, now: datetime, **more: object) -> Entry:
    """A line of the log about nothing that could be taken back."""
    values = {"deed": Deed.ISSUE, "words": "issued digest no. 1", **more}
    return Entry.objects.create(story=story, editor=editor, made_at=now, **values)


def seen(preview: str) -> dict[str, str]:
    """What the form of a digest's preview sends along."""
    return dict(re.findall(r'name="(number|decision|composition|shown)" value="([^"]+)"', preview))
