"""How the page holds 5,000 cables with 20,000 directives: its size, how it opens, how it filters, in headless Chromium.

Prints the page's size against that of the texts, the median time to open it against that of a page of the same size
with plain text in a <pre>, and the longest time between a key in the search field, or a filter, and the drawn answer.
Needs the environment of `make test-browser`; `--cables N` for another number.
"""

import argparse
import shutil
import statistics
import sys
import time
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, CDPSession, sync_playwright

sys.path[:0] = [str(Path(__file__).resolve().parent.parent / "tests" / name) for name in ("", "browser")]

from pages import large  # noqa: E402

from directives.output.report import page as make_page  # noqa: E402

MEGABYTE = 1e6
ANSWER = """async ([id, value]) => {
  const field = document.getElementById(id);
  const start = performance.now();
  if (field.type === 'checkbox') field.checked = value; else field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""


def opening(browser: Browser, path: Path, ready: str) -> float:
    """Seconds from asking for a page until it has drawn what is seen first."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    start = time.perf_counter()
    page.goto(path.as_uri(), wait_until="load", timeout=120_000)
    page.wait_for_selector(ready)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    seconds = time.perf_counter() - start
    page.close()
    return seconds


def processor_time(client: CDPSession) -> float:
    """Seconds of processor time that the process of the page has used: what a busy machine does not add to."""
    metrics = {metric["name"]: metric["value"] for metric in client.send("Performance.getMetrics")["metrics"]}
    return float(metrics["ProcessTime"])


def main() -> None:
    """Make both pages, open them, ask, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cables", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        report, plain = Path(folder, "report.html"), Path(folder, "plain.html")
        findings = list(large(arguments.cables, 4))
        texts = "".join(found.cable.text for found in findings)
        start = time.perf_counter()
        with report.open("w", encoding="utf-8") as file:
            file.writelines(make_page(findings))
        written = time.perf_counter() - start
        size = report.stat().st_size
        filler = escape(texts)
        filler = (filler * (size // len(filler) + 1))[:size]
        plain.write_text(f"<!DOCTYPE html><meta charset=utf-8><title>plain</title><pre>{filler}", encoding="utf-8")
        directives = sum(len(found.directives) for found in findings)
        print(f"{len(findings)} cables, {directives} directives, texts {len(texts) / MEGABYTE:.1f} MB")
        print(f"page {size / MEGABYTE:.1f} MB, {size / len(texts):.2f} times the texts, written in {written:.1f} s")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--headless=new", "--no-sandbox", "--disable-gpu"]
        )
        ours = statistics.median(opening(browser, report, "body[data-ready]") for _ in range(arguments.runs))
        theirs = statistics.median(opening(browser, plain, "pre") for _ in range(arguments.runs))
        print(f"opens in {ours:.2f} s, plain text of that size in {theirs:.2f} s: {ours / theirs:.2f} times")
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(report.as_uri(), timeout=120_000)
        page.wait_for_selector("body[data-ready]")
        page.keyboard.press("a")
        page.wait_for_timeout(3000)  # as an analyst would look at it first
        page.evaluate("document.querySelector('[name=modality]').id = 'first-modality'")
        steps = [
            ("first search", "search", "m"),
            ("search", "search", "matter 2"),
            ("search", "search", "matter 2 of 4"),
            ("search", "search", ""),
            ("modality", "first-modality", True),
            ("actor", "actor", "actor 3"),
            ("since", "since", "1943"),
            ("clear", "since", ""),
            ("first whole texts", "whole", True),
            ("whole texts", "search", "roads in the"),
        ]
        client = page.context.new_cdp_session(page)
        client.send("Performance.enable")
        for what, field, value in steps:
            before = processor_time(client)
            drawn = page.evaluate(ANSWER, [field, value])
            busy = (processor_time(client) - before) * 1000
            print(f"  {what:<18} {drawn:6.0f} ms until drawn, {busy:5.0f} ms of processor time")
        browser.close()


if __name__ == "__main__":
    main()
