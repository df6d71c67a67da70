"""The pages in German: all their words, the dates and numbers, and how a language is chosen."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from html.parser import HTMLParser

import polib
import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils.translation import override
from django.views.defaults import server_error

from factcheck.digest.gate import sign, waive
from factcheck.digest.service import preview
from factcheck.models import Article, Claim, Conflict, Entry, Story
from factcheck.phrase import Phrase, packed
from factcheck.review.handing import hand
from factcheck.review.service import decide
from factcheck.types import Verdict
from factcheck.web.due import due
from factcheck.web.saying import ago, translated, you
from tests.i18n.messages import catalogs
from tests.web import making
from tests.web.conftest import FRAGMENT, Cast

GERMAN = {"Accept-Language": "de-AT,de;q=0.9,en;q=0.8"}
SPOKEN = frozenset({"aria-label", "title", "placeholder", "alt", "data-head"})
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
# Every page that an editor comes to, by what it shows.
PAGES: dict[str, Callable[[Story, Conflict], str]] = {
    "desk": lambda story, conflict: reverse("desk"),
    "story": lambda story, conflict: story.get_absolute_url(),
    "every state": lambda story, conflict: f"{story.get_absolute_url()}?state=all&level=error",
    "no card": lambda story, conflict: f"{story.get_absolute_url()}?state=silenced",
    "several at once": lambda story, conflict: reverse("story-bulk", args=[story.slug]) + "?way=dismiss",
    "conflict": lambda story, conflict: conflict.get_absolute_url(),
    "article": lambda story, conflict: story.articles.all()[0].get_absolute_url(),
    "corrected": lambda story, conflict: reverse("article-corrected", args=[story.articles.all()[0].pk]),
    "versions": lambda story, conflict: reverse("article-versions", args=[story.articles.all()[0].pk]),
    "agreement": lambda story, conflict: reverse("agreement", args=[story.slug]),
    "people": lambda story, conflict: reverse("registry", args=[story.slug]),
    "side by side": lambda story, conflict: reverse("beside", args=[story.slug]),
    "digest": lambda story, conflict: reverse("digest-preview", args=[story.slug]),
    "notices": lambda story, conflict: reverse("notices", args=[story.slug]),
    "search": lambda story, conflict: reverse("search") + "?q=minister",
    "nothing found": lambda story, conflict: reverse("search") + "?q=zzz&in=story",
    "activity": lambda story, conflict: reverse("activity"),
    "memory": lambda story, conflict: reverse("memory"),
    "sources": lambda story, conflict: reverse("sources"),
    "rules": lambda story, conflict: reverse("rules"),
    "staff": lambda story, conflict: reverse("staff"),
    "password": lambda story, conflict: reverse("password"),
    "nowhere": lambda story, conflict: "/nowhere/",
}
# The pages of a story that was issued, and that more is to be issued of, by the names of their addresses.
ISSUED_PAGES: dict[str, list[str | int]] = {
    "digest-preview": ["ferry"],
    "digest-compose": ["ferry"],
    "digest": ["ferry", 1],
    "digest-changes": ["ferry", 2],
    "notices": ["ferry"],
    "activity": [],
}
# A value of a message, in either way of writing it.
VALUE = re.compile(r"%\(\w+\)s|\{\w+[^}]*\}")


class Spoken(HTMLParser):
    """The texts of a page by the language that they are marked with."""

    def __init__(self) -> None:
        super().__init__()
        self.languages = [""]
        self.texts: dict[str, set[str]] = {}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        language = given.get("lang") or self.languages[-1]
        for name in SPOKEN & given.keys():
            self._add(language, given[name] or "")
        if tag not in VOID:
            self.languages.append(language)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.languages.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.languages.pop()

    def handle_data(self, data: str) -> None:
        self._add(self.languages[-1], data)

    def _add(self, language: str, text: str) -> None:
        self.texts.setdefault(language, set()).add(" ".join(text.split()).removesuffix(" · Newsroom"))


@pytest.fixture
def conflict(story: Story, cast: Cast, now: datetime) -> Conflict:
    """A card that was handed on, so that the log has an act."""
    found = story.conflicts.get()
    hand(found, editor=cast.editor, to=cast.chief, now=now)
    return found


@pytest.fixture
def issued(conflict: Conflict, cast: Cast, editor: Client, chief: Client, now: datetime) -> Story:
    """A chief issued it past an open error and a quotation of one source; then that was waived, decided and issued."""
    story = conflict.story
    article = making.an_article(story, now, number=3, body="“We came with 40 people today,” she said.")
    start = article.text.index("We came")
    Claim.objects.create(
        article=article, kind="quote", start=start, end=start + len("We came with 40 people today,"), layer="body",
        value={"mode": "direct"}, speaker={"text": "she", "start": 0, "end": 3, "name": "Abena Osei"},
    )  # fmt: skip
    making.an_article(story, now, number=4, publication=Article.Publication.WITHHELD)
    _issue(chief, override="Redaktionsschluss.")
    right = conflict.readings.get(text="Osei")
    decide(conflict, editor=cast.editor, verdict=Verdict.APPROVE, reading=right, now=now)
    shown = preview(story, now=now)
    waive(story, editor=cast.editor, claims=[one.claim for one in shown.single], reason="Mitschnitt.", now=now)
    sign(story, editor=cast.chief, seen={part.part: part.fingerprint for part in shown.signing}, now=now)
    _issue(editor, change_note="The name is right.")
    making.a_conflict(story, now, ("came", [article]), ("went", []), summary="A verb is in doubt.")
    Article.objects.filter(pk=story.articles.all()[0].pk).update(publication=Article.Publication.CANCELED)
    return story


def _issue(client: Client, **sent: str) -> None:
    """What the preview says is seen, with what is typed."""
    page = client.get(reverse("digest-preview", args=["ferry"]), headers=GERMAN).content.decode()
    client.post(reverse("digest-issue", args=["ferry"]), making.seen(page) | sent, headers=GERMAN)


@pytest.fixture(scope="module")
def english() -> re.Pattern[str]:
    """The texts that read otherwise in German, with whatever may stand for their values."""
    [catalog] = catalogs()
    texts = {text for entry in polib.pofile(str(catalog)) if entry.msgstr != entry.msgid for text in _texts(entry)}
    return re.compile("|".join(".+".join(map(re.escape, VALUE.split(text))) for text in sorted(texts)), re.DOTALL)


def _texts(entry: polib.POEntry) -> list[str]:
    """The texts of a message in which words stand that are no values, and no tags."""
    told = filter(None, (entry.msgid, entry.msgid_plural))
    return [text for text in told if "<" not in text and re.search("[A-Za-z]{2}", VALUE.sub("", text))]


@pytest.mark.parametrize("shown", list(PAGES))
def test_a_page_is_german_to_the_last_word(
    shown: str, english: re.Pattern[str], chief: Client, story: Story, conflict: Conflict
) -> None:
    assert _english(chief, PAGES[shown](story, conflict), english) == []


@pytest.mark.parametrize("shown", list(ISSUED_PAGES))
def test_a_page_of_what_was_issued_is_german_to_the_last_word(
    shown: str, english: re.Pattern[str], chief: Client, issued: Story
) -> None:
    address = reverse(shown, args=ISSUED_PAGES[shown])
    assert chief.get(address).status_code == 200
    assert _english(chief, address, english) == []


def test_what_blocks_an_issue_is_told_in_german(chief: Client, issued: Story) -> None:
    page = chief.get(reverse("digest-preview", args=["ferry"]), headers=GERMAN).content.decode()
    listed = page.partition('<ol class="stack tight small jumps">')[2].partition("</ol>")[0]
    assert re.findall(r"<a [^>]*>([^<]*)</a>", listed) == [
        "Offener Fehler: A verb is in doubt.",
        "Eine Angabe aus nur einer Quelle ist nicht zugelassen.",
        "„Osei“ steht in der Meldung von Meridian Press, und die Agentur hat sie zurückgezogen.",
        "Die zweite Unterschrift fehlt: die Zitate.",
    ]


def test_a_save_that_comes_too_late_is_refused_in_german(editor: Client, chief: Client, story: Story) -> None:
    address = reverse("digest-compose", args=["ferry"])
    chief.post(address, {"headline": "Fähre", "version": "0"})
    answer = editor.post(address, {"headline": "Hafen", "version": "0"}, headers={**GERMAN, **FRAGMENT})
    page = answer.content.decode()
    assert "Nicht gespeichert: Carl hat diese Zusammenfassung inzwischen gespeichert." in page
    assert "<li>Die Überschrift lautet „Fähre“.</li>" in page


def _english(client: Client, address: str, english: re.Pattern[str]) -> list[str]:
    """What a German page says in English, and does not mark as English."""
    answer = client.get(address, headers=GERMAN)
    spoken = Spoken()
    spoken.feed(answer.content.decode())
    assert (answer.headers["Content-Language"], '<html lang="de">' in answer.content.decode()) == ("de", True)
    assert "Zum Inhalt springen" in spoken.texts["de"]
    return sorted(text for text in spoken.texts["de"] if english.fullmatch(text))


def test_the_sign_in_and_the_page_of_a_fault_are_german(client: Client, rf: RequestFactory) -> None:
    assert "Am Desk anmelden" in client.get(reverse("sign-in"), headers=GERMAN).content.decode()
    with override("de"):
        assert "Bei uns ist etwas schiefgegangen" in server_error(rf.get("/")).content.decode()


@pytest.mark.parametrize(
    ("accepted", "language"), [("", "en"), ("fr", "en"), ("de", "de"), ("en-GB,de;q=0.5", "en"), ("fr,de;q=0.5", "de")]
)
def test_the_browser_says_which_language(accepted: str, language: str, editor: Client) -> None:
    answer = editor.get(reverse("desk"), headers={"Accept-Language": accepted})
    assert f'<html lang="{language}">' in answer.content.decode()


def test_what_an_editor_chose_counts_for_more_and_lasts(client: Client, editor: Client) -> None:
    for browser, address in ((client, reverse("sign-in")), (editor, reverse("activity"))):
        page = browser.get(address).content.decode()
        assert re.findall(r'name="language" value="(\w+)" lang="\w+"( aria-current="true")?>(\w+)<', page) == [
            ("en", ' aria-current="true"', "English"),
            ("de", "", "Deutsch"),
        ]
        answer = browser.post(reverse("language"), {"language": "de", "next": address})
        assert (answer.status_code, answer.headers["Location"]) == (302, address)
        assert answer.cookies["newsroom_language"]["max-age"] == 365 * 24 * 3600
        assert '<html lang="de">' in browser.get(address, headers={"Accept-Language": "en"}).content.decode()
        browser.post(reverse("language"), {"language": "en", "next": address})
        assert '<html lang="en">' in browser.get(address, headers=GERMAN).content.decode()


def test_a_choice_leads_to_no_other_site_and_to_no_other_language(editor: Client) -> None:
    answer = editor.post(reverse("language"), {"language": "xx", "next": "https://elsewhere.example/"})
    assert (answer.headers["Location"], "newsroom_language" in answer.cookies) == ("/", False)


def test_an_act_is_told_in_german(editor: Client, story: Story) -> None:
    conflict = story.conflicts.get()
    answer = editor.post(reverse("decide", args=[conflict.pk]), {"verdict": "unsure"}, headers={**GERMAN, **FRAGMENT})
    # What scripts say comes in a header, where everything but ASCII is escaped.
    assert '"sentence": "Sie haben den Punkt als unklar eingestuft."' in answer.headers["HX-Trigger-After-Settle"]
    page = editor.get(reverse("activity"), headers=GERMAN).content.decode()
    assert "<strong>Ada</strong> hat den Punkt als unklar eingestuft" in page


def test_the_log_keeps_the_words_and_what_another_language_says_them_by(conflict: Conflict) -> None:
    entry = Entry.objects.get()
    assert (entry.words, entry.told) == ("gave this card to Carl", "gave this card to Carl")
    with override("de"):
        assert you(entry.told) == "Sie haben die Karte an Carl gegeben."
        assert translated(Entry(words="an old line").told) == "an old line"


def test_a_card_says_in_german_what_differs_and_why(editor: Client, story: Story) -> None:
    conflict = story.conflicts.get()
    conflict.phrases = {
        "summary": packed(Phrase("“{wrong}” stands where the name is “{right}”.", wrong="Osai", right="Osei")),
        "reason": packed(Phrase("It is the only reading.")),
    }
    conflict.save()
    page = editor.get(conflict.get_absolute_url(), headers=GERMAN).content.decode()
    assert "„Osai“ steht, wo der Name „Osei“ lautet." in page
    assert "<span>Es ist die einzige Lesart.</span>" in page


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(0, "gerade eben"), (1, "vor 1 Minute"), (60 * 24 * 3, "vor 3 Tagen"), (61, "vor 1 Stunde, 1 Minute")],
)
def test_how_long_ago_in_german(minutes: int, expected: str, now: datetime) -> None:
    with override("de"):
        assert ago(now - timedelta(minutes=minutes), now).replace("\xa0", " ") == expected


@pytest.mark.parametrize(
    ("hours", "expected"), [(49, "in 2 Tagen"), (1, "in 1 Stunde"), (-2, "seit 2 Stunden überfällig")]
)
def test_how_long_until_a_deadline_in_german(hours: int, expected: str, now: datetime) -> None:
    with override("de"):
        shown = due(now + timedelta(hours=hours), now)
    assert getattr(shown, "words", "") == expected
