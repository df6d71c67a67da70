#!/usr/bin/env python3
"""Checks an evidence pack: ``python3 verify.py PACK.zip``. It needs Python 3.11 and nothing else.

A copy of this file lies in every pack; ``manage.py verify_evidence`` runs the same code. Nothing is unpacked to the
disk, and a pack is taken for hostile until it holds: its size, its names and all that it says are bounded first.
"""

import csv
import hashlib
import io
import json
import re
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

SCHEMA = 1
MANIFEST, DIGEST, SPANS, DECISIONS = "manifest.json", "digest.json", "spans.csv", "decisions.csv"
MAX_FILES = 2_000
MAX_PACK_BYTES = 64 * 1024 * 1024
MAX_UNPACKED_BYTES = 256 * 1024 * 1024
# The mark before each entry of a ZIP's table of contents: counted before anything is made of them.
ENTRY = b"PK\x01\x02"
NAME = re.compile(r"(?:articles/)?\w[\w.-]{0,119}")
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
MISSHAPEN = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
# What a spreadsheet takes for a formula, in its full-width form too, gets a mark before it that makes it text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

SPAN_COLUMNS = (
    *("conflict", "key", "kind", "state", "reading", "reading_text", "approved"),
    *("witness", "source", "start", "end", "exact", "prefix", "suffix", "where"),
)
DECISION_COLUMNS = (
    *("conflict", "key", "kind", "decision", "verdict", "readings", "text", "note", "editor", "made_at", "stands"),
)
Content = Mapping[str, Any]
Files = Mapping[str, bytes]


class Refused(Exception):
    """The file is not opened any further; the message is the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a pack holds, in sentences, and what is wrong with it; no fault: it holds."""

    told: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, and the verdict."""
        return (*self.told, *self.faults, "The pack does not hold." if self.faults else "The pack holds.")


def check(file: BinaryIO) -> Finding:
    """Everything that can be checked about a pack without asking anybody."""
    try:
        files = unpacked(file)
        manifest, content = _read(files, MANIFEST), _read(files, DIGEST)
        faults = [*_files(files, manifest), *_digest(content, manifest), *_derived(files, content)]
        faults += [*_spans(content), *_changes(content)]
        return Finding(tuple(_told(files, content)), tuple(faults))
    except Refused as refusal:
        return Finding(faults=(str(refusal),))
    except MISSHAPEN:
        return Finding(faults=(f"{MANIFEST} or {DIGEST} is not written as a pack's is.",))


def unpacked(file: BinaryIO) -> dict[str, bytes]:
    """The files of the pack by name, in memory. Raises ``Refused``."""
    packed = file.read(MAX_PACK_BYTES + 1)
    if len(packed) > MAX_PACK_BYTES or packed.count(ENTRY) > MAX_FILES:
        raise Refused("The file is larger than an evidence pack can be.")
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as pack:
            _names(pack.infolist())
            return _contents(pack)
    except UNREADABLE as fault:
        raise Refused("The file is no ZIP, or a damaged one.") from fault


def fingerprint(content: Content) -> str:
    """The SHA-256 of the content without the fingerprint itself, as JSON with sorted keys and no spaces."""
    bare = {name: value for name, value in content.items() if name != "sha256"}
    line = json.dumps(bare, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(line.encode())


def sha256(data: bytes) -> str:
    """The SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def derived(content: Content) -> dict[str, bytes]:
    """The files of a pack that only repeat what the digest says, for people and for spreadsheets."""
    return {
        **{article_file(article): article["received_text"].encode() for article in content["articles"]},
        SPANS: table(SPAN_COLUMNS, _span_rows(content)),
        DECISIONS: table(DECISION_COLUMNS, _decision_rows(content)),
    }


def article_file(article: Content) -> str:
    """Where an article's received text lies in the pack."""
    return f"articles/{article['witness']}.txt"


def table(columns: Sequence[str], rows: Iterator[Content]) -> bytes:
    """Rows as CSV in UTF-8, safe to open in a spreadsheet."""
    held = io.StringIO()
    written = csv.writer(held, lineterminator="\r\n")
    written.writerow(columns)
    written.writerows([cell(row[column]) for column in columns] for row in rows)
    return held.getvalue().encode()


def cell(value: Any) -> str:
    """One value; words that a spreadsheet would take for a formula get an apostrophe first."""
    words = "" if value is None else ("no", "yes")[value] if isinstance(value, bool) else str(value)
    return f"'{words}" if isinstance(value, str) and words.startswith(FORMULA) else words


def _names(entries: Sequence[zipfile.ZipInfo]) -> None:
    """Refuses names that lead anywhere, names that come twice, and what this reader cannot open."""
    folded = Counter(entry.orig_filename.casefold() for entry in entries)
    for entry in entries:
        name = entry.orig_filename
        if not NAME.fullmatch(name):
            raise Refused(f"{shown(name)} is no name that a pack has.")
        if folded[name.casefold()] > 1:
            raise Refused(f"The pack holds {shown(name)} twice.")
        if entry.flag_bits & ENCRYPTED or entry.compress_type not in PACKED:
            raise Refused(f"{shown(name)} is packed in a way that a pack does not use.")


def _contents(pack: zipfile.ZipFile) -> dict[str, bytes]:
    left, files = MAX_UNPACKED_BYTES, {}
    for entry in pack.infolist():
        with pack.open(entry) as opened:
            files[entry.filename] = opened.read(left + 1)
        left -= len(files[entry.filename])
        if left < 0:
            raise Refused("The pack holds more than an evidence pack can.")
    return files


def _read(files: Files, name: str) -> Any:
    if name not in files:
        raise Refused(f"The pack holds no {name}, so it is no evidence pack.")
    found = json.loads(files[name])
    if not isinstance(found, dict):
        raise ValueError
    return found


def _files(files: Files, manifest: Content) -> Iterator[str]:
    """Every file is in the manifest with its size and hash, and the other way round."""
    if manifest["schema"] != SCHEMA:
        yield f"The pack is of schema {shown(str(manifest['schema']))}; this program knows schema {SCHEMA}."
    listed = manifest["files"]
    for name in sorted(files.keys() - listed.keys() - {MANIFEST}):
        yield f"{shown(name)} is in the pack and not in its manifest."
    for name, row in sorted(listed.items()):
        if name not in files:
            yield f"{shown(name)} is in the manifest and not in the pack."
        elif (row["sha256"], row["size"]) != (sha256(files[name]), len(files[name])):
            yield f"{shown(name)} was changed: its hash or its size is not the one in the manifest."


def _digest(content: Content, manifest: Content) -> Iterator[str]:
    """The digest is the one that its fingerprint was taken of, and the one that the manifest names."""
    taken = fingerprint(content)
    if "sha256" in content and content["sha256"] != taken:
        yield "The digest was changed: its fingerprint is not the one that it was issued with."
    named = manifest["digest"]
    if (named["fingerprint"], named["number"]) != (taken, content.get("number")):
        yield "The manifest names another digest: number or fingerprint differ."


def _derived(files: Files, content: Content) -> Iterator[str]:
    for name, expected in derived(content).items():
        if files.get(name) != expected:
            yield f"{shown(name)} does not say what the digest says."


def _spans(content: Content) -> Iterator[str]:
    """Each witness's words stand where it says, in the text as received."""
    texts = _texts(content)
    for row in _span_rows(content):
        if row["article"] in texts and not _stands(texts[row["article"]], row):
            yield f"{shown(row['exact'])} does not stand at {row['start']} to {row['end']} of {shown(row['witness'])}."


def _stands(text: str, row: Content) -> bool:
    start, end = row["start"], row["end"]
    return (
        0 <= start <= end <= len(text)
        # No piece of the text is copied: a forged pack may name its whole text in each of very many spans.
        and end - start == len(row["exact"])
        and text.startswith(row["exact"], start)
        and text.endswith(row["prefix"], 0, start)
        and text.startswith(row["suffix"], end)
    )


def _changes(content: Content) -> Iterator[str]:
    """Each change goes back to a decision on its conflict that stands, and nothing else was changed in the copy."""
    decisions = {(row["conflict"], row["decision"]) for row in _decision_rows(content) if row["stands"]}
    for article in content["articles"]:
        for change in article["changes"]:
            if (change["conflict"], change["decision"]) not in decisions:
                words = f"{shown(change['new'])} for {shown(change['old'])}"
                yield f"No decision stands behind {words} in {shown(article['witness'])}."
        if _corrected(article) != article["text"]:
            yield f"The corrected text of {shown(article['witness'])} holds other changes than those that are listed."


def _corrected(article: Content) -> str | None:
    """The received text with the listed changes made; None where they do not fit it."""
    text, pieces, at = article["received_text"], [], 0
    for change in sorted(article["changes"], key=lambda change: (change["start"], change["end"])):
        start, end = change["start"], change["end"]
        if not at <= start <= end <= len(text) or text[start:end] != change["old"]:
            return None
        pieces += [text[at:start], change["new"]]
        at = end
    return "".join([*pieces, text[at:]])


def _texts(content: Content) -> dict[int, str]:
    return {article["article"]: article["received_text"] for article in content["articles"]}


def _span_rows(content: Content) -> Iterator[dict[str, Any]]:
    """Every witness of every reading."""
    for point in content["apparatus"]:
        about = {name: point[name] for name in ("conflict", "key", "kind", "state")}
        for reading in point["readings"]:
            words = {"reading": reading["reading"], "reading_text": reading["text"], "approved": reading["approved"]}
            for witness in reading["witnesses"]:
                yield {**about, **words, **witness}


def _decision_rows(content: Content) -> Iterator[dict[str, Any]]:
    for point in content["apparatus"]:
        about = {name: point[name] for name in ("conflict", "key", "kind")}
        for decision in point["decisions"]:
            yield {**about, **decision, "readings": " ".join(map(str, decision["readings"]))}


def _told(files: Files, content: Content) -> Iterator[str]:
    """What the pack is, in counts, with what a reader has to compare by hand."""
    texts, rows = _texts(content), list(_span_rows(content))
    checked = sum(row["article"] in texts for row in rows)
    changes, decisions = sum(len(one["changes"]) for one in content["articles"]), len(list(_decision_rows(content)))
    yield f"Evidence of {_name(content)} of {shown(content['story']['title'])}."
    yield f"Fingerprint {fingerprint(content)}: compare it with the one that the desk gives."
    yield f"Looked at: {len(files)} files, {checked} spans, {changes} changes, {decisions} decisions."
    if checked < len(rows):
        yield f"{len(rows) - checked} spans are in reports whose text the digest does not carry: they were not checked."


def _name(content: Content) -> str:
    return f"digest no. {content['number']:d}" if "number" in content else "a preview, which was not issued,"


def shown(words: str) -> str:
    """Words of a pack on a terminal: short, and nothing in them that a terminal would obey."""
    short = words if len(words) <= 60 else f"{words[:59]}…"
    return f"“{''.join(sign if sign.isprintable() else '�' for sign in short)}”"


def report(path: str) -> Finding:
    """What is found out about the file at a path."""
    try:
        with open(path, "rb") as file:
            return check(file)
    except OSError as fault:
        return Finding(faults=(f"{shown(path)} cannot be read: {fault.strerror}.",))


def main(arguments: Sequence[str]) -> int:
    """Prints what was found; the exit status is 0 where the pack holds and 1 where it does not."""
    if len(arguments) != 1:
        print("Name one file: python3 verify.py PACK.zip")
        return 1
    found = report(arguments[0])
    print("\n".join(found.sentences))
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
