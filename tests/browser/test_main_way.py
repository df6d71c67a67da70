"""The main way, from copy to corrected digest, as an editor walks it in a browser."""

import io
import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from factcheck.digest import verify
from tests.browser.conftest import ROOT, Site
from tests.browser.desk import approve, card, drop_in, open_story, sign_in


def downloaded(page: Page, label: str) -> bytes:
    """One export of the digest that is on the page."""
    with page.expect_download() as download:
        page.get_by_role("link", name=label, exact=True).click()
    return Path(download.value.path()).read_bytes()


def exported(page: Page, label: str) -> str:
    """The words of an export that is text."""
    return downloaded(page, label).decode()


def check_exports(page: Page) -> None:
    """Every export of the issued digest has the corrected words, and the corrections are two."""
    plain = re.sub(r"\s+", " ", exported(page, "Plain text"))
    for words in ("Han and Blinken", "candid and constructive discussion", "“Hand”", "“constrictive”"):
        assert words in plain, words
    assert "between Hand and" not in plain
    content = json.loads(exported(page, "JSON"))
    assert sorted((c["old"], c["new"]) for c in content["corrections"]) == [
        ("Hand", "Han"),
        ("constrictive", "constructive"),
    ]
    assert exported(page, "HTML").lstrip().lower().startswith("<!doctype html>")
    assert "Han" in exported(page, "Markdown")
    assert downloaded(page, "PDF").startswith(b"%PDF-")
    assert verify.check(io.BytesIO(downloaded(page, "Evidence pack"))).faults == ()


def test_five_reports_are_corrected_and_issued(page: Page, site: Site, seeds: Path) -> None:
    sign_in(page, site)
    drop_in(page, site, sorted(seeds.glob("*.txt")))
    stories = page.locator("[data-head=Story] a")
    assert len(set(stories.all_inner_texts())) == 1
    open_story(page)

    name = card(page, "Spelling of a name", "Hand")
    approve(name, "Han")
    word = card(page, "constrictive")
    approve(word, "constructive")

    # Reject and annotate; neither settles the card.
    wording = card(page, "areas of potential cooperation")
    wording.get_by_role("button", name=re.compile("Reject “areas of potential cooperation”")).click()
    expect(wording).to_contain_text("rejected “areas of potential cooperation”")
    wording.locator("summary", has_text="Note").click()
    wording.get_by_label("Note", exact=True).fill("Asked the agency for its recording.")
    wording.get_by_role("button", name="Add the note").click()
    expect(wording).to_contain_text("Asked the agency for its recording.")
    expect(wording).not_to_have_class(re.compile("decided"))

    # Undo, and do again.
    word.get_by_role("button", name="Undo").click()
    expect(word).not_to_have_class(re.compile("decided"))
    approve(word, "constructive")

    page.get_by_role("link", name="Digest").click()
    expect(page.get_by_role("heading", name="Digest, as it would be issued now")).to_be_visible()
    # Much is still open here; a chief goes past it, and says why.
    page.get_by_label("Why it goes out all the same").fill("The other errors are for the next edition.")
    page.get_by_role("button", name="Issue no. 1 all the same").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1")

    check_exports(page)


def test_the_sample_copy_becomes_two_stories(page: Page, site: Site) -> None:
    sign_in(page, site)
    drop_in(page, site, sorted((ROOT / "samples").glob("*/*.txt")))
    assert len(set(page.locator("[data-head=Story] a").all_inner_texts())) == 2


def test_a_card_is_decided_by_keyboard_alone(page: Page, site: Site) -> None:
    sign_in(page, site)
    drop_in(page, site, sorted((ROOT / "samples" / "harbour-fire").glob("*.txt")))
    open_story(page)
    first = page.locator("article.card").first
    number = first.get_attribute("id")
    page.keyboard.press("j")
    expect(first).to_be_focused()
    page.keyboard.press("c")
    expect(page.locator(f"#{number}")).to_have_class(re.compile("decided"))
    page.keyboard.press("k")
    page.keyboard.press("z")
    expect(page.locator(f"#{number}")).not_to_have_class(re.compile("decided"))


def test_bad_files_get_a_sentence_at_their_row_and_the_others_go_on(page: Page, site: Site, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("LISBON, May 4 (Tern Agency) -- The ferry Aurora ran aground on Sunday, its owner said.\n", "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 64)
    (tmp_path / "long.txt").write_bytes(b"a" * 5 * 1024 * 1024)
    hostile = tmp_path / "<img src=x onerror=alert(1)>.txt"
    hostile.write_text("<script>document.title='stolen'</script>\n\nOSLO (Tern) -- A script in the copy.\n", "utf-8")
    sign_in(page, site)
    drop_in(page, site, sorted(tmp_path.glob("*.txt")))
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(5)
    expect(page.locator("tbody tr", has_text="Refused.")).to_have_count(3)
    page.locator("tbody tr", has_text="onerror").get_by_role("link").first.click()
    expect(page.get_by_text("document.title='stolen'").first).to_be_visible()
    assert page.title() != "stolen"


def test_the_way_works_without_javascript(browser: object, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    sign_in(page, site)
    page.get_by_label("Files, several at once").set_input_files(
        sorted((ROOT / "samples" / "harbour-fire").glob("*.txt"))
    )
    page.get_by_role("button", name="Receive").click()
    again = page.get_by_role("link", name="Look again")
    while again.count():
        again.click()
    open_story(page)
    first = page.locator("article.card:not(.decided)").first
    number = first.get_attribute("id")
    first.get_by_role("button", name="Cannot tell").click()
    page.goto(f"{page.url.split('#')[0].split('?')[0]}?state=all")
    expect(page.locator(f"#{number}")).to_contain_text("Cannot tell", ignore_case=True)
    context.close()
