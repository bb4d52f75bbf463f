"""Takes the screenshots of the report page in docs/report/ anew, from the page of the examples.

Run by `make screenshots`, in the environment of `make test-browser`.
"""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

import directives
from directives.output.report import page as make_page

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "report"


def shown(page: Page, cable: str, *keys: str) -> None:
    """Choose a cable of the list by its name, press keys, and wait until the answer is drawn."""
    page.locator("#cables a", has_text=cable).first.click()
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(300)


def main() -> None:
    """Make the page, open it in Chromium, and write a picture of each view."""
    os.chdir(ROOT)  # so that the page names the sources as the README does
    sources = sorted(Path("examples").glob("*.txt"))
    cables = [cable for path in sources for cable in directives.read(path)]
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder, "report.html")
        with report.open("w", encoding="utf-8") as file:
            file.writelines(make_page(map(directives.examine, cables)))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--headless=new", "--no-sandbox", "--disable-gpu"]
        )
        for name, scheme, cable, keys in (
            ("read", "light", "No. 204", "j"),
            ("pictures", "light", "No. 204", "2"),
            ("left-out", "light", "No. 204", "3"),
            ("dark", "dark", "No. 418", "fj"),
        ):
            page = browser.new_page(viewport={"width": 1280, "height": 720}, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(report.as_uri())
            page.wait_for_selector("body[data-ready]")
            shown(page, cable, *keys)
            page.screenshot(path=FOLDER / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
