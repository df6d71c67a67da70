"""Prints how the check does on the five real stories and on all their subsets: ``make eval``.

    python tests/eval/run.py [FOLDER]

FOLDER holds eval/ and seeds/; it is looked for beside this checkout. The scorers lie there, and so do the stories.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared"


def factcheck(*arguments: str, stdin: bytes = b"") -> bytes:
    """What the one-shot command prints."""
    command = [sys.executable, str(PROJECT / "manage.py"), "factcheck", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, check=True, cwd=PROJECT).stdout


def scorer(shared: Path, name: str, *arguments: str) -> bytes:
    """What one of the scorers prints."""
    command = [sys.executable, str(shared / "eval" / name), *arguments]
    return subprocess.run(command, capture_output=True, check=True).stdout


def seeds(shared: Path, *options: str) -> bytes:
    """The figures of the five stories together."""
    stories = sorted(str(path) for path in (shared / "seeds").glob("*.txt"))
    with tempfile.NamedTemporaryFile(suffix=".json") as result:
        Path(result.name).write_bytes(factcheck(*stories, "--format", "json", "--claims"))
        return scorer(shared, "score_seeds.py", result.name, *options)


def subsets(shared: Path, *options: str) -> bytes:
    """The figures of all subsets of two stories and more, each in two orders."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as result:
        clusters = scorer(shared, "subsets.py", "make")
        Path(result.name).write_bytes(factcheck("--clusters", "-", "--format", "jsonl", stdin=clusters))
        return scorer(shared, "subsets.py", "score", result.name, *options)


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    if not (shared / "eval").is_dir():
        sys.exit(f"{shared} holds no eval: name the folder that does.")
    for measure in (seeds, subsets):
        sys.stdout.write(measure(shared).decode())


if __name__ == "__main__":
    main()
