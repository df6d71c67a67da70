"""One ZIP with all that the digest rests on, and the program that checks it. The same content gives the same bytes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from factcheck import VERSION
from factcheck.digest import verify
from factcheck.digest.corrections import unchanged
from factcheck.digest.renderers import json
from factcheck.digest.renderers.markdown import escaped
from factcheck.digest.renderers.outline import Content
from factcheck.digest.renderers.packing import packed
from factcheck.review.controls import revealed

SOFTWARE = "Newsroom"

METHODOLOGY = """# How this digest was made

Newsroom {version} laid the reports of one event beside each other and put every difference that its rules found before
an editor. The software decides nothing: each change in the copy goes back to a decision with a name and a time. Words
inside quotation marks are changed only where an editor approved a reading that a report carries, or the suggestion.
Copies of one agency file count as one origin, so a majority is one of independent origins.

The parts of this pack follow the commitments of the code of principles of the International Fact-Checking Network.

Non-partisanship and fairness
: One table of rules for all agencies. rules.json says what each rule found, and whose reports it concerned.

Standards and transparency of sources
: manifest.json names every report of the story, used or not, with the hash of its bytes as received. articles/ holds
  the received text of the reports that the digest carries; spans.csv says which words of which report carry what.

Standards and transparency of methodology
: rules.json has the version, the threshold and the measured precision of each rule, decisions.csv who decided what.

Standards and transparency of funding and organization
: No part of a digest: ask {site}.

Open and honest corrections
: corrections.md has every change in words that can be printed, digest.json the whole digest.

To check the pack, take verify.py out of it and run `python3 verify.py PACK.zip`. It checks every hash, the fingerprint
of the digest, that the words of each span stand where it says, and that each change goes back to a decision. Who does
not trust the copy in the pack takes the program from the software itself. The fingerprint is the one on the issued
digest; offsets count Unicode code points of the received text from 0, the end exclusive.

{counts}
"""


def render(content: Content) -> bytes:
    """The pack: its files in order of name."""
    return packed(dict(sorted(_files(content).items())))


def _files(content: Content) -> dict[str, bytes]:
    files = {
        verify.DIGEST: json.render(content),
        "corrections.md": _corrections(content).encode(),
        "methodology.md": _methodology(content).encode(),
        "rules.json": json.render(_rules(content["apparatus"])),
        "verify.py": Path(verify.__file__).read_bytes(),
        **verify.derived(content),
    }
    return files | {verify.MANIFEST: json.render(_manifest(content, files))}


def _manifest(content: Content, files: dict[str, bytes]) -> dict[str, Any]:
    return {
        "schema": verify.SCHEMA,
        "software": {"name": SOFTWARE, "version": VERSION},
        "digest": {
            "guid": content["guid"],
            "story": content["story"]["title"],
            "number": content.get("number"),
            "issued_at": content.get("issued_at"),
            "issued_by": content.get("issued_by"),
            "status": content["status"],
            "fingerprint": verify.fingerprint(content),
        },
        "reports": list(_reports(content, files)),
        "files": {name: {"sha256": verify.sha256(data), "size": len(data)} for name, data in files.items()},
    }


def _reports(content: Content, files: dict[str, bytes]) -> Iterator[dict[str, Any]]:
    """Every report of the story: the hash of its bytes as received, and of its text where the digest carries it."""
    carried = {article["article"]: verify.article_file(article) for article in content["articles"]}
    for report in content["witnesses"]:
        file = carried.get(report["article"])
        yield {**report, "file": file, "text_sha256": verify.sha256(files[file]) if file else None}


def _rules(apparatus: Iterable[Content]) -> dict[str, Any]:
    """Each rule that found something, and what: points by state, and points by the source that they concern."""
    rules: dict[str, dict[str, Any]] = {}
    for point in apparatus:
        row = rules.setdefault(point["kind"], {**point["rule"], "states": Counter(), "sources": Counter()})
        row["states"][point["state"]] += 1
        row["sources"].update({w["source"] for reading in point["readings"] for w in reading["witnesses"]})
    return rules


def _corrections(content: Content) -> str:
    rows = content["corrections"]
    none = (
        "No words were changed." if unchanged(content) else "None is listed. digest.json has each change in the copy."
    )
    lines = [f"{row['number']}. {escaped(revealed(row['words']))}" for row in rows] or [none]
    return "\n".join([f"# Corrections: {escaped(revealed(content['headline']))}", "", *lines, ""])


def _methodology(content: Content) -> str:
    points = len(content["apparatus"])
    counts = f"{len(content['witnesses'])} reports, {points} points, {len(content['corrections'])} corrections."
    site = escaped(revealed(content["site"]["name"]))
    return METHODOLOGY.format(version=VERSION, site=site, counts=counts)
