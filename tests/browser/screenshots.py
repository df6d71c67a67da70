"""Takes pictures of every page, with the sample copy on the desk, into docs/screenshots: ``make screenshots``.

Each page is taken as a desktop, a phone and a dark desktop show it. The three that README.md shows are kept with the
code; the others are for whoever changed a page, to look at.
"""

import re
import sys
from base64 import b64decode
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, ROOT, Site, serving
from tests.browser.desk import drop_in, open_story, sign_in

FOLDER = ROOT / "docs" / "screenshots"
SCREENS: Mapping[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1400, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}},
    "dark": {"viewport": {"width": 1400, "height": 900}, "color_scheme": "dark"},
}
QUALITY = 80
OTHER, OTHERS_PASSWORD = "Ben", "a plain sailing 7"


def main() -> None:
    if not CHROMIUM:
        sys.exit("There is no chromium on the PATH.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        with serving(Path(folder), Path(folder) / "serve.log") as site:
            pages = prepared(browser, site)
            for screen, options in SCREENS.items():
                take(browser, site, pages, screen, options)
        browser.close()
    print(f"The pictures are in {FOLDER.relative_to(ROOT)}.")


def prepared(browser: Browser, site: Site) -> dict[str, str]:
    """A desk in the middle of its work: sample copy, a deadline, a decision, and somebody else at a card."""
    page = browser.new_page(**SCREENS["desktop"])
    sign_in(page, site)
    page.goto(f"{site.address}/staff/")
    page.get_by_label("Name to sign in with").fill(OTHER)
    page.get_by_label("Password").fill(OTHERS_PASSWORD)
    page.get_by_role("button", name="Add").click()
    drop_in(page, site, sorted((ROOT / "samples").glob("*/*.txt")))
    batch = page.url
    open_story(page)
    story = re.sub(r"[?#].*", "", page.url)
    page.get_by_text("Set a deadline").click()
    due = datetime.now(UTC) + timedelta(minutes=50)
    page.get_by_label(re.compile("^Deadline")).fill(f"{due:%Y-%m-%dT%H:%M}")
    page.get_by_role("button", name="Set", exact=True).click()
    page.locator("article.card").last.get_by_role("button", name="Cannot tell").click()
    page.wait_for_timeout(1000)
    conflict = site.address + str(page.locator(".summary a").first.get_attribute("href"))
    article = site.address + str(page.locator(".reports a").first.get_attribute("href"))
    page.goto(f"{story}digest/")
    page.get_by_label("Why it goes out all the same").fill("The first edition closes at noon.")
    page.get_by_role("button", name="Issue no. 1 all the same").click()
    issued = page.url
    page.close()
    return {
        "desk": f"{site.address}/", "batch": batch, "story": story, "decided": f"{story}?state=decided",
        "conflict": conflict, "article": article, "search": f"{site.address}/search/?q=harbour",
        "agreement": f"{story}agreement/", "people": f"{story}people/", "beside": f"{story}side-by-side/",
        "corrected": f"{article}corrected/", "versions": f"{article}versions/",
        "digest": f"{story}digest/", "compose": f"{story}digest/compose/", "issued": issued,
        "notices": f"{story}notices/", "memory": f"{site.address}/memory/", "activity": f"{site.address}/activity/",
        "sources": f"{site.address}/sources/",
        "rules": f"{site.address}/rules/", "staff": f"{site.address}/staff/",
    }  # fmt: skip


def take(browser: Browser, site: Site, pages: Mapping[str, str], screen: str, options: Mapping[str, Any]) -> None:
    """Every page on one screen, the sign-in first."""
    other = browser.new_page()
    sign_in(other, site, OTHER, OTHERS_PASSWORD)
    other.goto(pages["story"])
    other.locator("article.card").nth(1).focus()
    other.wait_for_timeout(2500)
    page = browser.new_context(**options).new_page()
    page.goto(f"{site.address}/sign-in/")
    picture(page, f"sign-in-{screen}")
    sign_in(page, site)
    for name, address in pages.items():
        page.goto(address)
        picture(page, f"{name}-{screen}")
    page.context.close()
    other.close()


def picture(page: Page, name: str) -> None:
    """What the screen shows first, once the fonts are there."""
    page.evaluate("document.fonts.ready")
    taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    (FOLDER / f"{name}.webp").write_bytes(b64decode(taken["data"]))


if __name__ == "__main__":
    main()
