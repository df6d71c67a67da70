"""The one-shot command: files in, a result out, with no database; a stream of clusters that nothing stops."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

PROJECT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(str(path) for path in (PROJECT / "samples" / "harbour-fire").glob("*.txt"))
LEAD = "The dam above Tessel broke on Monday."
TEXT = LEAD + "\n\n“We will rebuild every {} along the southern bank,” Mayor Orla Brandt said."


def ran(*arguments: str) -> str:
    out = io.StringIO()
    call_command("factcheck", *arguments, stdout=out)
    return out.getvalue()


def streamed(tmp_path: Path, *lines: bytes) -> list[dict[str, Any]]:
    clusters = tmp_path / "clusters.jsonl"
    clusters.write_bytes(b"\n".join(lines))
    return [json.loads(line) for line in ran("--clusters", str(clusters), "--format", "jsonl").splitlines()]


def line(**cluster: Any) -> bytes:
    return json.dumps(cluster).encode()


def article(name: str, word: str = "house", **more: Any) -> dict[str, Any]:
    return {"name": name, "text": TEXT.format(word), **more}


def test_one_object_as_the_contract_says(tmp_path: Path) -> None:
    for number, word in enumerate(("house", "hose")):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(word), encoding="utf-8")
    paths = [str(path) for path in sorted(tmp_path.glob("*.txt"))]
    result = json.loads(ran(*paths, "--format", "json"))
    assert [set(result), set(result["articles"][0])] == [
        {"seconds", "articles", "conflicts"},
        {"name", "event", "source", "dateline"},
    ]
    (conflict,) = result["conflicts"]
    assert (conflict["kind"], conflict["level"], conflict["suggested"]) == ("real-word", "error", "house")
    for reading in conflict["readings"]:
        for witness in reading["witnesses"]:
            text = (tmp_path / witness["article"]).read_bytes().decode()
            assert text[witness["start"] : witness["end"]] == witness["text"] == reading["text"]


def test_claims_on_request() -> None:
    result = json.loads(ran(*SAMPLES, "--format", "json", "--claims"))
    claims = [claim for read in result["articles"] for claim in read["claims"]]
    assert all({"kind", "start", "end", "text"} <= claim.keys() for claim in claims)
    quotes = [claim for claim in claims if claim["kind"] == "quote"]
    assert all({"mode", "speaker", "cue", "parts"} <= quote.keys() for quote in quotes)


def test_text_for_people() -> None:
    first, *rest = ran(*SAMPLES).splitlines()
    assert first.startswith("4 articles, 1 event, ")
    assert any("ERROR" in row for row in rest)
    assert max(len(row) for row in rest) <= 110


def test_a_bad_line_is_told_and_the_run_goes_on(tmp_path: Path) -> None:
    results = streamed(
        tmp_path,
        b"{no json",
        b"\xff\xfe",
        line(id="list", articles=3),
        line(id="nameless", articles=[{"text": "x"}]),
        line(id="twice", articles=[article("1"), article("1")]),
        line(id="day", articles=[article("1", published="yesterday")]),
        b"",
        line(id="empty", articles=[]),
        line(
            id="good",
            articles=[article("1", published="2026-03-02T10:00:00Z", source="Northgate"), article("2", "hose")],
        ),
    )
    assert [(row["id"], "error" in row) for row in results] == [
        (None, True),
        (None, True),
        ("list", True),
        ("nameless", True),
        ("twice", True),
        ("day", True),
        ("empty", False),
        ("good", False),
    ]
    assert [c["kind"] for c in results[-1]["conflicts"]] == ["real-word"]
    assert results[-1]["articles"][0]["dateline"] == "2026-03-02"


def test_lone_surrogates_and_marks_of_direction_pass_through(tmp_path: Path) -> None:
    (result,) = streamed(tmp_path, line(id="odd", articles=[{"name": "1", "text": "A \ud800 \u202e dam broke.\x00"}]))
    assert (result["id"], result["conflicts"]) == ("odd", []) or "error" in result


@pytest.mark.parametrize("arguments", [[], ["missing.txt"], ["x.txt", "--clusters", "-"], ["--clusters", "missing"]])
def test_input_that_cannot_be_read(arguments: list[str]) -> None:
    with pytest.raises(CommandError) as raised:
        ran(*arguments)
    assert raised.value.returncode == 2
    assert "\n" not in str(raised.value)


def test_it_runs_with_no_database_and_answers_each_line_at_once(tmp_path: Path) -> None:
    environment = {"PATH": "/usr/bin:/bin", "NEWSROOM_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    command = [sys.executable, "manage.py", "factcheck", "--clusters", "-", "--format", "jsonl"]
    with subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        answers = []
        for name in ("first", "second"):
            process.stdin.write(line(id=name, articles=[article("1"), article("2", "hose")]) + b"\n")
            process.stdin.flush()
            answers.append(json.loads(process.stdout.readline()))
        process.stdin.close()
        assert process.wait(timeout=30) == 0
    assert [(row["id"], len(row["conflicts"])) for row in answers] == [("first", 1), ("second", 1)]


@pytest.mark.parametrize("arguments", [SAMPLES, ["--clusters", "-"]])
def test_a_pipeline_that_is_not_there_is_told_once(arguments: list[str], settings: Settings) -> None:
    settings.SPACY_MODEL = "no_such_pipeline"
    with pytest.raises(CommandError, match=r"^The language pipeline “no_such_pipeline” cannot be loaded: ") as raised:
        ran(*arguments)
    assert raised.value.returncode == 2


def test_a_coreference_model_that_is_none_is_told_once(settings: Settings, tmp_path: Path) -> None:
    settings.COREFERENCE = tmp_path / "none.json"
    with pytest.raises(CommandError, match=r"none\.json holds no coreference model: FileNotFoundError") as raised:
        ran(*SAMPLES)
    assert raised.value.returncode == 2
