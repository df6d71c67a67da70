"""Deciding in a real browser: undo across pages, never again, handing on, several at once, two editors at one card."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import ROOT, Site
from tests.browser.desk import drop_in, open_story, sign_in
from tests.browser.test_pages import SCREENS, wrong_with

OPEN = "article.card:not(.decided)"
# Three reports of one sentence, each in another translation.
TALK = """{agency} reports

PORT ALDER, Sept 19 ({agency}) - Harbour Master Ilse Maarten spoke on Tuesday about the repair of the lighthouse.

"We had a {word} conversation with the fishermen about the old lighthouse," Maarten said.
"""
TRANSLATED = {"Eastline": "fruitful", "Meridian Press": "helpful", "Northgate Wire": "useful"}


@pytest.fixture(scope="module")
def story(browser: Browser, site: Site) -> str:
    """The address of a story with a queue."""
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    sign_in(page, site)
    drop_in(page, site, sorted((ROOT / "samples" / "summit-talks").glob("*.txt")))
    open_story(page)
    address = re.sub(r"[?#].*", "", page.url)
    page.context.close()
    return address


@pytest.fixture(scope="module")
def translated(browser: Browser, site: Site, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a story with one card of three readings."""
    folder = tmp_path_factory.mktemp("translated")
    for agency, word in TRANSLATED.items():
        (folder / f"{word}.txt").write_text(TALK.format(agency=agency, word=word), encoding="utf-8")
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    sign_in(page, site)
    drop_in(page, site, sorted(folder.glob("*.txt")))
    open_story(page)
    address = re.sub(r"[?#].*", "", page.url)
    page.context.close()
    return address


@pytest.fixture
def queue(page: Page, browser: Browser, site: Site, story: str) -> Iterator[Page]:
    """The open queue of the story; what a test leaves behind is taken back, without scripts, so act by act."""
    sign_in(page, site)
    go(page, story)
    yield page
    plain = browser.new_context(java_script_enabled=False).new_page()
    sign_in(plain, site)
    plain.goto(story)
    while not plain.get_by_text("nothing here that could be taken back").count():
        plain.locator("#story-history").get_by_role("button", name="Undo").click()
    plain.context.close()


def go(page: Page, address: str) -> None:
    """To a page with its scripts at work."""
    page.goto(address)
    page.wait_for_load_state("networkidle")


def first_card(page: Page) -> Locator:
    """The first open card, held by its id."""
    return page.locator(f"#{page.locator(OPEN).first.get_attribute('id')}")


def test_undo_and_redo_reach_over_pages(queue: Page, story: str) -> None:
    card = first_card(queue)
    number = str(card.get_attribute("id"))
    queue.keyboard.press("j")
    queue.keyboard.press("c")
    expect(card).to_have_class(re.compile("decided"))
    expect(queue.locator("#story-history")).to_contain_text("you could not tell")

    # On another page of the story, and after a visit to the desk.
    go(queue, story.split("/stories/")[0])
    go(queue, f"{story}?state=all")
    queue.keyboard.press("z")
    expect(queue.locator("#status")).to_contain_text("You took back: could not tell.")
    expect(queue.locator(f"#{number}")).not_to_have_class(re.compile("decided"))
    expect(queue.locator(f"#{number}")).to_be_focused()
    queue.keyboard.press("Shift+Z")
    expect(queue.locator("#status")).to_contain_text("You did again: could not tell.")
    expect(queue.locator(f"#{number}")).to_have_class(re.compile("decided"))
    queue.locator("#status").get_by_role("button", name="Undo").click()
    expect(queue.locator(f"#{number}")).not_to_have_class(re.compile("decided"))


def test_never_again_by_keyboard_and_back_from_the_memory(queue: Page, story: str) -> None:
    card = first_card(queue)
    queue.keyboard.press("j")
    queue.keyboard.press("m")
    expect(card.get_by_label("this card")).to_be_focused()
    card.get_by_label("this story").check()
    card.get_by_label("Why").fill("The desk uses both, says jk.")
    card.get_by_role("button", name="Silence it").click()
    expect(card).to_contain_text("Silenced for this story by a rule of")
    expect(queue.locator("#status")).to_contain_text("You silenced")
    go(queue, f"{story}?state=silenced")
    expect(queue.locator("article.card")).to_have_count(1)
    queue.get_by_role("link", name="See the memory").click()
    expect(queue.locator("tbody tr")).to_contain_text("The desk uses both, says jk.")
    queue.get_by_role("button", name=re.compile("^Restore")).click()
    expect(queue.get_by_role("status")).to_contain_text("You restored")
    go(queue, story)
    expect(queue.locator(f"#{card.get_attribute('id')}")).to_be_visible()


def test_a_card_for_the_chief_is_found_again(queue: Page) -> None:
    card = first_card(queue)
    queue.keyboard.press("j")
    queue.keyboard.press("h")
    expect(card.get_by_label("Who is to decide")).to_be_focused()
    card.get_by_label("Who is to decide").select_option("chief")
    card.get_by_label("What to look at").fill("Is this the title?")
    card.get_by_role("button", name="Hand it on").click()
    expect(card.locator(".handover")).to_contain_text("For the chief")
    queue.reload()
    queue.get_by_role("link", name=re.compile("^For the chief")).click()
    expect(queue.locator("article.card")).to_have_count(1)
    expect(queue.locator("article.card")).to_contain_text("Is this the title?")


def test_several_at_once_are_one_undo(queue: Page, story: str) -> None:
    # The queue comes by parts, so the filter tells how many there are.
    whole = queue.get_by_role("link", name=re.compile(r"^Open \d+$"))
    number = int(whole.inner_text().split()[-1])
    queue.get_by_role("link", name="let all readings stand").click()
    expect(queue.locator(".due li")).to_have_count(number)
    queue.get_by_role("button", name=f"Record on {number} cards").click()
    expect(queue.get_by_role("status")).to_contain_text(f"You let all readings stand on {number} cards")
    expect(queue.locator(OPEN)).to_have_count(0)
    queue.wait_for_load_state("networkidle")
    queue.keyboard.press("z")
    expect(queue.get_by_role("link", name=f"Open {number}", exact=True)).to_be_visible()


def test_a_card_that_was_decided_meanwhile_keeps_what_was_typed(
    queue: Page, browser: Browser, site: Site, story: str
) -> None:
    go(queue, f"{site.address}/staff/")
    queue.get_by_label("Name to sign in with").fill("ben")
    queue.get_by_label("Password", exact=True).fill("harbour-linotype-72")
    queue.get_by_role("button", name="Add", exact=True).click()
    other = browser.new_context().new_page()
    sign_in(other, site, "ben", "harbour-linotype-72")
    go(queue, story)
    go(other, story)
    card = first_card(queue)
    queue.keyboard.press("j")
    queue.keyboard.press("o")
    queue.keyboard.type("Quite another word")
    theirs = other.locator(f"#{card.get_attribute('id')}")
    theirs.get_by_role("button", name="Cannot tell").click()
    expect(theirs).to_have_class(re.compile("decided"))
    card.get_by_role("button", name="Record this value").click()
    expect(card).to_contain_text("Not recorded: this card was decided meanwhile.")
    expect(card).to_contain_text("While you were deciding, ben could not tell.")
    expect(card.get_by_label("What should stand instead")).to_have_value("Quite another word")
    other.keyboard.press("z")
    expect(theirs).not_to_have_class(re.compile("decided"))
    other.context.close()


def test_several_readings_stand_by_keyboard(page: Page, site: Site, translated: str) -> None:
    sign_in(page, site)
    go(page, translated)
    card = first_card(page)
    stand = card.get_by_role("button", name="Let the ticked readings stand")
    all_stand = card.get_by_role("button", name="Not a conflict, all stand")
    expect(stand).to_be_hidden()
    page.keyboard.press("j")
    for key in ("Shift+Digit1", "Shift+Digit2", "Shift+Digit3"):
        page.keyboard.press(key)
    expect(card.get_by_label("may stand “useful”")).to_be_focused()
    page.keyboard.press("Shift+Digit2")
    expect(page.locator("#status")).to_have_text("2 of 3 readings ticked: s lets the ticked ones stand.")
    expect(stand).to_be_visible()
    expect(all_stand).to_be_hidden()
    page.keyboard.press("s")
    expect(page.locator("#status")).to_contain_text("You approved “fruitful” and “useful”.")
    expect(card.locator(".reading.approved .text")).to_have_text([re.compile("fruitful"), re.compile("useful")])

    # In the digest the reading that was left out is corrected to one that stands, and the other stays.
    go(page, f"{translated}digest/")
    corrected = "“helpful” corrected to “fruitful” in Meridian Press, paragraph 2"
    expect(page.get_by_text(corrected)).to_contain_text("“useful” of Northgate Wire may stand too")
    expect(page.get_by_text("“fruitful” and “useful” stand")).to_be_visible()

    go(page, f"{translated}?state=all")
    page.keyboard.press("z")
    expect(page.locator("#status")).to_contain_text("You took back: approved “fruitful” and “useful”.")
    page.keyboard.press("j")
    page.keyboard.press("Shift+Digit1")
    page.keyboard.press("Space")
    page.keyboard.press("s")
    expect(page.locator("#status")).to_contain_text("You found no conflict here.")
    page.keyboard.press("z")
    expect(page.locator(OPEN)).to_have_count(1)


def test_several_readings_stand_without_scripts(browser: Browser, site: Site, translated: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    sign_in(page, site)
    page.goto(translated)
    card = first_card(page)
    for word in ("helpful", "useful"):
        card.get_by_label(f"may stand “{word}”").check()
    card.get_by_role("button", name="Let the ticked readings stand").click()
    expect(page.get_by_role("status")).to_contain_text("You approved “helpful” and “useful”.")
    page.locator("#story-history").get_by_role("button", name="Undo").click()
    expect(page.locator(OPEN)).to_have_count(1)
    page.context.close()


@pytest.mark.parametrize("screen", list(SCREENS))
def test_a_card_with_ticks_on_every_screen(screen: str, browser: Browser, site: Site, translated: str) -> None:
    page = browser.new_context(**SCREENS[screen]).new_page()
    sign_in(page, site)
    go(page, translated)
    wrong = wrong_with(page)
    first_card(page).get_by_label("may stand “helpful”").check()
    expect(first_card(page).get_by_role("button", name="Let the ticked readings stand")).to_be_visible()
    wrong += wrong_with(page)
    page.context.close()
    assert wrong == []


@pytest.mark.parametrize("screen", list(SCREENS))
def test_the_pages_of_deciding_on_every_screen(screen: str, browser: Browser, site: Site, story: str) -> None:
    page = browser.new_context(**SCREENS[screen]).new_page()
    sign_in(page, site)
    go(page, story)
    first_card(page).locator("summary", has_text="Never again").click()
    wrong = {"never again": wrong_with(page)}
    first_card(page).locator("summary", has_text="Hand on").click()
    wrong["hand on"] = wrong_with(page)
    first_card(page).get_by_role("button", name="Cannot tell").click()
    expect(page.locator("#status")).to_contain_text("You could not tell.")
    addresses = [f"{story}bulk/?way=approve", *(f"{site.address}/{name}/" for name in ("memory", "activity"))]
    for address in addresses:
        page.goto(address)
        wrong[address] = wrong_with(page)
    go(page, story)
    page.keyboard.press("z")
    expect(page.locator("#status")).to_contain_text("You took back")
    page.context.close()
    assert wrong == {name: [] for name in wrong}
