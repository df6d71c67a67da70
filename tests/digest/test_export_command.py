"""``manage.py export``: the same file as the site gives, and a sentence for whatever is not there."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from factcheck.digest.renderers import RENDERERS
from factcheck.digest.service import Terms, issue
from factcheck.management.commands.export import FORMATS
from factcheck.models import Digest
from factcheck.review.service import decide
from factcheck.types import Verdict
from tests.digest.test_schema import faults
from tests.review.conftest import Desk
from tests.review.stories import NOW

FIRST, SECOND = "harbour-talks-1", "harbour-talks-2"


@pytest.fixture
def issued(desk: Desk) -> Desk:
    """Two numbers of one story."""
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    issue(desk.story, editor=desk.ben, now=NOW)
    issue(desk.story, editor=desk.ben, now=NOW, terms=Terms(change_note="Issued again."))
    return desk


def export(*arguments: str) -> str:
    out = StringIO()
    call_command("export", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("name", list(RENDERERS))
def test_every_format_is_the_file_of_the_site(
    name: str, issued: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    renderer = RENDERERS[name]
    assert export("harbour-talks", "--format", name) == f"{renderer.label} is in {SECOND}.{renderer.extension}.\n"
    content = Digest.objects.get(number=2).content
    assert (tmp_path / f"{SECOND}.{renderer.extension}").read_bytes() == renderer.render(content)


def test_what_is_issued_holds_by_the_schema(issued: Desk) -> None:
    assert [faults(digest.content) for digest in Digest.objects.all()] == [[], []]


def test_a_number_and_a_file_can_be_named(issued: Desk, tmp_path: Path) -> None:
    file = tmp_path / "first.json"
    assert (
        export("harbour-talks", "--format", "json", "--number", "1", "--output", str(file)) == f"JSON is in {file}.\n"
    )
    assert json.loads(file.read_bytes()) == Digest.objects.get(number=1).content


def test_to_standard_output_goes_the_file_alone(issued: Desk, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert export("harbour-talks", "--format", "pdf", "--output", "-") == ""
    assert capsysbinary.readouterr().out == RENDERERS["pdf"].render(Digest.objects.get(number=2).content)


def test_a_preview_is_what_would_be_issued_now(desk: Desk, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    export("harbour-talks", "--format", "json", "--preview", "--output", "-")
    content = json.loads(capsysbinary.readouterr().out)
    assert ("number" in content, [point["conflict"] for point in content["open_points"]]) == (False, [desk.conflict.pk])
    assert (faults(content), Digest.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere", "--format", "pdf"], "There is no story 'nowhere'."),
        (["harbour-talks", "--format", "exe"], f"There is no format 'exe'. There are {FORMATS}."),
        (["harbour-talks", "--format", "pdf", "--number", "7"], "“Harbour talks” has no digest no. 7."),
        (["harbour-talks", "--format", "pdf", "--output", "/nowhere/x"], "/nowhere/x: No such file or directory."),
    ],
)
def test_whatever_is_not_there_is_told(arguments: list[str], sentence: str, issued: Desk) -> None:
    with pytest.raises(CommandError) as refusal:
        export(*arguments)
    assert str(refusal.value) == sentence


def test_before_the_first_number_the_preview_is_named(desk: Desk) -> None:
    with pytest.raises(CommandError) as refusal:
        export("harbour-talks", "--format", "pdf")
    assert str(refusal.value) == (
        "No digest of “Harbour talks” is issued yet. --preview exports what would be issued now."
    )


def test_a_digest_of_the_first_form_lacks_what_newer_formats_print(issued: Desk) -> None:
    Digest.objects.create(story=issued.story, number=3, content={"version": 1}, issued_by=issued.ben, issued_at=NOW)
    with pytest.raises(CommandError) as refusal:
        export("harbour-talks", "--format", "pdf")
    assert str(refusal.value) == "The digest was issued before there was PDF. Issue it anew first."
