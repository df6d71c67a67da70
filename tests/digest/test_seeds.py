"""The makers' own five stories, all the way: received, compared, decided on the pages by their gold, and taken out.

An editor enters the decisions, another signs, and the digest goes out without a word of a chief. Every format is
downloaded by its link and made by the command; the words of the file are what is looked at.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse

from factcheck.digest.renderers import RENDERERS
from factcheck.intake.service import Incoming, receive
from factcheck.models import Conflict, Run, Story, Witness
from factcheck.models.roles import ensure_roles
from factcheck.pipeline import execute
from factcheck.types import ConflictKind
from tests.digest.reading import tracked_in, words_in
from tests.digest.test_export_schemas import MISSING, SCHEMAS, faults_of
from tests.digest.test_schema import faults
from tests.web import making
from tests.web.person import Person

# The mark of the database is for its set-up: the fixture that uses it is older than a test.
pytestmark = [pytest.mark.shared, pytest.mark.django_db]

NOW = datetime(2023, 9, 19, 12, 0, tzinfo=UTC)
HEADLINE = "Two envoys meet in New York"
PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# The report of another event.
OTHER = "004"
# What the check does not find on these stories, though an editor would want it: the word of the gold on it.
NOT_FOUND = {"C12"}
ALL_STAND = "//div[@class='acts']//button[@value='dismiss']"
SUGGESTED = "//button[contains(@class, 'approve') and starts-with(@data-key, 'a')]"
LINKS = "//dl[contains(@class, 'exports')]//a/@href"

# The formats that print the corrected copy, and those that print the points in dispute.
COPY = ("html", "pdf", "text", "markdown", "docx", "evidence", "json", "ninjs", "newsml-g2", "nitf", "schema-org")
POINTS = ("claim-review", "web-annotation", "tei", "csv", "xlsx")
LISTED = (*COPY, "xlsx")
TRANSLATED = ("html", "pdf", "text", "markdown", "docx", "evidence", "json", "xlsx")
# Those that say what became of a report that is left out.
NOTING = ("html", "pdf", "text", "markdown", "docx", "xlsx", "evidence", "json", "ninjs", "newsml-g2", "nitf")
REASON = "It reports another event."


@dataclass(frozen=True)
class Issued:
    """What came out: ``entered`` names the decisions of the gold, ``before`` is the preview without the last of them.

    ``site`` and ``shell`` are the files by format. All is plain data; the database is as it was.
    """

    entered: frozenset[str]
    still_open: tuple[str, ...]
    before: Mapping[str, bytes]
    content: Mapping[str, Any]
    site: Mapping[str, bytes]
    shell: Mapping[str, bytes]
    received: Mapping[str, str]


@pytest.fixture(scope="module")
def issued(
    seeds: Path, tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any
) -> Issued:
    gold = seeds.parent / "eval" / "gold_seeds.json"
    if not gold.is_file():
        pytest.skip("the folder shared/eval is not beside this checkout")
    with django_db_blocker.unblock(), override_settings(STORAGES=PLAIN), transaction.atomic():
        found = _issued(seeds, json.loads(gold.read_bytes())["conflicts"], tmp_path_factory.mktemp("exports"))
        transaction.set_rollback(True)
    return found


def _issued(seeds: Path, gold: list[Any], folder: Path) -> Issued:
    ensure_roles()
    ada, ben = (Person(Client()), Person(Client()))
    story = _received(seeds, ada, ben)
    points = _points(gold, story)
    for conflict in sorted(points, key=lambda one: one.kind == ConflictKind.OTHER_EVENT):
        if conflict.kind == ConflictKind.OTHER_EVENT:
            before = _by_command(folder, "--preview")
        _enter(ada, conflict, points[conflict])
    _issue(story, ada, ben)
    content = story.digests.get().content
    links = {address.rstrip("/").rpartition("/")[2]: address for address in ada.page.xpath(LINKS)}
    return Issued(
        entered=frozenset(row["id"] for row in points.values()),
        still_open=tuple(story.conflicts.filter(state="open").values_list("summary", flat=True)),
        before=before,
        content=content,
        site={name: ada.client.get(address).content for name, address in links.items()},
        shell=_by_command(folder),
        received={article.name[:3]: article.text for article in story.articles.all()},
    )


def _received(seeds: Path, *people: Person) -> Story:
    """The five reports, received, read and compared as the workers do it; the people are two editors."""
    found = making.a_story(NOW, slug="talks", title="Talks")
    editors = [making.a_person(name, "editor") for name in ("ada", "ben")]
    for person, editor in zip(people, editors, strict=True):
        person.client.force_login(editor)
    for path in sorted(seeds.glob("*.txt")):
        raw = path.read_bytes()
        item = Incoming(path.name, len(raw), lambda raw=raw: raw)  # type: ignore[misc]
        receive(item, batch=uuid4(), editor=editors[0], now=NOW, story=found)
    waiting = list(Run.objects.filter(kind=Run.Kind.EXTRACT))
    while waiting:
        waiting += execute(waiting.pop(0), NOW)
        Run.objects.update(state=Run.State.DONE)
    return found


def _points(gold: list[Any], story: Story) -> dict[Conflict, Any]:
    """What the gold says of each conflict: the row about its words, of several one of its kind, or a required one."""
    found = {}
    for conflict in story.conflicts.all():
        witnesses = list(Witness.objects.filter(reading__conflict=conflict).select_related("article"))
        about = [row for row in gold if any(_in_key(one, row) for one in witnesses)]
        found[conflict] = max(about, key=lambda row: (_of_kind(conflict, row), row["grade"] == "REQUIRED"))
    return found


def _of_kind(conflict: Conflict, row: Any) -> bool:
    return any(kind.startswith(conflict.kind) for kind in row["kinds_ok"])


def _in_key(witness: Witness, row: Any) -> bool:
    """Whether the witness holds one of the words that the gold is about."""
    members = (row["members"][number] for number in row["key"])
    return any(
        witness.article.name.startswith(one["story"]) and witness.start < one["end"] and one["start"] < witness.end
        for one in members
    )


def _enter(editor: Person, conflict: Conflict, row: Any) -> None:
    """The decision of the gold, by the buttons of the card.

    Where it prefers nothing, all may stand; of another event the report is left out. Else the readings stand that hold
    none of the words in question; where there is none, because one report has slipped, the suggestion is taken.
    """
    editor.open(conflict.get_absolute_url())
    readings = {
        str(reading.pk): any(_in_key(one, row) for one in reading.witnesses.select_related("article"))
        for reading in conflict.readings.all()
    }
    right = [pk for pk, in_question in readings.items() if not in_question]
    if conflict.kind == ConflictKind.OTHER_EVENT:
        editor.press("//form[contains(@class, 'choose')]//button[@value='approve']")
    elif row["preferred"] is None:
        editor.press(ALL_STAND)
    elif len(right) > 1:
        boxes = " or ".join(f"@value='{pk}'" for pk in right)
        editor.press("//button[@data-several]", tick=f"//input[@name='ticked' and ({boxes})]")
    elif right:
        editor.press(f"//form[input[@name='reading' and @value='{right[0]}']]//button[@value='approve']")
    else:
        editor.press(SUGGESTED)


def _issue(story: Story, ada: Person, ben: Person) -> None:
    """Ada puts the digest together and waives, Ben signs what she decided, and she issues it."""
    preview = reverse("digest-preview", args=[story.slug])
    ada.open(reverse("digest-compose", args=[story.slug]))
    ada.press("//div[@class='composing-bar']/button", headline=HEADLINE)
    ada.press("//button[@name='all']", reason="The agency is known to us.")
    ben.open(preview)
    ben.press("//section[@id='sign']//button")
    ada.open(preview)
    ada.press("//section[@id='issue']//button")


def _by_command(folder: Path, *more: str) -> dict[str, bytes]:
    """The file of every format, as ``manage.py export`` writes it."""
    files = {name: folder / f"{name}{len(more)}" for name in RENDERERS}
    for name, file in files.items():
        call_command("export", "talks", "--format", name, "--output", str(file), *more, verbosity=0)
    return {name: file.read_bytes() for name, file in files.items()}


def test_the_decisions_of_the_gold_are_entered(seeds: Path, issued: Issued) -> None:
    gold = json.loads((seeds.parent / "eval" / "gold_seeds.json").read_bytes())["conflicts"]
    required = {row["id"] for row in gold if row["grade"] == "REQUIRED"}
    assert (required - issued.entered - NOT_FOUND, issued.still_open) == (set(), ())


def test_it_went_out_with_a_second_signature_and_past_nothing(issued: Issued) -> None:
    gate = issued.content["gate"]
    assert (issued.content["headline"], issued.content["issued_by"], issued.content["open_points"]) == (
        HEADLINE,
        "Ada",
        [],
    )
    assert ({one["editor"] for one in gate["signatures"]}, gate["override"]) == ({"Ben"}, None)


def test_every_format_is_there_and_the_command_gives_the_file_of_the_site(issued: Issued) -> None:
    assert set(issued.site) == set(RENDERERS)
    assert [name for name in RENDERERS if issued.site[name] != issued.shell[name]] == []


def test_the_digest_holds_by_its_schema(issued: Issued) -> None:
    assert faults(json.loads(issued.site["json"])) == []


@pytest.mark.schemas
@MISSING
@pytest.mark.parametrize("name", list(SCHEMAS))
def test_a_format_holds_by_its_published_schema(name: str, issued: Issued) -> None:
    assert faults_of(name)(issued.site[name]) == []


def test_the_evidence_pack_holds(issued: Issued, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "pack.zip"
    pack.write_bytes(issued.site["evidence"])
    call_command("verify_evidence", str(pack))
    assert "The pack holds." in capsys.readouterr().out


@pytest.mark.parametrize("name", COPY)
def test_the_copy_is_corrected(name: str, issued: Issued) -> None:
    words = words_in(name, issued.site[name])
    for corrected in (
        "Han and Blinken",
        "candid and constructive discussion",
        "National Security Advisor, Jake Sullivan",
    ):
        assert corrected in words


@pytest.mark.parametrize("name", LISTED)
def test_the_corrections_are_listed(name: str, issued: Issued) -> None:
    words = words_in(name, issued.site[name])
    rows = [" ".join(row["words"].split()) for row in issued.content["corrections"]]
    assert [(row["old"], row["new"]) for row in issued.content["corrections"][:2]] == [
        ("Hand", "Han"),
        ("constrictive", "constructive"),
    ]
    assert [row for row in rows if row not in words] == []


@pytest.mark.parametrize("name", POINTS)
def test_the_points_have_what_was_printed_and_what_is_right(name: str, issued: Issued) -> None:
    words = words_in(name, issued.site[name])
    for reading in ("Hand", "Han", "constrictive", "constructive", "National Security Advisor"):
        assert re.search(rf"\b{reading}\b", words), reading


@pytest.mark.parametrize("name", [*COPY, "xlsx", "web-annotation", "tei", "csv"])
def test_both_translations_stand_and_are_marked(name: str, issued: Issued) -> None:
    words = words_in(name, issued.site[name]).casefold()
    assert ("steady and sound" in words, "stable and healthy" in words) == (True, True)
    # What the page prints for readers is the copy alone: there both simply stand.
    assert (name == "schema-org") != ("translation" in words)


def test_the_quotations_say_that_they_are_translated(issued: Issued) -> None:
    told = {row["text"]: row["translated"] for row in issued.content["quotations"]}
    words = ("steady and sound", "stable and healthy")
    assert [[told[text] for text in told if some in text] for some in words] == [[True], [True]]
    for name in ("html", "pdf", "text", "markdown", "docx"):
        assert words_in(name, issued.site[name]).count("— Han Zheng (translated)") == sum(
            row["translated"] and row["speaker"] == "Han Zheng" for row in issued.content["quotations"]
        )


@pytest.mark.parametrize("name", NOTING)
def test_the_report_of_another_event_is_noted_as_such(name: str, issued: Issued) -> None:
    assert REASON in words_in(name, issued.site[name])


@pytest.mark.parametrize("name", COPY)
def test_the_report_of_another_event_is_left_out(name: str, issued: Issued) -> None:
    """Its lines, but for the first, by which it is called, stand in no copy."""
    words = words_in(name, issued.site[name])
    assert [line for line in _lines(issued)[1:] if line in words] == []


@pytest.mark.parametrize("name", COPY)
def test_before_it_is_left_out_it_stands_as_it_was_received(name: str, issued: Issued) -> None:
    words = words_in(name, issued.before[name])
    # Pages of a PDF end within a paragraph.
    assert [line for line in _lines(issued) if line not in words and name != "pdf"] == []
    content = json.loads(issued.before["json"])
    [row] = [one for one in content["articles"] if one["received_text"] == issued.received[OTHER]]
    assert (row["text"], row["changes"]) == (issued.received[OTHER], [])


def test_changes_are_tracked_in_word(issued: Issued) -> None:
    tracked = tracked_in(issued.site["docx"])
    for row in issued.content["corrections"]:
        assert (row["old"] in tracked["del"], row["new"] in tracked["ins"]) == (True, True)


def _lines(issued: Issued) -> list[str]:
    return [" ".join(line.split()) for line in issued.received[OTHER].splitlines() if line.strip()]
