"""The evidence pack and the program that checks it: a sound pack holds, and each way to forge one is told."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from factcheck.digest import verify
from factcheck.digest.renderers import RENDERERS
from factcheck.digest.renderers.packing import packed, unpacked
from tests.digest.contents import STATES, issued, preview

Files = dict[str, bytes]
Content = dict[str, Any]
HOLDS = "The pack holds."
NO_ZIP = "The file is no ZIP, or a damaged one."


def pack(content: Mapping[str, Any]) -> bytes:
    return RENDERERS["evidence"].render(content)


def found(data: bytes) -> verify.Finding:
    return verify.check(io.BytesIO(data))


def listed(files: Files) -> bytes:
    """The files as a pack whose manifest lists them as they are, as a careful forger would make it."""
    manifest = json.loads(files[verify.MANIFEST])
    held = {name: data for name, data in files.items() if name != verify.MANIFEST}
    manifest["files"] = {name: {"sha256": verify.sha256(data), "size": len(data)} for name, data in held.items()}
    return packed(held | {verify.MANIFEST: json.dumps(manifest).encode()})


@pytest.mark.parametrize("state", list(STATES))
def test_a_pack_holds_in_every_state(state: str) -> None:
    content = issued(**STATES[state])
    result = found(pack(content))
    assert result.faults == ()
    assert result.told[0] == f"Evidence of digest no. {content['number']} of “Harbour talks”."
    assert result.told[1] == f"Fingerprint {content['sha256']}: compare it with the one that the desk gives."
    assert result.told[2] == "Looked at: 11 files, 10 spans, 3 changes, 4 decisions."


def test_a_preview_says_that_it_is_one() -> None:
    result = found(pack(preview()))
    assert (result.faults, result.told[0]) == ((), "Evidence of a preview, which was not issued, of “Harbour talks”.")


def test_the_same_content_gives_the_same_bytes() -> None:
    assert pack(issued()) == pack(deepcopy(issued()))


def test_what_lies_in_a_pack() -> None:
    content = issued()
    files = unpacked(pack(content))
    assert list(files) == [
        *("articles/Coastal.txt", "articles/Meridian.txt", "articles/Northgate.txt", "corrections.md"),
        *("decisions.csv", "digest.json", "manifest.json", "methodology.md", "rules.json", "spans.csv", "verify.py"),
    ]
    manifest = json.loads(files["manifest.json"])
    reports = {row["witness"]: (row["file"], row["used"], row["received_sha256"]) for row in manifest["reports"]}
    hashes = {row["witness"]: row["received_sha256"] for row in content["witnesses"]}
    assert reports == {
        "Meridian": ("articles/Meridian.txt", True, hashes["Meridian"]),
        "Northgate": ("articles/Northgate.txt", True, hashes["Northgate"]),
        "Coastal": ("articles/Coastal.txt", True, hashes["Coastal"]),
        "Island": (None, False, hashes["Island"]),
    }
    assert manifest["digest"]["fingerprint"] == content["sha256"]
    rules = json.loads(files["rules.json"])
    assert (rules["figure"]["threshold"], rules["figure"]["states"], rules["figure"]["sources"]) == (
        *(0.3, {"open": 1}),
        {"Coastal News": 1, "Northgate Wire": 1},
    )
    assert files["decisions.csv"].decode().splitlines()[1] == (
        "1,key-1,name-spelling,1,approve,11,Orban Velt,,Ada,2023-09-19T12:40:00+00:00,yes"
    )


def _text(files: Files) -> bytes:
    return listed(files | {"articles/Coastal.txt": files["articles/Coastal.txt"] + b"!"})


def _hash(files: Files) -> bytes:
    return packed(files | {"rules.json": files["rules.json"].replace(b"0.3", b"0.9")})


def _extra(files: Files) -> bytes:
    return packed(files | {"more.txt": b"x"})


def _missing(files: Files) -> bytes:
    return packed({name: data for name, data in files.items() if name != "rules.json"})


def _digest(change: Callable[[Content], None], *, careful: bool = True) -> Callable[[Files], bytes]:
    """Forges the digest; a careful forger also makes all that repeats it anew, and the fingerprint."""

    def forged(files: Files) -> bytes:
        content = json.loads(files["digest.json"])
        change(content)
        return pack(content | {"sha256": verify.fingerprint(content)}) if careful else pack(content)

    return forged


def _headline(content: Content) -> None:
    content["headline"] = "Another headline"


def _moved_span(content: Content) -> None:
    content["apparatus"][0]["readings"][0]["witnesses"][0] |= {"start": 61, "end": 71}


def _other_prefix(content: Content) -> None:
    content["apparatus"][0]["readings"][0]["witnesses"][0]["prefix"] = "Minister Alban "


def _endless_span(content: Content) -> None:
    content["apparatus"][0]["readings"][0]["witnesses"][0] |= {"start": -5, "end": 10**9}


def _no_decision(content: Content) -> None:
    content["apparatus"][1]["decisions"] = []


def _decision_taken_back(content: Content) -> None:
    content["apparatus"][1]["decisions"][0]["stands"] = False


def _decision_of_another(content: Content) -> None:
    content["articles"][0]["changes"][1]["decision"] = 1


def _quiet_change(content: Content) -> None:
    article = content["articles"][1]
    article["text"] = article["text"].replace("envoy", "consul")


def _other_old(content: Content) -> None:
    content["articles"][0]["changes"][0]["old"] = "Orban Volt"


OTHER_CHANGES = "The corrected text of “Meridian” holds other changes than those that are listed."
FORGERIES: Mapping[str, tuple[Callable[[Files], bytes], list[str]]] = {
    "a text": (_text, ["“articles/Coastal.txt” does not say what the digest says."]),
    "a file": (_hash, ["“rules.json” was changed: its hash or its size is not the one in the manifest."]),
    "one more file": (_extra, ["“more.txt” is in the pack and not in its manifest."]),
    "a file less": (_missing, ["“rules.json” is in the manifest and not in the pack."]),
    "the digest": (
        _digest(_headline, careful=False),
        ["The digest was changed: its fingerprint is not the one that it was issued with."],
    ),
    "a span": (_digest(_moved_span), ["“Orban Felt” does not stand at 61 to 71 of “Meridian”."]),
    "what is around a span": (_digest(_other_prefix), ["“Orban Felt” does not stand at 60 to 70 of “Meridian”."]),
    "a span beyond the text": (
        _digest(_endless_span),
        ["“Orban Felt” does not stand at -5 to 1000000000 of “Meridian”."],
    ),
    "a decision": (_digest(_no_decision), ["No decision stands behind “the” for “the the” in “Meridian”."]),
    "a decision that was taken back": (
        _digest(_decision_taken_back),
        ["No decision stands behind “the” for “the the” in “Meridian”."],
    ),
    "a borrowed decision": (
        _digest(_decision_of_another),
        ["No decision stands behind “the” for “the the” in “Meridian”."],
    ),
    "an unlisted change": (
        _digest(_quiet_change),
        ["The corrected text of “Northgate” holds other changes than those that are listed."],
    ),
    "an old word": (_digest(_other_old), [OTHER_CHANGES]),
}


@pytest.mark.parametrize("name", list(FORGERIES))
def test_each_forgery_is_told(name: str) -> None:
    forge, faults = FORGERIES[name]
    assert list(found(forge(unpacked(pack(issued())))).faults) == faults


def test_spans_are_looked_up_without_a_copy_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    class Whole(str):
        def __getitem__(self, place: Any) -> str:
            raise AssertionError(f"{place} was cut out")

    texts = {one["article"]: Whole(one["received_text"]) for one in issued()["articles"]}
    monkeypatch.setattr(verify, "_texts", lambda content: texts)
    assert found(pack(issued())).faults == ()


def test_spans_in_reports_whose_text_is_not_carried_are_counted() -> None:
    content = issued()
    content["articles"] = content["articles"][:1]
    content["sha256"] = verify.fingerprint(content)
    result = found(pack(content))
    assert (result.faults, result.told[3]) == (
        (),
        "7 spans are in reports whose text the digest does not carry: they were not checked.",
    )


def zipped(*entries: tuple[str, bytes], **options: Any) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", **options) as made:
        for name, data in entries:
            made.writestr(name, data)
    return held.getvalue()


def _encrypted(data: bytes) -> bytes:
    """The same ZIP with the mark that says its first file is encrypted."""
    at = data.index(verify.ENTRY)
    return data[: at + 8] + b"\x01" + data[at + 9 :]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: b"", NO_ZIP),
        (lambda: b"no zip", NO_ZIP),
        (lambda: pack(issued())[:-40], NO_ZIP),
        (lambda: zipped(("../out.txt", b"")), "“../out.txt” is no name that a pack has."),
        (lambda: zipped(("/etc/x", b"")), "“/etc/x” is no name that a pack has."),
        (lambda: zipped(("articles/../x", b"")), "“articles/../x” is no name that a pack has."),
        (lambda: zipped(("articles\\x", b"")), "“articles\\x” is no name that a pack has."),
        (lambda: zipped(("a\x1b[2Jb", b"")), "“a�[2Jb” is no name that a pack has."),
        (lambda: zipped(("digest.json", b""), ("digest.json", b"")), "The pack holds “digest.json” twice."),
        (lambda: zipped(("digest.json", b""), ("Digest.json", b"")), "The pack holds “digest.json” twice."),
        (lambda: zipped(("a", b"x"), compression=zipfile.ZIP_LZMA), "“a” is packed in a way that a pack does not use."),
        (lambda: _encrypted(zipped(("a", b"x"))), "“a” is packed in a way that a pack does not use."),
        (lambda: zipped(("a", b"x")), "The pack holds no manifest.json, so it is no evidence pack."),
        (lambda: zipped(("manifest.json", b"{}")), "The pack holds no digest.json, so it is no evidence pack."),
        *(
            (
                lambda words=words: zipped(("manifest.json", words), ("digest.json", b"{}")),  # type: ignore[misc]
                "manifest.json or digest.json is not written as a pack's is.",
            )
            for words in (b"{}", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"schema": 1, "files": 7}', b"9" * 9_999)
        ),
    ],
)
def test_a_hostile_file_is_refused(make: Callable[[], bytes], fault: str) -> None:
    assert found(make()).faults == (fault,)


def test_what_would_fill_the_memory_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped(("manifest.json", b"0" * 10_000), ("digest.json", b"0" * 10_000), compression=zipfile.ZIP_DEFLATED)
    monkeypatch.setattr(verify, "MAX_UNPACKED_BYTES", 15_000)
    assert found(bomb).faults == ("The pack holds more than an evidence pack can.",)
    monkeypatch.setattr(verify, "MAX_FILES", 1)
    assert found(bomb).faults == ("The file is larger than an evidence pack can be.",)
    monkeypatch.setattr(verify, "MAX_FILES", 2)
    monkeypatch.setattr(verify, "MAX_PACK_BYTES", len(bomb) - 1)
    assert found(bomb).faults == ("The file is larger than an evidence pack can be.",)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\nx", "'\nx"),
        ("＝1", "'＝1"),
        ("'t was", "'t was"),
        ("a=1", "a=1"),
        ("", ""),
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (-3, "-3"),
    ],
)
def test_a_cell_is_no_formula(value: Any, expected: str) -> None:
    assert verify.cell(value) == expected


def test_the_command_and_the_program_in_the_pack_say_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound, forged = tmp_path / "sound.zip", tmp_path / "forged.zip"
    sound.write_bytes(pack(issued()))
    forged.write_bytes(_hash(unpacked(pack(issued()))))
    program = tmp_path / "verify.py"
    program.write_bytes(unpacked(pack(issued()))["verify.py"])
    for file, status in ((sound, 0), (forged, 1), (tmp_path / "none.zip", 1)):
        # Isolated, so that nothing but the standard library is at hand.
        run = subprocess.run([sys.executable, "-I", program, file], capture_output=True, text=True)
        assert run.returncode == status
        if status:
            with pytest.raises(SystemExit) as ended:
                call_command("verify_evidence", str(file))
            assert ended.value.code == 1
        else:
            call_command("verify_evidence", str(file))
        assert capsys.readouterr().out == run.stdout
        assert run.stdout.splitlines()[-1] == (HOLDS if status == 0 else "The pack does not hold.")


def test_the_program_asks_for_one_file(tmp_path: Path) -> None:
    program = Path(verify.__file__)
    run = subprocess.run([sys.executable, "-I", program], capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (1, "Name one file: python3 verify.py PACK.zip\n")
