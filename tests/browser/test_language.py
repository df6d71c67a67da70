"""A German editor at the desk: the language that was chosen, and what scripts say in it."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Site
from tests.browser.desk import drop_in, open_story, sign_in


def test_the_language_is_chosen_at_the_foot_of_a_page(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/sign-in/")
    page.get_by_role("button", name="Deutsch").click()
    expect(page.get_by_role("heading", name="Am Desk anmelden")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    sign_in(page, site)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Running stories")).to_be_visible()


def test_the_language_is_chosen_without_javascript(browser: Browser, site: Site) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site.address}/sign-in/")
    page.get_by_role("button", name="Deutsch").click()
    expect(page.get_by_role("heading", name="Am Desk anmelden")).to_be_visible()
    page.context.close()


def test_scripts_speak_the_language_of_the_page(browser: Browser, page: Page, site: Site) -> None:
    sign_in(page, site)
    drop_in(page, site, sorted((ROOT / "samples").glob("*/*.txt")))
    open_story(page)
    address = re.sub(r"[?#].*", "", page.url)
    german = browser.new_context(locale="de-DE").new_page()
    sign_in(german, site)
    german.goto(address)
    german.wait_for_load_state("load")
    card = german.locator(f"#{german.locator('article.card:not(.decided)').first.get_attribute('id')}")
    card.get_by_role("button", name="Unklar").click()
    told = german.locator("#status")
    expect(told).to_contain_text("Sie haben den Punkt als unklar eingestuft.")
    told.get_by_role("button", name="Rückgängig").click()
    expect(told).to_contain_text("zurückgenommen: ")
    expect(told.get_by_role("button", name="Wiederholen")).to_be_visible()
    german.context.set_offline(True)
    card.get_by_role("button", name="Unklar").click()
    expect(told).to_contain_text("Newsroom antwortet nicht. Prüfen Sie die Verbindung.")
    german.context.close()
