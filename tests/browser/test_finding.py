"""Finding things, and pages that live: the search, who else is here, what comes in while an editor reads."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Site
from tests.browser.desk import drop_in, open_story, sign_in
from tests.browser.test_pages import wrong_with

FIRE = ROOT / "samples" / "harbour-fire"


def _story(page: Page, site: Site) -> str:
    """Signed in, at the queue of the sample story; its address."""
    sign_in(page, site)
    drop_in(page, site, sorted(FIRE.glob("*.txt")))
    open_story(page)
    return re.sub(r"[?#].*", "", page.url)


def test_the_slash_goes_to_the_search_and_what_is_found_is_marked(page: Page, site: Site) -> None:
    _story(page, site)
    page.keyboard.press("n")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("harb/our")
    expect(page.get_by_role("searchbox")).to_have_value("harb/our")
    page.get_by_role("searchbox").fill("harb")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Search for “harb”")).to_be_visible()
    expect(page.locator("mark.sought").first).to_have_text(re.compile("harb", re.IGNORECASE))
    assert wrong_with(page) == []
    page.get_by_role("region", name=re.compile("^Reports")).get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/articles/"))


def test_the_slash_is_a_letter_while_somebody_types(page: Page, site: Site) -> None:
    _story(page, site)
    card = page.locator("article.card").first
    card.locator("summary", has_text="Own value").click()
    field = card.get_by_label("What should stand instead")
    field.fill("")
    field.press("/")
    expect(field).to_have_value("/")
    expect(field).to_be_focused()


def test_the_search_works_without_scripts_and_on_a_phone(browser: Browser, site: Site) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    sign_in(page, site)
    page.get_by_role("searchbox").fill("harbour")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("harbour")
    page.context.close()


def test_two_editors_see_each_other_on_story_and_card(browser: Browser, page: Page, site: Site) -> None:
    address = _story(page, site)
    page.goto(f"{site.address}/staff/")
    page.get_by_label("Name to sign in with").fill("Ben")
    page.get_by_label("Password").fill("a plain sailing 7")
    page.get_by_role("button", name="Add").click()
    other = browser.new_context().new_page()
    sign_in(other, site, "Ben", "a plain sailing 7")
    other.goto(address)
    other.keyboard.press("j")
    card = other.locator("article.card").first.get_attribute("id")
    other.wait_for_timeout(2500)
    page.goto(address)
    expect(page.locator(".present")).to_contain_text("Ben")
    expect(page.locator(f"#{card} .here")).to_have_text("Ben is here too")
    assert wrong_with(page) == []
    other.context.close()


def test_new_conflicts_wait_until_they_are_asked_for(browser: Browser, page: Page, site: Site, tmp_path: Path) -> None:
    address = _story(page, site)
    page.locator("article.card").nth(2).focus()
    focused = page.evaluate("document.activeElement.id")
    # The page scrolls to it smoothly.
    page.wait_for_timeout(1500)
    place = page.evaluate("document.activeElement.getBoundingClientRect().top")
    later = tmp_path / "late.txt"
    [first, *_] = sorted(FIRE.glob("*.txt"))
    text = first.read_text("utf-8")
    later.write_text(re.sub(r"\d+", lambda found: str(int(found[0]) + 3), text), "utf-8")
    other = browser.new_context().new_page()
    sign_in(other, site)
    other.goto(address)
    other.locator("summary", has_text="Drop in more copy").click()
    other.get_by_label("Files, several at once").set_input_files([later])
    other.get_by_role("button", name="Receive").click()
    expect(other.locator("[id^=batch-files] [role=status]")).to_contain_text("Finished", timeout=90_000)
    other.context.close()
    expect(page.locator(".fresh")).to_be_visible(timeout=60_000)
    assert page.evaluate("document.activeElement.id") == focused
    assert abs(page.evaluate("document.activeElement.getBoundingClientRect().top") - place) < 30
    page.locator(".fresh").get_by_role("link", name="Show").click()
    expect(page.locator(".fresh")).to_have_count(0)


def test_a_hidden_or_failing_page_asks_more_seldom(page: Page, site: Site) -> None:
    sign_in(page, site)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "hx-request" in request.headers else None)
    page.evaluate(
        """() => {
          Object.defineProperty(document, "hidden", { value: true, writable: true });
          const list = document.querySelector("#desk-stories");
          list.setAttribute("hx-trigger", "every 100ms");
          list.setAttribute("hx-swap", "none");
          htmx.process(list);
        }"""
    )
    page.wait_for_timeout(1000)
    assert asked == []
    page.context.set_offline(True)
    page.evaluate("document.hidden = false")
    page.wait_for_timeout(3000)
    assert len(asked) in {1, 2}
    expect(page.locator("#status")).to_contain_text("Newsroom does not answer.")
    page.context.set_offline(False)
    page.wait_for_timeout(6000)
    assert len(asked) > 5


def test_files_are_sent_with_a_bar_for_each(page: Page, site: Site) -> None:
    sign_in(page, site)
    page.get_by_label("Files, several at once").set_input_files(sorted(FIRE.glob("*.txt"))[:2])
    page.evaluate(
        """() => {
          window.shown = 0;
          new MutationObserver(() => {
            const bars = document.querySelectorAll("[data-picked] progress:not([hidden])");
            window.shown = Math.max(window.shown, bars.length);
            sessionStorage.setItem("shown", window.shown);
          }).observe(document.querySelector("[data-picked]"), { subtree: true, attributes: true });
        }"""
    )
    page.get_by_role("button", name="Receive").click()
    expect(page.get_by_role("heading", name="Copy received")).to_be_visible()
    assert page.evaluate("sessionStorage.getItem('shown')") == "2"
    expect(page).to_have_title(re.compile(r"^\d of 2 files done · Newsroom"))


def test_a_form_that_cannot_be_received_says_why(page: Page, site: Site) -> None:
    sign_in(page, site)
    page.get_by_role("button", name="Receive").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose one or more files")


def test_a_deadline_is_set_where_the_story_is_read(page: Page, site: Site) -> None:
    _story(page, site)
    page.get_by_text("Set a deadline").click()
    page.get_by_label(re.compile("^Deadline")).fill("2000-01-01T10:00")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(page.locator(".deadline")).to_contain_text("That moment has passed.")
    page.get_by_label(re.compile("^Deadline")).fill("2999-01-01T10:00")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(page.locator(".deadline")).to_contain_text("1 Jan, 10:00")
    assert wrong_with(page) == []
    page.goto(f"{site.address}/")
    expect(page.locator("[data-head=Deadline]").first).to_contain_text("1 Jan, 10:00")
    assert wrong_with(page) == []
