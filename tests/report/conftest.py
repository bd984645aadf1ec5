"""One browser for all tests of the report: Debian's Chromium or another one that is installed, never a download."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("the report was not tried in a browser: no Chromium is installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def only_page(browser: Browser) -> Page:
    return browser.new_page()


@pytest.fixture
def page(only_page: Page) -> Page:
    """The one page of the browser, as good as new: to open another takes longer than most tests."""
    only_page.goto("about:blank")
    only_page.set_viewport_size({"width": 1280, "height": 900})
    only_page.emulate_media(media="screen", color_scheme="light")
    return only_page
