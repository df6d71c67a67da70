"""What the demo does beside the site: an editor's account, the sample copy through the real intake, and a list."""

import secrets
import time
import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Q

from factcheck import tasks
from factcheck.intake.service import Incoming, receive
from factcheck.models import Article, Conflict, Run, Story
from factcheck.models.roles import Role, assign
from factcheck.review.labels import LEVELS, kind_label

SAMPLES = Path(settings.BASE_DIR) / "samples"
EDITOR = "editor"
PASSWORD_FILE = "demo-password"  # noqa: S105 - a file's name
# Consonant, vowel: a password that can be read out and typed over.
SYLLABLES = 7
LOOK_EVERY = 0.2


def kept_password(folder: Path) -> str:
    """The demo editor's password: made once, and kept in the data folder for the next start."""
    kept = folder / PASSWORD_FILE
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(_password(), encoding="ascii")
    return kept.read_text(encoding="ascii")


def _password() -> str:
    pairs = (secrets.choice("bdfgklmnprstvz") + secrets.choice("aeiou") for _ in range(SYLLABLES))
    return "".join(pairs) + str(secrets.randbelow(90) + 10)


def demo_editor(password: str) -> User:
    """The demo's editor; whoever is there already keeps the account as it is."""
    person, made = User.objects.get_or_create(username=EDITOR)
    if made:
        person.set_password(password)
        person.save()
        assign(person, Role.EDITOR)
    return person


def shown_password(person: User, password: str) -> str:
    """The password for the terminal, as long as it is the one that lets the editor in."""
    return password if person.check_password(password) else "the one that it was changed to"


def receive_samples(editor: User, now: datetime) -> int:
    """Puts the sample copy that is not here yet through the intake, and rings the workers. Returns how many."""
    batch = uuid.uuid4()
    new = [path for path in sorted(SAMPLES.glob("*/*.txt")) if not _is_here(path)]
    for path in new:
        receipt = receive(
            Incoming(path.name, path.stat().st_size, path.read_bytes), batch=batch, editor=editor, now=now
        )
        if receipt.article is not None:
            tasks.ring(receipt.article.runs.waiting())
    return len(new)


def _is_here(path: Path) -> bool:
    return Article.objects.filter(sha256=sha256(path.read_bytes()).hexdigest()).exists()


def wait_for_runs(patience: float) -> bool:
    """Waits until nothing waits or is at work; False when the patience is over first."""
    end = time.monotonic() + patience
    busy = Run.objects.filter(Q(state=Run.State.QUEUED) | Q(state=Run.State.RUNNING))
    while busy.exists():
        if time.monotonic() > end:
            return False
        time.sleep(LOOK_EVERY)
    return True


def listing() -> Iterator[str]:
    """The open conflicts of every story for a terminal: level, kind and the sentence."""
    for story in Story.objects.order_by("pk"):
        conflicts = Conflict.objects.filter(story=story, state=Conflict.State.OPEN)
        yield from _of_story(story, list(conflicts))


def _of_story(story: Story, conflicts: Sequence[Conflict]) -> Iterator[str]:
    yield f"{story.title} ({len(conflicts)} to decide)"
    for conflict in conflicts:
        yield f"  {LEVELS[conflict.level]:<16} {kind_label(conflict.kind):<22} {conflict.summary}"
    yield ""
