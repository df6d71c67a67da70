"""``manage.py receive``: a line for each file, and an exit status that tells of refusals."""

import os
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest
from django.core.management import CommandError, call_command

from factcheck.models import Article, Run, Story
from tests.intake.test_story_guess import FLOOD, OTHER

pytestmark = pytest.mark.django_db(transaction=True)
NEW = "No open story speaks of this: a new story was opened."


@pytest.fixture(autouse=True)
def rung() -> "mock.Mock":
    """The runs that the workers are told of."""
    with mock.patch("factcheck.management.commands.receive.ring") as bell:
        yield bell


def receive(*arguments: str | Path) -> tuple[list[str], int]:
    """The lines that it printed, and its exit status."""
    out = StringIO()
    try:
        call_command("receive", *map(str, arguments), stdout=out)
    except SystemExit as end:
        return out.getvalue().splitlines(), int(end.code or 0)
    return out.getvalue().splitlines(), 0


def test_files_and_folders(tmp_path: Path, rung: "mock.Mock") -> None:
    folder = tmp_path / "desk" / "night"
    folder.mkdir(parents=True)
    (folder / "b.txt").write_text(FLOOD[0])
    (folder / "a.txt").write_text(OTHER)
    (folder / "notes.md").write_text("Not copy.")
    (folder / ".hidden").write_text("Not copy.")
    (tmp_path / "copy.md").write_text(FLOOD[1])
    lines, status = receive(tmp_path / "desk", tmp_path / "copy.md", folder / "a.txt")
    assert (lines, status) == (
        [
            f"{folder}/a.txt: received. {NEW}",
            f"{folder}/b.txt: received. {NEW}",
            f"{folder}/notes.md: passed over, because its name does not end in .txt.",
            f"{tmp_path}/copy.md: received. Put with “River Tarn floods Halvern”: "
            "shares Halvern, Tarn, Ada Quill with its one article.",
            lines[-1],
        ],
        0,
    )
    assert lines[-1].startswith(f"{folder}/a.txt: already here. The same file came before, on ")
    assert [[run.kind for run in call.args[0]] for call in rung.call_args_list] == [["extract"]] * 4


def test_copy_that_could_not_be_read_is_rung_again(tmp_path: Path, rung: "mock.Mock") -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    receive(tmp_path)
    Run.objects.update(state=Run.State.FAILED)
    Article.objects.update(state=Article.State.FAILED)
    rung.reset_mock()
    receive(tmp_path)
    assert [list(call.args[0]) for call in rung.call_args_list] == [list(Run.objects.waiting())]
    assert Run.objects.waiting().count() == 1


def test_some_are_refused_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"")
    (tmp_path / "2.txt").write_text(OTHER)
    with (tmp_path / "3.txt").open("wb") as huge:
        huge.truncate(200 * 1024**2)
    lines, status = receive(tmp_path, tmp_path / "gone.txt")
    assert (lines, status) == (
        [
            f"{tmp_path}/1.txt: refused. This file is empty.",
            f"{tmp_path}/2.txt: received. {NEW}",
            f"{tmp_path}/3.txt: refused. This file is too large: it has 200 MiB, and the limit is 1 MiB.",
            f"{tmp_path}/gone.txt: refused. This file could not be read: No such file or directory.",
        ],
        1,
    )
    assert Article.objects.count() == 1


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(OTHER)
    assert receive(tmp_path) == ([f"{tmp_path}/caf\ufffd.txt: received. {NEW}"], 0)


def test_a_pipe_is_refused() -> None:
    assert receive("/dev/zero") == (["/dev/zero: refused. This file could not be read: it is no plain file."], 1)


def test_a_story_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    (tmp_path / "b.txt").write_text(FLOOD[0])
    receive(tmp_path / "a.txt")
    slug = Story.objects.get().slug
    assert receive(tmp_path / "b.txt", "--story", slug) == (
        [f"{tmp_path}/b.txt: received. The editor chose the story."],
        0,
    )
    assert Article.objects.filter(story__slug=slug).count() == 2


def test_an_unknown_story(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"^There is no story 'the-cup'\.$"):
        receive(tmp_path, "--story", "the-cup")
