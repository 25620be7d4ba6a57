"""Sign in to a running demo portal, walk its menu and take a picture of every page."""

import os
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ADDRESS = f"http://{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '5000')}"
PASSWORD = "demo-passord-2026"  # noqa: S105 (public by contract; refused outside demo mode)
TARGET = Path("var/look")
VISITORS = {"saksbehandler": "nb", "leder": "nb", "laerer": "nn", "deltaker.ar": "ar"}
WIDTHS = (390, 1280)


def sign_in(page: Page, username: str) -> None:
    """Sign in through the front door."""
    page.goto(ADDRESS)
    page.fill("[name=username]", username)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")


def menu(page: Page) -> list[str]:
    """Return the paths of the main menu."""
    links = page.query_selector_all(".site-navigation a")
    return [link.get_attribute("href") or "/" for link in links]


def picture(page: Page, path: str, name: str) -> None:
    """Open a page and keep its picture."""
    page.goto(ADDRESS + path)
    file = TARGET / f"{name}{path.replace('/', '-').rstrip('-')}.png"
    page.screenshot(path=file, full_page=True)
    sys.stdout.write(f"{file}\n")


def visit(browser: Browser, username: str, language: str, width: int, paths: list[str]) -> None:
    """Take the pictures of one visitor at one width."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, locale=language, reduced_motion="reduce"
    )
    page = context.new_page()
    sign_in(page, username)
    for path in paths or ["/", *menu(page)]:
        picture(page, path, f"{username}-{width}")
    context.close()


def main() -> None:
    """Take all pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for username, language in VISITORS.items():
            for width in WIDTHS:
                visit(browser, username, language, width, sys.argv[1:])
        browser.close()


if __name__ == "__main__":
    main()
