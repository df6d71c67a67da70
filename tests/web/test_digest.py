"""The digest: preview, issue, the frozen page and its exports."""

import json
import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from factcheck.digest.renderers import GROUPS, RENDERERS
from factcheck.models import Article, Claim, Digest, Run, Story
from factcheck.review import service
from factcheck.types import Verdict
from factcheck.web.revised import Paragraph, Part, paragraphs
from tests.web import making
from tests.web.conftest import Cast

ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'


@pytest.fixture
def decided(story: Story, cast: Cast, now: datetime) -> Story:
    """Ada approved “Osei” over “Osai”."""
    conflict = story.conflicts.get()
    reading = conflict.readings.get(text="Osei")
    service.decide(conflict, editor=cast.editor, verdict=Verdict.APPROVE, reading=reading, now=now)
    return story


@pytest.fixture
def quoted(decided: Story, now: datetime) -> Story:
    """One more report, with a quotation that no other has."""
    body = "“We came to talk today,” she said."
    article = making.an_article(decided, now, number=3, body=body)
    start = article.text.index("We came")
    Claim.objects.create(
        article=article, kind="quote", start=start, end=start + len("We came to talk today,"), layer="body",
        value={"mode": "direct"}, speaker={"text": "she", "start": 0, "end": 3, "name": "Abena Osei"},
    )  # fmt: skip
    return decided


def _preview(client: Client) -> str:
    return " ".join(client.get(reverse("digest-preview", args=["ferry"])).content.decode().split())


def _page(client: Client, issued: Digest) -> str:
    return " ".join(client.get(issued.get_absolute_url()).content.decode().split())


def _seen(client: Client) -> dict[str, str]:
    """What the form of the preview sends along."""
    return making.seen(_preview(client))


def _issue(client: Client, **sent: str) -> Digest:
    answer = client.post(reverse("digest-issue", args=["ferry"]), _seen(client) | sent)
    issued = Digest.objects.order_by("-number").first()
    assert issued is not None
    assert answer.headers["Location"] == issued.get_absolute_url()
    return issued


def test_what_is_open_is_listed_with_a_link(editor: Client, story: Story) -> None:
    page = _preview(editor)
    assert ("1 thing blocks the issue" in page, "A chief can issue it all the same" in page) == (True, True)
    assert (
        f'<a href="/conflicts/{story.conflicts.get().pk}/">Open error: The minister&#x27;s name is spelt in 2 ways.</a>'
        in page
    )


def test_changes_are_shown_in_the_copy(editor: Client, decided: Story) -> None:
    page = re.sub(r'<span class="visually-hidden">[^<]*</span>', "", _preview(editor))
    changed = r'<del><span lang="en">([^<]*)</span></del><ins><span lang="en">([^<]*)</span></ins>'
    assert re.findall(changed, page) == [("Osai", "Osei")]
    assert "Nothing blocks it" in page


def test_a_viewer_previews_and_cannot_issue(viewer: Client, story: Story) -> None:
    assert "/digest/issue/" not in _preview(viewer)


def test_it_is_not_issued_while_copy_is_being_read(editor: Client, story: Story) -> None:
    sent = _seen(editor)
    Article.objects.update(state=Article.State.RECEIVED)
    assert ("/digest/issue/" in _preview(editor), "is still being read." in _preview(editor)) == (False, True)
    answer = editor.post(reverse("digest-issue", args=["ferry"]), sent, follow=True)
    assert Digest.objects.count() == 0
    assert "is still being read." in answer.content.decode()


def test_a_double_click_issues_once(editor: Client, decided: Story) -> None:
    sent = _seen(editor)
    answers = [editor.post(reverse("digest-issue", args=["ferry"]), sent, follow=True) for _ in range(2)]
    assert sent["number"] == "1"
    assert ["No. 1 was just issued." in answer.content.decode() for answer in answers] == [False, True]
    assert Digest.objects.count() == 1


def test_what_was_decided_since_the_preview_is_looked_at_first(
    chief: Client, story: Story, cast: Cast, now: datetime
) -> None:
    sent = _seen(chief) | {"override": "Deadline."}
    service.decide(story.conflicts.get(), editor=cast.editor, verdict=Verdict.UNSURE, now=now)
    answer = chief.post(reverse("digest-issue", args=["ferry"]), sent, follow=True)
    assert "Something was decided since this preview was made: look again." in answer.content.decode()
    assert Digest.objects.count() == 0


@pytest.mark.parametrize("left_out", ["number", "decision", "composition", "shown"])
def test_nobody_issues_what_they_have_not_seen(editor: Client, decided: Story, left_out: str) -> None:
    sent = _seen(editor)
    assert sorted(sent) == ["composition", "decision", "number", "shown"]
    for seen in ({name: value for name, value in sent.items() if name != left_out}, sent | {left_out: ""}):
        answer = editor.post(reverse("digest-issue", args=["ferry"]), seen, follow=True)
        assert answer.content.decode().count("Look at the preview before you issue the digest.") == 1
    assert Digest.objects.count() == 0


def test_a_report_that_was_canceled_since_the_preview_is_looked_at_first(editor: Client, decided: Story) -> None:
    sent = _seen(editor)
    decided.articles.filter(pk=decided.articles.last().pk).update(publication=Article.Publication.CANCELED)
    answer = editor.post(reverse("digest-issue", args=["ferry"]), sent, follow=True)
    assert "The digest reads otherwise than this preview showed: look again." in answer.content.decode()
    assert Digest.objects.count() == 0


def test_a_failed_comparison_is_said_and_refuses_the_issue(editor: Client, story: Story, now: datetime) -> None:
    making.a_run(story, now, Run.State.FAILED)
    page = _preview(editor)
    assert ("The last comparison of the articles failed." in page, "/digest/issue/" in page) == (True, False)


def test_issued_digests_are_numbered_and_stay_as_they_were(editor: Client, decided: Story, now: datetime) -> None:
    def content(issued: Digest) -> str:
        page = editor.get(issued.get_absolute_url()).content.decode()
        return page.split('<div class="digest">')[1].split("<footer")[0]

    first = _issue(editor)
    before = content(first)
    making.a_conflict(decided, now, ("Monday", list(decided.articles.all())), summary="Which day?", level="discrepancy")
    second = _issue(editor)
    assert (first.number, second.number) == (1, 2)
    assert content(first) == before
    assert ("Which day?" in before, "Which day?" in content(second)) == (False, True)


def test_a_chief_issues_all_the_same_and_the_reason_is_kept(chief: Client, editor: Client, story: Story) -> None:
    sent = _seen(chief)
    assert "Issue no. 1 all the same" in _preview(chief)
    assert editor.post(reverse("digest-issue", args=["ferry"]), sent | {"override": "Now."}).status_code == 403
    page = chief.post(reverse("digest-issue", args=["ferry"]), sent | {"override": "The deadline."}, follow=True)
    assert "Carl issued it all the same: The deadline." in page.content.decode()
    log = editor.get(reverse("activity")).content.decode()
    assert "issued digest no. 1 past 1 point that blocked it: The deadline." in log


def test_claims_of_a_single_source_are_waived(editor: Client, quoted: Story) -> None:
    page = _preview(editor)
    [claim] = re.findall(r'name="claim" value="([^"]+)"', page)
    assert ('<a href="#single">One claim of a single source is not waived.</a>' in page, 'id="single"' in page) == (
        True,
        True,
    )
    address = reverse("digest-waive", args=["ferry"])
    for sent, told in (
        ({"reason": "Heard."}, "Tick the claims that may go out on a single source."),
        ({"claim": claim}, "Say why the claim may go out on a single source."),
        ({"listed": claim, "all": "1", "reason": "Heard by our reporter."}, "One claim is waived."),
    ):
        assert told in editor.post(address, sent, follow=True).content.decode()
    assert ("Heard by our reporter." in _preview(editor), 'name="claim"' in _preview(editor)) == (True, False)


def test_another_editor_signs(editor: Client, chief: Client, viewer: Client, quoted: Story) -> None:
    seen = re.findall(r'name="seen" value="([^"]+)"', _preview(chief))
    assert [one.partition(":")[0] for one in seen] == ["quotations"]
    assert re.findall(r'name="seen"', _preview(viewer)) == []
    answer = chief.post(reverse("digest-sign", args=["ferry"]), {"seen": seen}, follow=True)
    assert "You signed the quotations." in answer.content.decode()
    assert ("signed by Carl" in _preview(editor), "No second editor has signed" in _preview(editor)) == (True, False)
    assert "You signed, so another editor issues." in _preview(chief)
    old = {"seen": "quotations:" + "0" * 64}
    again = editor.post(reverse("digest-sign", args=["ferry"]), old, follow=True)
    assert "What you signed reads otherwise by now. Look at it again." in again.content.decode()


def test_terms_of_a_number(editor: Client, chief: Client, decided: Story) -> None:
    address = reverse("digest-issue", args=["ferry"])
    seen = _seen(editor)
    assert editor.post(address, seen | {"status": "withheld"}).status_code == 403
    wrong = editor.post(address, seen | {"embargo_until": "soon"}, follow=True)
    assert "Write the embargo as a day and a time, like 2026-09-19 18:30." in wrong.content.decode()
    assert Digest.objects.count() == 0
    until = timezone.localtime() + timedelta(days=400)
    page = chief.post(address, seen | {"status": "withheld", "embargo_until": f"{until:%Y-%m-%dT%H:%M}"}, follow=True)
    for words in ("HOLD. This digest is withheld.", f"Embargoed until {until.day} {until:%b %Y, %H:%M}."):
        assert words in page.content.decode()
    assert "What is new since no. 1" in _preview(editor)


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati"])
@pytest.mark.parametrize("until", ["0001-01-01T00:00", "2023-09-19T12:00", "2123-09-19T12:00", "9999-12-31T23:59"])
def test_an_embargo_ends_within_ten_years(until: str, zone: str, editor: Client, decided: Story) -> None:
    with timezone.override(zone):
        page = editor.post(reverse("digest-issue", args=["ferry"]), {"embargo_until": until}, follow=True)
    assert "Choose an embargo that ends within the next ten years, or none." in page.content.decode()
    assert not Digest.objects.exists()


def test_what_was_killed_says_so_on_its_own_page(editor: Client, chief: Client, decided: Story) -> None:
    """A number after the kill tells the story anew, and is not killed by it."""
    first = _issue(editor)
    frozen = editor.get(reverse("digest-export", args=["ferry", 1, "ninjs"])).content
    chief.post(reverse("digest-withdraw", args=["ferry"]), {"number": 2, "reason": making.HOSTILE})
    third = _issue(editor, change_note="Told anew.")
    second = decided.digests.get(number=2)
    pages = [_page(editor, one) for one in (first, second, third)]
    assert ["KILL. This digest is withdrawn." in page for page in pages] == [True, True, False]
    assert ["No. 2 withdrew this digest." in page for page in pages] == [True, False, False]
    assert 'Why: <span lang="en" dir="auto">&lt;script&gt;alert' in pages[0]
    assert editor.get(reverse("digest-export", args=["ferry", 1, "ninjs"])).content == frozen


def test_a_chief_withdraws_and_every_format_says_so(editor: Client, chief: Client, decided: Story) -> None:
    issued = _issue(editor)
    assert ("digest/withdraw/" in _page(chief, issued), "digest/withdraw/" in _page(editor, issued)) == (True, False)
    address = reverse("digest-withdraw", args=["ferry"])
    assert "Say why the digest is withdrawn." in chief.post(address, {}, follow=True).content.decode()
    page = chief.post(address, {"number": 2, "reason": "It never met."}, follow=True).content.decode()
    for words in ("KILL. This digest is withdrawn.", 'Why: <span lang="en" dir="auto">It never met.</span>'):
        assert words in page
    assert 'class="copy' not in page
    for name in ("html", "markdown", "text"):
        export = editor.get(reverse("digest-export", args=["ferry", 2, name])).content.decode()
        assert ("KILL" in export, "It never met" in export, "opened the talks" in export) == (True, True, False), name
    assert "withdrawn" in _preview(editor)
    assert "withdrew the digest with no. 2: It never met." in editor.get(reverse("activity")).content.decode()


def test_what_changed_between_two_numbers(editor: Client, decided: Story, now: datetime) -> None:
    first = _issue(editor)
    assert "what changed" not in _page(editor, first)
    making.a_conflict(decided, now, ("Monday", list(decided.articles.all())), summary="Which day?", level="discrepancy")
    second = _issue(editor)
    assert "Added: the open point “Which day?”." in _page(editor, second)
    address = reverse("digest-changes", args=["ferry", 2])
    assert f'href="{address}"' in _page(editor, second)
    page = " ".join(editor.get(address).content.decode().split())
    assert '<span class="rubric sort-added">Added</span> <span class="serif">the open point “Which day?”</span>' in page
    assert editor.get(reverse("digest-changes", args=["ferry", 1])).status_code == 404
    _issue(editor, change_note="Sent again.")
    other = editor.get(reverse("digest-changes", args=["ferry", 3]), {"from": "1"}).content.decode()
    assert ("No. 3 against no. 1" in other, "Which day?" in other) == (True, True)
    assert "Both print the same." in editor.get(reverse("digest-changes", args=["ferry", 3])).content.decode()
    assert (
        "No. 3 against no. 2"
        in editor.get(reverse("digest-changes", args=["ferry", 3]), {"from": "9" * 5000}).content.decode()
    )


def test_a_number_of_the_first_form_is_still_shown(editor: Client, story: Story, cast: Cast, now: datetime) -> None:
    content = {
        "version": 1, "story": {"slug": "ferry", "title": "Ferry talks"}, "composed_at": now.isoformat(),
        "articles": [], "left_out": [], "facts": [], "quotations": [], "standing_together": [], "open_points": [],
        "corrections": [], "number": 1, "issued_by": "Ada", "issued_at": now.isoformat(), "sha256": "0" * 64,
    }  # fmt: skip
    issued = Digest.objects.create(story=story, number=1, content=content, issued_by=cast.editor, issued_at=now)
    assert "No word was changed." in _page(editor, issued)
    for name in ("html", "markdown", "text", "json"):
        assert "Ferry talks" in editor.get(reverse("digest-export", args=["ferry", 1, name])).content.decode()
    assert "What is new since no. 1" in _preview(cast.client("chief"))
    second = _issue(cast.client("chief"), change_note="Told anew.", override="The deadline.")
    for number, before in ((second.number, "1"), (1, str(second.number))):
        address = reverse("digest-changes", args=["ferry", number])
        assert f"No. {number} against no. {before}" in editor.get(address, {"from": before}).content.decode()


def test_a_change_inside_a_quotation_is_marked_and_leads_to_its_card(
    editor: Client, quoted: Story, cast: Cast, now: datetime
) -> None:
    article = quoted.articles.last()
    conflict = making.a_conflict(
        quoted, now, ("came", [article]), suggested="went", summary="A word.", kind="real-word"
    )
    service.decide(conflict, editor=cast.editor, verdict=Verdict.REPLACE, replacement="went", now=now)
    page = re.sub(r'<span class="visually-hidden">[^<]*</span>', "", _preview(editor))
    assert (
        f'<a lang="en" class="change quoted" href="/conflicts/{conflict.pk}/" title="Decided by Ada: A word.">'
        '<del><span lang="en">came</span></del><ins><span lang="en">went</span></ins>'
        '<span class="mark-quoted">in a quotation</span></a>'
    ) in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_preview_asks_a_constant_number_of_queries(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = making.a_disputed_story(now, conflicts=number)
    client = cast.client("chief")
    for _ in range(number):
        _issue(client, override="The deadline.", change_note="Again.")
    # Session, user, permissions, story; three for what was seen; thirteen of the digest; the numbers.
    with django_assert_num_queries(22):
        client.get(reverse("digest-preview", args=[story.slug]))
    with django_assert_num_queries(7):
        client.get(reverse("digest", args=[story.slug, 1]))


@pytest.mark.parametrize(
    ("format", "media_type", "file"),
    [
        ("html", "text/html; charset=utf-8", "ferry-1.html"),
        ("markdown", "text/markdown; charset=utf-8", "ferry-1.md"),
        ("text", "text/plain; charset=utf-8", "ferry-1.txt"),
        ("json", "application/json", "ferry-1.json"),
        ("pdf", "application/pdf", "ferry-1.pdf"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "ferry-1.docx"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "ferry-1.xlsx"),
        ("evidence", "application/zip", "ferry-1.zip"),
        ("ninjs", "application/json", "ferry-1.ninjs.json"),
        ("newsml-g2", "application/vnd.iptc.g2.newsitem+xml", "ferry-1.newsml.xml"),
        ("nitf", "application/nitf+xml", "ferry-1.nitf.xml"),
        ("schema-org", "application/ld+json", "ferry-1.schema.jsonld"),
        ("claim-review", "application/ld+json", "ferry-1.claim-review.jsonld"),
        ("web-annotation", ANNOTATIONS, "ferry-1.annotations.jsonld"),
        ("tei", "application/tei+xml", "ferry-1.tei.xml"),
        ("csv", "text/csv; charset=utf-8", "ferry-1.apparatus.csv"),
    ],
)
def test_each_export_is_a_file(format: str, media_type: str, file: str, editor: Client, decided: Story) -> None:
    issued = _issue(editor)
    address = reverse("digest-export", args=["ferry", 1, format])
    assert f'href="{address}"' in editor.get(issued.get_absolute_url()).content.decode()
    answer = editor.get(address)
    assert answer.headers["Content-Type"] == media_type
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{file}"'
    assert answer.content == RENDERERS[format].render(issued.content)


def test_exports_are_grouped_by_what_they_are_for(editor: Client, decided: Story) -> None:
    page = editor.get(_issue(editor).get_absolute_url()).content.decode()
    groups = re.findall(r'<dt class="small quiet">([^<]*)</dt>\s*<dd class="row">(.*?)</dd>', page, re.DOTALL)
    assert [(group, re.findall(r"/export/([a-z0-9-]+)/", links)) for group, links in groups] == [
        (words, [name for name, one in RENDERERS.items() if one.group is group])
        for group, words in GROUPS.items()
        if any(one.group is group for one in RENDERERS.values())
    ]


def test_a_digest_of_the_first_form_is_had_in_the_formats_that_it_holds_enough_for(
    editor: Client, story: Story, cast: Cast, now: datetime
) -> None:
    old = {
        "version": 1,
        "story": {"slug": "ferry", "title": "Ferry"},
        "composed_at": now.isoformat(),
        **{name: [] for name in ("articles", "left_out", "facts", "quotations", "standing_together", "open_points")},
        **{"corrections": [], "number": 1, "issued_by": "Ada", "issued_at": now.isoformat(), "sha256": "0" * 64},
    }
    issued = Digest.objects.create(story=story, number=1, content=old, issued_by=cast.editor, issued_at=now)
    page = editor.get(issued.get_absolute_url()).content.decode()
    held = [name for name, renderer in RENDERERS.items() if renderer.since == 1]
    assert sorted(re.findall(r"/export/([a-z0-9-]+)/", page)) == sorted(held)
    statuses = {name: editor.get(reverse("digest-export", args=["ferry", 1, name])).status_code for name in RENDERERS}
    assert statuses == {name: 200 if name in held else 404 for name in RENDERERS}


def test_the_json_is_what_was_frozen(editor: Client, decided: Story) -> None:
    issued = _issue(editor)
    answer = editor.get(reverse("digest-export", args=["ferry", 1, "json"]))
    assert json.loads(answer.content)["sha256"] == issued.content["sha256"]


def test_an_old_digest_is_not_offered_in_formats_that_need_more(editor: Client, decided: Story) -> None:
    issued = _issue(editor)
    issued.pk, issued.number, issued.content = None, 2, issued.content | {"version": 1}
    issued.save(force_insert=True)
    page = editor.get(issued.get_absolute_url()).content.decode()
    addresses = [reverse("digest-export", args=["ferry", 2, name]) for name in ("html", "tei")]
    assert [editor.get(address).status_code for address in addresses] == [200, 404]
    assert [f'href="{address}"' in page for address in addresses] == [True, False]


def test_there_is_no_other_format(editor: Client, decided: Story) -> None:
    _issue(editor)
    assert editor.get("/stories/ferry/digests/1/export/exe/").status_code == 404


TEXT = "Big news\n\nAda Osei spoke."


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], [("headline", ["Big news"]), ("body", ["Ada Osei spoke."])]),
        (
            [{"at": [14, 18], "old": "Osai"}],
            [("headline", ["Big news"]), ("body", ["Ada ", ("Osei", "Osai"), " spoke."])],
        ),
        ([{"at": [0, 3], "old": "Bog"}], [("headline", [("Big", "Bog"), " news"]), ("body", ["Ada Osei spoke."])]),
        # Words that were taken out at the end of one paragraph and at the start of the next.
        (
            [{"at": [8, 8], "old": "!"}, {"at": [10, 10], "old": "Ms "}],
            [("headline", ["Big news", ("", "!")]), ("body", [("", "Ms "), "Ada Osei spoke."])],
        ),
    ],
)
def test_a_corrected_article_is_cut_at_its_changes(changes: list[dict], expected: list) -> None:
    article = {"text": TEXT, "segments": [["headline", 0, 8], ["body", 10, len(TEXT)]], "changes": changes}
    assert [
        (paragraph.kind, [_told(part) for part in paragraph.parts]) for paragraph in paragraphs(article)
    ] == expected


def _told(part: Part) -> object:
    return (part.text, part.change["old"]) if part.change else part.text


def test_nothing_is_lost_between_the_parts() -> None:
    article = {"text": TEXT, "segments": [["body", 0, len(TEXT)]], "changes": [{"at": [4, 8], "old": "x"}]}
    [paragraph] = paragraphs(article)
    assert isinstance(paragraph, Paragraph)
    assert "".join(part.text for part in paragraph.parts) == TEXT
