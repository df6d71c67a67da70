"""A digest in a real browser: put together as one types, passed by two people, issued and withdrawn."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Site
from tests.browser.desk import drop_in, open_story, sign_in
from tests.browser.test_pages import SCREENS, wrong_with

SECOND, SECOND_PASSWORD = "Dora", "a plain sailing 7"


@pytest.fixture(scope="module")
def story(browser: Browser, site: Site) -> str:
    """The address of a story that was compared, with a second editor on the desk."""
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    sign_in(page, site)
    page.goto(f"{site.address}/staff/")
    page.get_by_label("Name to sign in with").fill(SECOND)
    page.get_by_label("Password").fill(SECOND_PASSWORD)
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_text(SECOND).first).to_be_visible()
    drop_in(page, site, sorted((ROOT / "samples" / "harbour-fire").glob("*.txt")))
    open_story(page)
    address = re.sub(r"[?#].*", "", page.url)
    page.context.close()
    return address


def compose(page: Page, story: str) -> None:
    """The page on which the digest is put together, with its scripts at work."""
    page.goto(f"{story}digest/compose/")
    page.wait_for_load_state("load")


def test_what_is_typed_is_saved_and_there_after_a_reload(page: Page, site: Site, story: str) -> None:
    sign_in(page, site)
    compose(page, story)
    page.get_by_label("Headline").fill("Fourteen die at the harbour")
    expect(page.locator("#composing-state")).to_contain_text(re.compile(r"Saved at \d\d:\d\d, version \d+"))
    page.get_by_label("Summary line").fill("The fire burned for nine hours.")
    expect(page.locator("#composing-state")).to_contain_text("Not saved yet")
    expect(page.locator("#composing-state")).to_contain_text("Saved at")
    page.reload()
    expect(page.get_by_label("Headline")).to_have_value("Fourteen die at the harbour")
    expect(page.get_by_label("Summary line")).to_have_value("The fire burned for nine hours.")
    page.goto(f"{story}digest/")
    expect(page.get_by_role("heading", name="Fourteen die at the harbour")).to_be_visible()


def test_what_is_typed_without_a_connection_is_saved_after_it(page: Page, site: Site, story: str) -> None:
    sign_in(page, site)
    compose(page, story)
    state = page.locator("#composing-state")
    page.context.set_offline(True)
    page.get_by_label("Headline").fill("Typed in a tunnel")
    expect(page.locator("#status")).to_contain_text("Newsroom does not answer. Check the connection.")
    expect(state).to_contain_text("Not saved yet")
    page.context.set_offline(False)
    expect(state).to_contain_text("Saved at")
    page.reload()
    expect(page.get_by_label("Headline")).to_have_value("Typed in a tunnel")


def test_the_parts_move_by_the_keyboard(page: Page, site: Site, story: str) -> None:
    sign_in(page, site)
    compose(page, story)
    parts = page.locator("input[name=order]")
    before = [part.get_attribute("value") for part in parts.all()]
    page.locator(f"button[value='down:{before[0]}']").focus()
    page.keyboard.press("Enter")
    moved = page.locator(f"button[value='up:{before[0]}']")
    expect(moved).to_be_focused()
    assert [part.get_attribute("value") for part in parts.all()] == [before[1], before[0], *before[2:]]
    page.keyboard.press("Enter")
    expect(page.locator(f"button[value='down:{before[0]}']")).to_be_focused()
    # Enter in a field saves, and moves nothing.
    page.get_by_label("Headline").press("Enter")
    expect(page.get_by_role("heading", name="Digest, as it would be issued now")).to_be_visible()
    compose(page, story)
    assert [part.get_attribute("value") for part in parts.all()] == before


def test_two_editors_keep_what_they_typed(page: Page, browser: Browser, site: Site, story: str) -> None:
    sign_in(page, site)
    compose(page, story)
    other = browser.new_context().new_page()
    sign_in(other, site, SECOND, SECOND_PASSWORD)
    compose(other, story)
    other.get_by_label("Headline").fill("Hers")
    expect(other.locator("#composing-state")).to_contain_text("Saved at")
    other.context.close()
    page.get_by_label("Headline").fill("His")
    state = page.locator("#composing-state")
    expect(state).to_contain_text(f"Not saved: {SECOND} saved this digest meanwhile.")
    expect(state).to_contain_text("The headline is “Hers”.")
    expect(page.get_by_label("Headline")).to_have_value("His")
    page.get_by_role("button", name="Save mine over it").click()
    expect(page.get_by_role("heading", name="His")).to_be_visible()


def test_two_people_open_the_gate(page: Page, browser: Browser, site: Site, story: str) -> None:
    sign_in(page, site)
    page.goto(f"{story}digest/")
    page.get_by_label("Why they may go out").fill("Our own reporter was there.")
    page.get_by_role("button", name=re.compile("^Waive (it|all)")).click()
    expect(page.locator("#single")).to_contain_text("waived")
    other = browser.new_context().new_page()
    sign_in(other, site, SECOND, SECOND_PASSWORD)
    other.goto(f"{story}digest/")
    other.get_by_role("button", name="Sign as the second editor").click()
    expect(other.locator("#sign")).to_contain_text(f"signed by {SECOND}")
    other.context.close()
    page.goto(f"{story}digest/")
    blocking = page.locator("#issue li").all_inner_texts()
    assert [words for words in blocking if "Open error" not in words and "Unsettled" not in words] == []
    page.get_by_label("Why it goes out all the same").fill("The deadline.")
    page.get_by_role("button", name="Issue no. 1 all the same").click()
    expect(page.get_by_text("issued it all the same: The deadline.")).to_be_visible()


def test_what_was_issued_is_followed_and_withdrawn_without_scripts(browser: Browser, site: Site, story: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    sign_in(page, site)
    page.goto(f"{story}digest/compose/")
    page.get_by_label("Headline").fill("Put together without scripts")
    page.get_by_role("button", name="Save and preview").first.click()
    expect(page.get_by_role("heading", name="Put together without scripts")).to_be_visible()
    number = int(re.sub(r"\D", "", page.locator("button", has_text="Issue no.").inner_text()))
    page.get_by_label("What is new since").fill("Another headline.")
    page.get_by_label("Why it goes out all the same").fill("The deadline.")
    page.get_by_role("button", name=f"Issue no. {number} all the same").click()
    expect(page.get_by_text("Another headline.")).to_be_visible()
    page.get_by_text("Withdraw this digest").click()
    page.get_by_label("Why it is withdrawn").fill("It was another fire.")
    page.get_by_role("button", name=f"Kill it with no. {number + 1}").click()
    expect(page.get_by_text("Why: It was another fire.")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("screen", list(SCREENS))
def test_every_page_of_a_digest_on_every_screen(screen: str, browser: Browser, site: Site, story: str) -> None:
    page = browser.new_context(**SCREENS[screen]).new_page()
    sign_in(page, site)
    page.goto(f"{story}digest/")
    numbers = page.locator(".numbers a").evaluate_all("links => links.map(link => link.href)")
    wrong = {}
    for address in (f"{story}digest/", f"{story}digest/compose/", *numbers):
        page.goto(address)
        wrong[address] = wrong_with(page)
    page.context.close()
    assert wrong == {address: [] for address in wrong}
