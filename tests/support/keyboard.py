"""Going through pages without a mouse, waiting for each: a busy machine answers late."""

from playwright.sync_api import Locator, Page


def go(page: Page, place: Locator) -> None:
    """Press a button or follow a link, and wait for the next page."""
    with page.expect_navigation():
        place.press("Enter")


def press(page: Page, name: str) -> None:
    """Press the button with this name."""
    go(page, page.get_by_role("button", name=name, exact=True))


def follow(page: Page, name: str) -> None:
    """Follow the first link with this name."""
    go(page, page.get_by_role("link", name=name, exact=True).first)
