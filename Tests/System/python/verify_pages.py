#!/usr/bin/env python3
"""Checks credentials on the page /verify of a running server as people do: by file, by text, by link and by QR code.

    verify_pages.py [--screenshots FOLDER] BASE_URL CASES

CASES is a file with a list of objects: `name`, what to hand in (`file`, `text` or `code`), perhaps a `recipient`, the
`verdict` that the page must begin with, and texts that the page `shows` or `hides`. A form is filled in and sent by
keyboard, and what comes back is looked at as browse_pages.py does, with axe-core: narrow, or where the case says
`closely`, narrow and wide, light and dark. A `code` is what a camera reads: the browser gets a camera and a detector of the test's own. One line of JSON on standard
output sums up; exit code 1 on any deviation, each of which is told on standard error.

Needs: what browse_pages.py needs.
"""

import argparse
import json
import os
import pathlib
import shutil
import sys

import html5lib
from playwright.sync_api import sync_playwright

from browse_pages import AXE, SCHEMES, SIZES, Reader

# A camera that sees a picture without anything in it, and a detector that reads this code in the second one.
CAMERA = """code => {
    let reads = 0;
    window.BarcodeDetector = class {
        static async getSupportedFormats() { return ['qr_code']; }
        async detect() { reads += 1; return reads > 1 ? [{rawValue: code}] : []; }
    };
    const canvas = document.createElement('canvas');
    setInterval(() => canvas.getContext('2d').fillRect(0, 0, 10, 10), 50);
    Object.defineProperty(navigator, 'mediaDevices', {value: {getUserMedia: async () => canvas.captureStream(5)}});
}"""


def hand_in(reader, page, case):
    """Fills in the form by keyboard, and sends it."""
    page.goto(reader.base + "/verify", wait_until="load")
    if "code" in case:
        page.locator("#scan").wait_for(state="visible")
        with page.expect_navigation():
            page.locator("#scan").press("Enter")
        return
    reader.demand(not page.locator("#scan").is_visible(), case["name"], "offers a camera that the browser can't use")
    if "file" in case:
        page.set_input_files("#file", case["file"])
    else:
        page.locator("#credential").focus()
        page.keyboard.insert_text(case["text"])
    if "recipient" in case:
        page.locator("#recipient").focus()
        page.keyboard.insert_text(case["recipient"])
    page.locator("#recipient").focus()
    page.keyboard.press("Tab")
    reader.demand(page.evaluate("() => document.activeElement.type") == "submit", case["name"], "has no way to its button")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def check(reader, case):
    name = case["name"]
    with reader.browser.new_context(locale="en-GB", reduced_motion="reduce") as context:
        page = context.new_page()
        page.on("pageerror", lambda error: reader.demand(False, name, f"throws {error}"))
        page.on(
            "console",
            lambda line: reader.demand(
                line.type not in ("error", "warning") or "the server responded with a status" in line.text, name,
                f"logs {line.type} {line.text}",
            ),
        )
        if "code" in case:
            page.add_init_script(f"({CAMERA})({json.dumps(case['code'])})")
        hand_in(reader, page, case)
        verdict = page.locator("main .verdict").first
        reader.demand(
            verdict.locator("strong").inner_text() == case["verdict"], name, f"says {verdict.inner_text()}"
        )
        reader.demand(
            page.evaluate("() => document.querySelector('main').firstElementChild.matches('.verdict, h1')"), name,
            "does not begin with the answer",
        )
        text = page.locator("main").inner_text()
        for shown in case.get("shows", []):
            reader.demand(shown in text, name, f"does not show {shown}")
        for hidden in case.get("hides", []):
            reader.demand(hidden not in text, name, f"shows {hidden}")
        try:
            html5lib.HTMLParser(strict=True).parse(page.content())
        except html5lib.html5parser.ParseError as error:
            reader.demand(False, name, f"is not well-formed: {error}")
        page.evaluate(AXE)
        closely = case.get("closely", False)
        for width, height in SIZES if closely else SIZES[:1]:
            page.set_viewport_size({"width": width, "height": height})
            for scheme in SCHEMES if closely else SCHEMES[:1]:
                page.emulate_media(color_scheme=scheme)
                reader.look(page, f"{name} at {width} px, {scheme}")
                if reader.screenshots:
                    page.screenshot(path=reader.screenshots / f"verify-{name}-{width}-{scheme}.png", full_page=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("cases", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.screenshots:
        arguments.screenshots.mkdir(parents=True, exist_ok=True)
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("there is no Chromium on this machine")
    # Chromium has no sandbox for root, whom containers run tests as.
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    cases = json.loads(arguments.cases.read_text(encoding="utf-8"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=options + ["--disable-dev-shm-usage"])
        reader = Reader(browser, arguments.base.rstrip("/"), 200, arguments.screenshots, None, None)
        for case in cases:
            check(reader, case)
        browser.close()
    for deviation in reader.deviations:
        print(deviation, file=sys.stderr)
    print(json.dumps({"cases": len(cases), "checks": reader.checks, "deviations": len(reader.deviations)}))
    sys.exit(1 if reader.deviations else 0)


if __name__ == "__main__":
    main()
