"""An editor's morning end to end: twelve reports of one event, from the drop to the exported digest.

Nell and Otis sit at the same desk as the other tests, with a story that no other test touches. What is pressed and
read is found as a screen reader tells it, by role and name. Every test begins and ends with the whole queue open.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser import morning_copy
from tests.browser.conftest import Site
from tests.browser.desk import READ_MILLISECONDS, sign_in
from tests.browser.test_pages import too_wide, wrong_with

PASSWORD = "gorge-lantern-58"
DECIDED = re.compile("decided")
DROP = """files => {
  const carried = new DataTransfer();
  for (const [name, text] of Object.entries(files)) carried.items.add(new File([text], name, { type: "text/plain" }));
  for (const sort of ["dragover", "drop"]) {
    const options = { dataTransfer: carried, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent(sort, options));
  }
}"""


@dataclass(frozen=True)
class Morning:
    """The desk with the twelve reports on it: their story, the page of the files, and who is signed in."""

    browser: Browser
    batch: str
    story: str
    signed_in: dict[str, Any]

    def at_desk(self, who: str = "Nell", **screen: Any) -> BrowserContext:
        """A browser of somebody who is signed in."""
        return self.browser.new_context(storage_state=self.signed_in[who], **{"viewport": SCREEN} | screen)

    def queue(self, who: str = "Nell", **screen: Any) -> Page:
        """The open queue, with its scripts at work."""
        page = self.at_desk(who, **screen).new_page()
        open_page(page, self.story)
        return page


CHIEF = "the chief"
SCREEN = {"width": 1280, "height": 900}
PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True}
# Forced colours are the reader's own, so there is no contrast of ours to measure.
SCREENS: dict[str, tuple[dict[str, Any], Callable[[Page], list[str]]]] = {
    "a phone in the dark": (PHONE, wrong_with),
    "forced colours": ({"viewport": {"width": 1024, "height": 768}, "forced_colors": "active"}, too_wide),
    "twice the size": ({"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}, too_wide),
}


@pytest.fixture(scope="module")
def morning(browser: Browser, site: Site) -> Morning:
    """Two editors of the desk; one of them drops twelve files onto it, and watches until all are read and compared."""
    chief = browser.new_context().new_page()
    sign_in(chief, site)
    for name in ("Nell", "Otis"):
        hire(chief, site, name)
    signed_in = {name: signed(browser, site, name) for name in ("Nell", "Otis")}
    signed_in[CHIEF] = chief.context.storage_state()
    chief.context.close()
    page = browser.new_context(storage_state=signed_in["Nell"], viewport=SCREEN).new_page()
    open_page(page, f"{site.address}/")
    page.evaluate(DROP, morning_copy.reports())
    drop = page.get_by_role("region", name="Drop in copy")
    expect(drop.get_by_role("listitem")).to_have_count(12)
    expect(drop.get_by_role("button", name="Receive")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Copy received")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Finished: 12 files", timeout=READ_MILLISECONDS)
    batch = page.url
    page.get_by_role("link", name=morning_copy.TOWN).first.click()
    expect(page.get_by_role("heading", name="Conflicting claims")).to_be_visible()
    story = re.sub(r"[?#].*", "", page.url)
    page.context.close()
    return Morning(browser, batch, story, signed_in)


@pytest.fixture(autouse=True)
def taken_back(morning: Morning) -> Iterator[None]:
    """What a test that failed half-way left behind is taken back, without scripts, so act by act."""
    yield
    for who in morning.signed_in:
        page = morning.queue(who, java_script_enabled=False)
        while not page.get_by_text("nothing here that could be taken back").count():
            page.get_by_role("button", name="Undo", exact=True).first.click()
        page.context.close()


def hire(page: Page, site: Site, name: str) -> None:
    """The chief adds an editor."""
    page.goto(f"{site.address}/staff/")
    page.get_by_label("Name to sign in with").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text(f"{name} is added.")


def signed(browser: Browser, site: Site, name: str) -> Any:
    """What a browser keeps of somebody who signed in."""
    page = browser.new_context().new_page()
    sign_in(page, site, name, PASSWORD)
    kept = page.context.storage_state()
    page.context.close()
    return kept


def open_page(page: Page, address: str) -> None:
    """A page with its scripts at work."""
    page.goto(address)
    page.wait_for_load_state("load")


def card(page: Page, words: str) -> Locator:
    """The card whose sentence has these words; it keeps its name when it is decided."""
    return page.get_by_role("article", name=re.compile(re.escape(words)))


def says(page: Page, sentence: str) -> None:
    """Waits until the desk has said so: in the line at the foot, or on the page where more than one card changed."""
    said = page.locator("[aria-live], [role=status]").filter(has_text=sentence)
    expect(said.first).to_be_visible()
    page.wait_for_load_state("load")


def number_open(page: Page) -> int:
    """How many cards the filter counts as open."""
    return int(page.get_by_role("link", name=re.compile(r"^Open \d+$")).inner_text().split()[-1])


def go_to(page: Page, words: str) -> None:
    """With j alone to a card, further down than the first part of the queue if need be."""
    for _ in range(20):
        if card(page, words).count() and card(page, words).evaluate("card => card === document.activeElement"):
            return
        page.keyboard.press("j")
    expect(card(page, words)).to_be_focused()


def typed(*keys: str) -> Callable[[Page], None]:
    """Presses these keys; what is longer than a key's name is typed."""

    def press(page: Page) -> None:
        for key in keys:
            if len(key) == 1 or key in {"Tab", "Enter", "ArrowDown", "ArrowRight", "Escape"}:
                page.keyboard.press(key)
            else:
                page.keyboard.type(key)

    return press


# What is pressed on which card, and what the desk says was done.
TRIAGE = (
    ("“Okonyo”", typed("a"), "approved “Okonjo”"),
    ("“Osterlundt”", typed("2"), "approved “Osterlundt”"),
    ("brake did hold", typed("r"), "rejected “brake did not hold”"),
    ("“anser”", typed("n", "Rang the agency, says jk.", "Tab", "Tab", "Enter"), "added a note"),
    ("“visiters”", typed("o", "guests", "Enter"), "typed “guests”"),
    ("“charged”", typed("x"), "found no reading right"),
    ("“85” and “95”", typed("c"), "could not tell"),
    ("“46” and “64”", typed("s"), "found no conflict here"),
    ("“Tuesday” and “Wednesday”", typed("h", "ArrowDown", "Tab", "Look this up", "Enter"), "asked the chief to decide"),
    ("“Governor”", typed("m", "ArrowRight", "Tab", "Both", "Enter"), "silenced “Mayor” / “Governor” for this story"),
)  # fmt: skip


def test_every_report_is_read_into_one_story(morning: Morning) -> None:
    page = morning.at_desk().new_page()
    page.goto(morning.batch)
    rows = page.get_by_role("row").filter(has=page.get_by_role("rowheader"))
    expect(rows).to_have_count(12)
    expect(rows.filter(has_text="Read and compared")).to_have_count(12)
    stories = {str(row.get_by_role("link").last.get_attribute("href")) for row in rows.all()}
    assert (len(stories), morning.story.endswith(stories.pop())) == (1, True)
    assert wrong_with(page) == []
    page.context.close()


def test_triage_by_keyboard_alone_and_all_of_it_back_from_another_page(morning: Morning) -> None:
    page = morning.queue()
    before = number_open(page)
    page.keyboard.press("a")
    says(page, "Press the key again.")
    cards = page.get_by_role("region", name="Conflicting claims").get_by_role("article")
    expect(cards.first).to_be_focused()
    page.keyboard.press("j")
    expect(cards.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(cards.first).to_be_focused()
    assert number_open(page) == before
    # The queue comes by parts of twelve, and the next part moves nobody on who did not ask for it.
    for _ in range(11):
        page.keyboard.press("j")
    expect(cards).to_have_count(before)
    expect(cards.nth(11)).to_be_focused()
    page.keyboard.press("j")
    expect(cards.nth(12)).to_be_focused()
    for _ in range(12):
        page.keyboard.press("k")
    for words, press, told in TRIAGE:
        go_to(page, words)
        press(page)
        says(page, f"You {told}")
    assert wrong_with(page) == []

    page.get_by_role("link", name="Activity").click()
    expect(page.get_by_role("main")).to_contain_text("silenced “Mayor” / “Governor”")
    open_page(page, f"{morning.story}?state=all")
    for _, _, told in reversed(TRIAGE):
        page.keyboard.press("z")
        says(page, f"You took back: {told}")
    expect(page.get_by_text("You have done nothing here that could be taken back.")).to_be_visible()
    page.keyboard.press("Shift+Z")
    says(page, "You did again: approved “Okonjo”")
    expect(card(page, "“Okonyo”")).to_have_class(DECIDED)
    page.keyboard.press("z")
    expect(card(page, "“Okonyo”")).not_to_have_class(DECIDED)
    open_page(page, morning.story)
    assert number_open(page) == before
    page.context.close()


def test_what_a_filter_shows_is_decided_at_once_after_a_list_of_it(morning: Morning) -> None:
    page = morning.queue()
    before = number_open(page)
    page.get_by_role("link", name=re.compile("^Discrepancy")).click()
    page.get_by_role("link", name="approve what is suggested").click()
    listed = page.get_by_role("main").get_by_role("listitem")
    expect(listed.filter(has_text="“46” and “64”")).to_contain_text("Will be recorded: approve “46”")
    expect(page.get_by_role("searchbox")).to_have_value("")
    assert wrong_with(page) == []
    number = listed.count()
    page.get_by_role("button", name=f"Record on {number} cards").click()
    expect(page.get_by_role("status")).to_contain_text(f"You approved the suggestions of {number} cards (Discrepancy).")
    assert number_open(page) == before - number
    page.wait_for_load_state("load")
    page.keyboard.press("z")
    expect(page.get_by_role("link", name=f"Open {before}", exact=True)).to_be_visible()
    page.context.close()


def test_two_editors_at_one_card(morning: Morning) -> None:
    nell, otis = morning.queue(), morning.queue("Otis")
    go_to(otis, "“Okonyo”")
    # Who is at which card is told a moment after the focus came to rest.
    with otis.expect_response(lambda answer: "present=" in answer.url):
        pass
    nell.reload()
    nell.wait_for_load_state("load")
    expect(nell.get_by_text("Also here:")).to_be_visible()
    expect(card(nell, "“Okonyo”")).to_contain_text("Otis is here too")

    go_to(nell, "“Okonyo”")
    typed("o", "Okonkwo")(nell)
    otis.keyboard.press("c")
    expect(card(otis, "“Okonyo”")).to_have_class(DECIDED)
    nell.keyboard.press("Enter")
    refused = card(nell, "“Okonyo”")
    expect(refused.get_by_role("alert")).to_contain_text("Not recorded: this card was decided meanwhile.")
    expect(refused).to_contain_text("While you were deciding, Otis could not tell.")
    expect(refused.get_by_label("What should stand instead")).to_have_value("Okonkwo")
    assert wrong_with(nell) == []
    expect(refused.get_by_label("What should stand instead")).to_be_focused()
    nell.keyboard.press("Enter")
    says(nell, "You typed “Okonkwo”")
    for page in (nell, otis):
        page.keyboard.press("z")
        says(page, "You took back")
    expect(card(otis, "“Okonyo”")).not_to_have_class(DECIDED)
    nell.context.close()
    otis.context.close()


def test_never_again_in_this_story_and_restored_from_the_memory(morning: Morning) -> None:
    page = morning.queue()
    before = number_open(page)
    silent = card(page, "“46” and “64”")
    silent.get_by_text("Never again").click()
    silent.get_by_label("this story").check()
    silent.get_by_label("Why").fill("The operator counts its crew.")
    silent.get_by_label("Last day").fill("2999-01-01")
    assert wrong_with(page) == []
    silent.get_by_role("button", name="Silence it").click()
    says(page, "for this story")
    open_page(page, morning.story)
    expect(page.get_by_role("article").first).to_be_visible()
    assert (card(page, "“46” and “64”").count(), number_open(page)) == (0, before - 1)

    page.get_by_role("link", name="Memory").click()
    rule = page.get_by_role("row").filter(has_text="The operator counts its crew.")
    expect(rule).to_contain_text("1 Jan 2999")
    assert wrong_with(page) == []
    rule.get_by_role("button", name=re.compile("^Restore")).click()
    expect(page.get_by_role("status")).to_contain_text("You restored")
    open_page(page, morning.story)
    assert number_open(page) == before
    page.context.close()


@pytest.mark.parametrize("screen", list(SCREENS))
def test_every_page_of_the_morning_on_other_screens(screen: str, morning: Morning, site: Site) -> None:
    options, look = SCREENS[screen]
    page = morning.at_desk(**options).new_page()
    story = morning.story
    pages = [site.address + "/", morning.batch, story, f"{story}?state=all"]
    pages += [story + view for view in ("agreement/", "people/", "side-by-side/", "bulk/?way=approve", "digest/")]
    pages += [f"{site.address}/{name}/" for name in ("activity", "memory", "sources")]
    pages += [f"{site.address}/search/?q={morning_copy.TOWN}"]
    wrong = {}
    for address in pages:
        page.goto(address)
        wrong[address] = look(page)
    assert wrong == {address: [] for address in pages}

    # The focus shows in the colours of every screen, and the first thing it comes to is the way past the masthead.
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    for link in page.get_by_role("banner").get_by_role("link").all():
        box = link.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, link.inner_text()
        link.focus()
        ring = link.evaluate("link => getComputedStyle(link).outlineStyle + getComputedStyle(link).outlineWidth")
        assert ring == "solid2px", link.inner_text()
    page.context.close()


def test_without_javascript(morning: Morning, site: Site, tmp_path: Path) -> None:
    page = morning.queue(java_script_enabled=False)
    before = number_open(page)
    card(page, "“anser”").get_by_role("button", name=re.compile("^Approve “answer”")).click()
    expect(page.get_by_role("status")).to_contain_text("You approved “answer”")
    page.get_by_role("main").get_by_role("button", name="Undo", exact=True).first.click()
    assert number_open(page) == before

    page.get_by_role("link", name="let all readings stand").click()
    page.get_by_role("button", name=f"Record on {before} cards").click()
    assert number_open(page) == 0
    page.get_by_role("main").get_by_role("button", name="Undo", exact=True).first.click()
    assert number_open(page) == before

    page.get_by_role("link", name="Digest").click()
    expect(page.get_by_role("heading", name="Digest, as it would be issued now")).to_be_visible()

    other = tmp_path / "lighthouse.txt"
    other.write_text(morning_copy.ANOTHER_EVENT, encoding="utf-8")
    page.goto(f"{site.address}/")
    page.get_by_label("Files, several at once").set_input_files(other)
    page.get_by_role("button", name="Receive").click()
    again = page.get_by_role("link", name="Look again")
    while again.count():
        again.click()
    expect(page.get_by_role("row").filter(has_text="lighthouse.txt")).to_contain_text("a new story was opened")
    page.context.close()


def test_from_the_search_to_a_claim_and_to_the_issued_digest(morning: Morning) -> None:
    page = morning.queue()
    page.keyboard.press("/")
    page.keyboard.type("Okonyo")
    page.keyboard.press("Enter")
    claims = page.get_by_role("region", name=re.compile("^Claims"))
    claims.get_by_role("listitem").filter(has_text="Name ·").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(morning_copy.TOWN)
    expect(page.get_by_role("main")).to_contain_text("Upland Dispatch")
    assert wrong_with(page) == []

    open_page(page, morning.story)
    go_to(page, "“Okonyo”")
    page.keyboard.press("a")
    expect(card(page, "“Okonyo”")).to_have_class(DECIDED)
    page.get_by_role("link", name="Digest").click()
    corrections = page.get_by_role("region", name="Corrections")
    expect(corrections.get_by_role("listitem")).to_have_count(1)
    expect(corrections).to_contain_text("“Okonjo”")
    expect(page.get_by_role("main")).to_contain_text("A chief can issue it all the same, with a reason that is kept.")
    chief = morning.at_desk(CHIEF).new_page()
    open_page(chief, page.url)
    chief.get_by_label("Why it goes out all the same").fill("The bulletin is on air at noon.")
    chief.get_by_role("button", name="Issue no. 1 all the same").click()
    expect(chief.get_by_role("heading", level=1)).to_contain_text("digest no. 1")
    open_page(page, chief.url)
    chief.context.close()
    assert wrong_with(page) == []
    for label in ("HTML", "Markdown", "Plain text", "JSON"):
        with page.expect_download() as download:
            page.get_by_role("link", name=label, exact=True).click()
        text = Path(download.value.path()).read_text(encoding="utf-8")
        assert "Samuel Okonjo" in text, label
    assert [(row["old"], row["new"]) for row in json.loads(text)["corrections"]] == [("Okonyo", "Okonjo")]

    open_page(page, f"{morning.story}?state=all")
    card(page, "“Okonyo”").get_by_role("button", name=re.compile("^Undo")).click()
    expect(card(page, "“Okonyo”")).not_to_have_class(DECIDED)
    page.context.close()
