"""What an editor does at the desk, in a real browser, in an editor's words."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site

READ_MILLISECONDS = 90_000


def sign_in(page: Page, site: Site, name: str = "", password: str = "") -> None:
    """From the sign-in page to the desk."""
    page.goto(f"{site.address}/")
    page.get_by_label("Name", exact=True).fill(name or site.chief)
    page.get_by_label(re.compile("^Pass(word|wort)$")).fill(password or site.password)
    page.get_by_role("button", name=re.compile("^(Sign in|Anmelden)$")).click()
    expect(page.get_by_role("heading", name=re.compile("Running stories|Laufende Themen"))).to_be_visible()
    page.wait_for_load_state("load")


def drop_in(page: Page, site: Site, paths: list[Path]) -> None:
    """Uploads files from the desk, and waits until every file is read and compared."""
    page.goto(f"{site.address}/")
    page.get_by_label("Files, several at once").set_input_files(paths)
    page.get_by_role("button", name="Receive").click()
    expect(page.get_by_role("heading", name="Copy received")).to_be_visible()
    expect(page.locator("[id^=batch-files] [role=status]")).to_contain_text("Finished", timeout=READ_MILLISECONDS)


def open_story(page: Page) -> None:
    """From the received copy to the queue of its first story, with the scripts of the page at work."""
    page.locator("[data-head=Story] a").first.click()
    expect(page.locator("article.card").first).to_be_visible()
    # The cards are there before the scripts: a key pressed in between would be lost.
    page.wait_for_load_state("load")


def card(page: Page, *words: str) -> Locator:
    """The card that speaks of all these words."""
    found = page.locator("article.card")
    for word in words:
        found = found.filter(has_text=word)
    expect(found).to_have_count(1)
    # A card replaces itself when it is decided, and filters by words would lose it: hold on to its id.
    return page.locator(f"#{found.get_attribute('id')}")


def approve(found: Locator, reading: str) -> None:
    """Approves a reading of a card, and waits until the desk has recorded it."""
    found.get_by_role("button", name=re.compile(rf"Approve “{re.escape(reading)}”$")).click()
    expect(found).to_contain_text(f"approved “{reading}”")
