"""Every page in the light, in the dark and on a phone: nothing that axe objects to, nothing wider than the screen."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Site
from tests.browser.desk import drop_in, open_story, sign_in

SCREENS = {
    "desktop": {"viewport": {"width": 1400, "height": 900}},
    "dark": {"viewport": {"width": 1400, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}},
}
# German words are longer than English ones.
LANGUAGES = ["en-US", "de-DE"]


@pytest.fixture(scope="module")
def addresses(browser: Browser, site: Site) -> dict[str, str]:
    """The pages of a desk with the sample copy on it."""
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    sign_in(page, site)
    drop_in(page, site, _samples())
    batch = page.url
    open_story(page)
    story = re.sub(r"[?#].*", "", page.url)
    found = {"desk": f"{site.address}/", "batch": batch, "story": story, "decided": f"{story}?state=decided"}
    found["conflict"] = site.address + str(page.locator(".summary a").first.get_attribute("href"))
    found["article"] = site.address + str(page.locator(".reports a").first.get_attribute("href"))
    found |= {"digest": f"{story}digest/", "staff": f"{site.address}/staff/", "password": f"{site.address}/password/"}
    found["compose"] = f"{story}digest/compose/"
    found |= {"rules": f"{site.address}/rules/", "search": f"{site.address}/search/?q=harbour"}
    found |= {"agreement": f"{story}agreement/", "people": f"{story}people/", "beside": f"{story}side-by-side/"}
    found["notices"] = f"{story}notices/"
    found |= {"corrected": f"{found['article']}corrected/", "versions": f"{found['article']}versions/"}
    found["sources"] = f"{site.address}/sources/"
    page.goto(f"{story}?state=all&kind=quote-wording")
    found["words"] = site.address + str(page.get_by_role("link", name="word under word").first.get_attribute("href"))
    page.goto(story)
    # More cards come while the page is read: hold on to one.
    card = page.locator(f"#{page.locator('article.card').first.get_attribute('id')}")
    card.get_by_role("button", name="Cannot tell").click()
    expect(card).to_have_class(re.compile("decided"))
    page.context.close()
    return found | {"nowhere": f"{site.address}/nowhere/"}


@pytest.mark.parametrize(("screen", "language"), [*((screen, "en-US") for screen in SCREENS), ("phone", "de-DE")])
def test_every_page_on_every_screen(
    screen: str, language: str, browser: Browser, site: Site, addresses: dict[str, str]
) -> None:
    page = browser.new_context(**SCREENS[screen], locale=language).new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    page.goto(f"{site.address}/sign-in/")
    wrong = {"sign-in": wrong_with(page)}
    sign_in(page, site)
    for name, address in addresses.items():
        page.goto(address)
        wrong[name] = wrong_with(page)
    page.context.close()
    assert (wrong, faults) == ({name: [] for name in wrong}, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_the_narrowest_screen(
    language: str, browser: Browser, site: Site, addresses: dict[str, str]
) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 640}, locale=language).new_page()
    sign_in(page, site)
    wide = {}
    for name, address in addresses.items():
        page.goto(address)
        wide[name] = too_wide(page)
    page.context.close()
    assert wide == {name: [] for name in wide}


def test_the_queue_by_keyboard_alone(page: Page, site: Site, addresses: dict[str, str]) -> None:
    sign_in(page, site)
    page.goto(addresses["story"])
    cards = page.locator("article.card")
    ids = [str(card.get_attribute("id")) for card in cards.all()][:3]
    page.keyboard.press("j")
    expect(page.locator(f"#{ids[0]}")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator(f"#{ids[0]}")).to_be_focused()

    # Deciding moves on to the next open card; undo comes back.
    page.keyboard.press("c")
    expect(page.locator(f"#{ids[1]}")).to_be_focused()
    expect(page.locator("#status")).to_contain_text("You could not tell.")
    expect(page.locator(f"#{ids[0]}")).to_have_class(re.compile("decided"))
    page.keyboard.press("z")
    expect(page.locator(f"#{ids[0]}")).to_be_focused()
    expect(page.locator(f"#{ids[0]}")).not_to_have_class(re.compile("decided"))

    # What is typed into a field is text, not keys; Escape leaves the field.
    page.keyboard.press("n")
    page.keyboard.type("jackdaw xczr")
    note = page.locator(f"#{ids[0]} textarea")
    expect(note).to_be_focused()
    expect(note).to_have_value("jackdaw xczr")
    page.keyboard.press("Escape")
    expect(page.locator(f"#{ids[0]}")).to_be_focused()

    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys of the queue")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys of the queue")).to_be_hidden()
    expect(page.locator(f"#{ids[0]}")).to_be_focused()


def test_the_counts_follow_the_decisions(page: Page, site: Site, addresses: dict[str, str]) -> None:
    sign_in(page, site)
    page.goto(addresses["story"])
    told = page.locator(".clean label")
    decided = int(told.inner_text().split()[0])
    page.locator("article.card:not(.decided)").first.get_by_role("button", name="Cannot tell").click()
    expect(told).to_contain_text(re.compile(f"^{decided + 1} of "))
    page.locator("#status").get_by_role("button", name="Undo").click()
    expect(told).to_contain_text(re.compile(f"^{decided} of "))


def test_deciding_without_javascript(browser: Browser, site: Site, addresses: dict[str, str]) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    sign_in(page, site)
    page.goto(addresses["story"])
    first = page.locator("article.card").first
    name = str(first.get_attribute("id"))
    first.get_by_role("button", name="Cannot tell").click()
    expect(page).to_have_url(re.compile(f"#{name}$"))
    decided = page.locator(f"#{name}")
    expect(decided).to_contain_text("could not tell")
    decided.get_by_role("button", name="Undo").click()
    expect(page.locator(f"#{name}")).not_to_have_class(re.compile("decided"))
    page.context.close()


def test_files_can_be_dropped_anywhere_and_copy_pasted_anywhere(page: Page, site: Site) -> None:
    sign_in(page, site)
    page.evaluate(
        """() => {
          const carried = new DataTransfer();
          carried.items.add(new File(["words"], "walkout.txt"));
          const options = { dataTransfer: carried, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new DragEvent("dragover", options));
          document.body.dispatchEvent(new DragEvent("drop", options));
        }"""
    )
    expect(page.locator("[data-picked]")).to_contain_text("walkout.txt")
    expect(page.get_by_role("button", name="Receive")).to_be_focused()
    page.evaluate(
        """() => {
          const carried = new DataTransfer();
          carried.setData("text", "Crews walked out.");
          const options = { clipboardData: carried, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new ClipboardEvent("paste", options));
        }"""
    )
    expect(page.get_by_label("The copy")).to_have_value("Crews walked out.")


def _samples() -> list[Path]:
    return sorted((ROOT / "samples").rglob("*.txt"))


def wrong_with(page: Page) -> list[str]:
    """What axe objects to, and by how much the page is too wide."""
    found = [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in Axe().run(page).response["violations"]]
    return found + too_wide(page)


def too_wide(page: Page) -> list[str]:
    """By how much the page is wider than the screen."""
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"{wide} pixels too wide"] if wide > 0 else []
