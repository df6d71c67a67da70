"""What shows a story at a glance, in a real browser: who says what, reports beside each other, words in columns."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Site
from tests.browser.desk import drop_in, open_story, sign_in

FIRE = sorted((ROOT / "samples" / "harbour-fire").glob("*.txt"))


@pytest.fixture(scope="module")
def story(browser: Browser, site: Site) -> str:
    """The address of the story of the fire; whoever dropped it in before, it is the same story."""
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    sign_in(page, site)
    drop_in(page, site, FIRE)
    open_story(page)
    address = re.sub(r"[?#].*", "", page.url)
    page.context.close()
    return address


def open_view(page: Page, site: Site, story: str, view: str) -> None:
    """From the queue to one of the views of the story, by its link."""
    sign_in(page, site)
    page.goto(story)
    page.get_by_role("navigation", name="Views of this story").get_by_role("link", name=view).click()
    expect(page.get_by_role("link", name=view)).to_have_attribute("aria-current", "page")


def test_from_a_cell_to_the_place_in_the_copy_and_to_the_card(page: Page, site: Site, story: str) -> None:
    open_view(page, site, story, "Who says what")
    # Other tests drop more copy into this story, with other figures.
    told_alike = page.get_by_role("row").filter(has_text="Dunmarra is a small place")
    told_alike.get_by_role("link", name="agrees").first.click()
    expect(page.locator(".claim-here").first).to_contain_text("Dunmarra")
    expect(page.locator(".claim-here").first).to_be_in_viewport()
    page.go_back()
    row = page.get_by_role("row").filter(has_text="Words of a quotation")
    expect(row.get_by_role("link", name="agrees, reading 1").first).to_be_visible()
    expect(row.get_by_role("link", name="differs, reading 2")).to_have_count(1)
    row.get_by_role("link", name=re.compile("One report quotes")).click()
    expect(page.locator("article.card").filter(has_text="alarms did not fail").first).to_be_in_viewport()


def test_the_words_of_a_quotation_are_announced(page: Page, site: Site, story: str) -> None:
    sign_in(page, site)
    page.goto(f"{story}?state=all&kind=quote-wording")
    found = page.locator("article.card").filter(has_text="One report quotes “alarms did fail”")
    found.get_by_role("link", name="word under word").click()
    row = page.get_by_role("row").filter(has_text="Pacific Ledger")
    expect(row.get_by_role("cell", name="left out")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="Northgate Wire").first).to_be_visible()


def test_two_reports_scroll_together_unless_they_are_not_to(page: Page, site: Site, story: str) -> None:
    open_view(page, site, story, "Side by side")
    left, right = page.locator(".pane").all()
    left.hover()
    page.mouse.wheel(0, 4000)
    page.wait_for_function(
        "() => [...document.querySelectorAll('.pane')].every((pane) => "
        "pane.scrollTop > 0 && pane.scrollHeight - pane.clientHeight - pane.scrollTop < 2)"
    )
    page.get_by_label("Scroll together").uncheck()
    left.hover()
    page.mouse.wheel(0, -4000)
    page.wait_for_function("() => document.querySelector('.pane').scrollTop === 0")
    assert right.evaluate("pane => pane.scrollTop") > 0


def test_kinds_of_marks_are_switched_off(page: Page, site: Site, story: str) -> None:
    sign_in(page, site)
    page.goto(story)
    page.goto(site.address + str(page.locator(".reports a").first.get_attribute("href")))
    name, disputed = page.locator(".copy .claim-name").first, page.locator(".copy .disputed").first
    line, shade = "words => getComputedStyle(words).textDecorationLine", "e => getComputedStyle(e).backgroundColor"
    assert (name.evaluate(line), disputed.evaluate(shade)) != ("none", "rgba(0, 0, 0, 0)")
    page.get_by_label("Names").uncheck()
    page.get_by_role("checkbox", name="In dispute").uncheck()
    assert name.evaluate(line) == "none"
    assert disputed.evaluate(shade) == "rgba(0, 0, 0, 0)"


def test_without_javascript_reports_are_chosen_with_a_form(browser: Browser, site: Site, story: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    open_view(page, site, story, "Side by side")
    page.get_by_label("Right", exact=True).select_option(index=3)
    page.get_by_role("button", name="Show these two").click()
    expect(page.locator(".pane").nth(1).locator(".rubric")).to_contain_text("D · ")
    expect(page.get_by_label("Scroll together")).to_be_hidden()
    page.context.close()
