"""A browser for the pages: Debian's chromium, driven by Playwright; without them a test is skipped.

In the continuous integration TRADEGRAPH_BROWSER_TESTS=required makes that an error instead.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
REQUIRED = os.environ.get("TRADEGRAPH_BROWSER_TESTS") == "required"


def give_up(why: str) -> None:
    if REQUIRED:
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless chromium."""
    executable = shutil.which("chromium")
    if executable is None:
        give_up("needs Debian's chromium: apt-get install chromium")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is installed
    except ImportError:
        give_up("needs Playwright: pip install playwright")
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield opened
        opened.close()


class Visit:
    """A page that is open, and everything it complained of or asked for.

    `watch` is a script that runs in the page before its own.
    """

    def __init__(self, browser: Browser, path: Path, *, watch: str = "") -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        context = browser.new_context(
            viewport={"width": 1300, "height": 850}, accept_downloads=True
        )
        self.page = context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        if watch:
            self.page.add_init_script(watch)
        self.page.goto(path.as_uri())
        self.page.wait_for_selector("html[data-ready]")

    def shown(self) -> str:
        """What the page says is shown."""
        return self.page.inner_text("#shown")

    def slide(self, name: str, value: int) -> None:
        """Move a slider as its handle does."""
        self.page.locator(f"#{name}").evaluate(
            "(it, value) => { it.value = value; it.dispatchEvent(new Event('input')); }", value
        )

    def save(self, button: str) -> bytes:
        """Press a button that saves a file, and return the file."""
        with self.page.expect_download() as download:
            self.page.click(button)
        return Path(download.value.path()).read_bytes()


@pytest.fixture
def visit(visit_page: Any) -> Any:
    """Open a network as a page, as `visit_page`."""
    from tradegraph.draw import draw_network  # noqa: PLC0415 - networkx is slow to import

    return lambda graph, *, watch="", **style: visit_page(
        draw_network(graph, None, "html", **style), watch=watch
    )


@pytest.fixture
def visit_page(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    """Open a page; afterwards it has neither complained nor asked for anything."""
    visits: list[Visit] = []

    def open_page(page: bytes, *, watch: str = "") -> Visit:
        path = tmp_path / f"page{len(visits)}.html"
        path.write_bytes(page)
        visits.append(Visit(browser, path, watch=watch))
        return visits[-1]

    yield open_page
    for each in visits:
        assert each.complaints == []
        assert [
            url for url in each.requests if not url.startswith(("file:", "blob:", "data:"))
        ] == []
        assert len([url for url in each.requests if url.startswith("file:")]) == 1
        each.page.context.close()
