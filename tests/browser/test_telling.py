"""What the agencies are told, in a real browser: the words copied, and a mail opened."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Site
from tests.browser.desk import drop_in, open_story, sign_in

FIRE = sorted((ROOT / "samples" / "harbour-fire").glob("*.txt"))
ASKED = re.compile(r"To the desk of Pacific Ledger.*Should it be “firefighters”\?.*news desk", re.DOTALL)


@pytest.fixture(scope="module")
def address(browser: Browser, site: Site) -> str:
    """The page of the notices on the story of the fire; whoever dropped it in before, it is the same story."""
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    sign_in(page, site)
    drop_in(page, site, FIRE)
    open_story(page)
    page.get_by_role("navigation", name="Views of this story").get_by_role("link", name="Notices").click()
    expect(page.get_by_role("heading", name="Notices to print, queries to send")).to_be_visible()
    found = page.url
    page.context.close()
    return found


def opened(page: Page, site: Site, address: str) -> None:
    sign_in(page, site)
    page.goto(address)
    page.wait_for_load_state("load")


def test_a_query_is_copied_with_one_press(page: Page, site: Site, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, site, address)
    card = page.get_by_role("region", name="Pacific Ledger", exact=True)
    card.get_by_role("button", name=re.compile("^Copy the query")).click()
    expect(page.locator("#status")).to_contain_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert ASKED.search(copied)
    assert copied == card.locator("pre[id^=query]").text_content()


def test_where_the_clipboard_is_closed_the_words_are_still_taken(page: Page, site: Site, address: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    opened(page, site, address)
    card = page.get_by_role("region", name="Pacific Ledger", exact=True)
    card.get_by_role("button", name=re.compile("^Copy the query")).click()
    expect(page.locator("#status")).to_contain_text("Copied.")
    assert ASKED.search(page.evaluate("getSelection().toString()"))


def test_a_chief_sets_the_address_that_the_mail_goes_to(page: Page, site: Site, address: str) -> None:
    opened(page, site, address)
    page.get_by_role("link", name=re.compile("(Set it|Change it) for Tidewater News")).click()
    page.get_by_label("E-mail address of the desk of Tidewater News").fill("desk@tidewater.example")
    page.get_by_role("button", name="Set the address of Tidewater News").click()
    expect(page.get_by_text("The address of Tidewater News is set.")).to_be_visible()
    page.goto(address)
    mail = page.get_by_role("region", name="Tidewater News", exact=True).get_by_role(
        "link", name=re.compile("^Mail the query")
    )
    expect(mail).to_have_attribute("href", re.compile(r"^mailto:desk@tidewater\.example\?subject=Query:%20"))


def test_without_javascript_there_are_words_and_a_mail(browser: Browser, site: Site, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    opened(page, site, address)
    card = page.get_by_role("region", name="Tidewater News", exact=True)
    expect(card.locator("pre[id^=query]")).to_be_visible()
    expect(card.get_by_role("link", name=re.compile("^Mail the query"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Copy"))).to_have_count(0)
    page.context.close()
