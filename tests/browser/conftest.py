"""What the tests of the page need: a browser, and pages opened in it. Run by `make test-browser`."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed: `make test-browser` makes the environment")

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, sync_playwright

from directives.model import Findings
from directives.output.report import page as make_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without one on the machine the tests are skipped."""
    if not CHROMIUM:
        pytest.skip("no chromium on this machine: install Debian's package chromium to test the page in a browser")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from a file: open_page(findings, messages=(…), anchor="#id", color_scheme="dark") -> Page.

    At the end, no page may have said anything on its console, shown a dialog, or asked for anything but itself.
    """
    contexts = []
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        complaints.append(message.text)

    def refuse(dialog: Dialog) -> None:
        complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def watch(request: Request) -> None:
        if not request.url.startswith("file:"):
            complaints.append(f"asked for {request.url}")

    def open_(findings: list[Findings], messages: tuple[str, ...] = (), anchor: str = "", **options: object) -> Page:
        path = tmp_path / "a report.html"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(make_page(findings, messages))
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", refuse)
        page.on("request", watch)
        page.goto(path.as_uri() + anchor)
        page.wait_for_selector("body[data-ready]")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
