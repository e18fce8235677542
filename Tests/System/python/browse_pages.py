#!/usr/bin/env python3
"""Reads pages of a running server as people do: with a browser, narrow and wide, light and dark, by keyboard.

    browse_pages.py [--screenshots FOLDER] [--status STATUS] [--key NAME:SECRET] [--cookie NAME=VALUE] BASE_URL PATH...

Every page must be HTML that parses without an error and must satisfy axe-core; it may ask no other host for anything,
log no error, and must not be wider than the window. By keyboard its first stop is a link that leads to the content,
and every stop after it comes in the order of the text and shows where it is. A path that ends in /print is also laid
out as PDF, which must have at least five pages. One line of JSON on standard output sums up; exit code 1 on any
deviation, each of which is told on standard error.

Needs: Chromium, and from PyPI playwright, axe-playwright-python (which carries axe-core) and html5lib.
"""

import argparse
import hashlib
import importlib.resources
import json
import os
import pathlib
import re
import shutil
import sys
import urllib.parse

import html5lib
from playwright.sync_api import sync_playwright

SIZES = [(360, 740), (1440, 900)]
SCHEMES = ["light", "dark"]
MOST_STOPS = 400

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

UNFOLD = """isOpen => {
    for (const e of document.querySelectorAll('details'))
        if (isOpen && !e.open) { e.open = true; e.dataset.unfolded = ''; }
        else if (!isOpen && 'unfolded' in e.dataset) { e.open = false; delete e.dataset.unfolded; }
}"""

WIDTHS = """() => ({
    page: document.documentElement.scrollWidth, window: window.innerWidth,
    wide: [...document.querySelectorAll('body *')].filter(e => {
        for (let p = e.parentElement; p; p = p.parentElement)
            if (getComputedStyle(p).overflowX !== 'visible') return false;
        return e.getBoundingClientRect().right > window.innerWidth + 1;
    }).slice(0, 3).map(e => e.outerHTML.slice(0, 120)),
})"""

STOP = """() => {
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    const all = [...document.querySelectorAll('*')];
    return {
        place: all.indexOf(e), text: e.outerHTML.slice(0, 120), href: e.getAttribute('href'),
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0
            && box.left < window.innerWidth && box.top < window.innerHeight,
    };
}"""


class Reader:
    """A browser, and what was found wrong by it."""

    def __init__(self, browser, base, status, screenshots, key, cookie):
        self.browser = browser
        self.status = status
        self.base = base
        self.screenshots = screenshots
        name, _, secret = (key or "").partition(":")
        self.credentials = {"username": name, "password": secret} if key else None
        name, _, value = (cookie or "").partition("=")
        self.cookies = [{"name": name, "value": value, "url": base}] if cookie else []
        self.deviations = []
        self.checks = 0

    def demand(self, condition, where, message):
        self.checks += 1
        if not condition:
            self.deviations.append(f"{where}: {message}")

    def read(self, path):
        with self.browser.new_context(
            locale="en-GB", reduced_motion="reduce", http_credentials=self.credentials
        ) as context:
            context.add_cookies(self.cookies)
            page = context.new_page()
            self.open(page, path)
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                for scheme in SCHEMES:
                    page.emulate_media(color_scheme=scheme)
                    page.evaluate(UNFOLD, scheme == SCHEMES[0])
                    self.look(page, f"{path} at {width} px, {scheme}", scheme)
                    if self.screenshots:
                        who = "-let-in" if self.cookies else "-with-key" if self.credentials else ""
                        file = self.screenshots / f"{name(path)}{who}-{width}-{scheme}.png"
                        page.screenshot(path=file, full_page=True)
            page.emulate_media(color_scheme=SCHEMES[0])
            self.walk(page, path)
            if urllib.parse.urlsplit(path).path.endswith("/print"):
                self.paper(page, path)

    def open(self, page, where):
        host = urllib.parse.urlsplit(self.base).netloc
        page.on(
            "request",
            lambda request: self.demand(
                urllib.parse.urlsplit(request.url).netloc == host, where, f"asks for {request.url}"
            ),
        )
        page.on(
            "console",
            lambda line: self.demand(
                line.type not in ("error", "warning") or f"status of {self.status}" in line.text, where,
                f"logs {line.type} {line.text}",
            ),
        )
        page.on("pageerror", lambda error: self.demand(False, where, f"throws {error}"))
        answer = page.goto(self.base + where, wait_until="load")
        self.demand(answer.status == self.status, where, f"is answered with {answer.status}")
        try:
            html5lib.HTMLParser(strict=True).parse(answer.text())
        except html5lib.html5parser.ParseError as error:
            self.demand(False, where, f"is not well-formed: {error}")
        page.evaluate(AXE)

    def look(self, page, where, scheme):
        """In the light everything is looked at, in the dark the colours: all else is the same."""
        widths = page.evaluate(WIDTHS)
        self.demand(widths["page"] <= widths["window"], where, f"is too wide: {widths}")
        rules = {} if scheme == SCHEMES[0] else COLOURS
        result = page.evaluate("rules => axe.run(document, {resultTypes: ['violations'], ...rules})", rules)
        self.demand(result["passes"] or result["incomplete"], where, "was not looked at by axe")
        for violation in result["violations"]:
            nodes = [
                f"{' '.join(map(str, node['target']))} ({node['failureSummary']})" for node in violation["nodes"][:3]
            ]
            self.demand(False, where, f"axe {violation['id']}, {len(violation['nodes'])} times: {'; '.join(nodes)}")

    def walk(self, page, where):
        """From the top to the end, by the Tab key alone."""
        page.keyboard.press("Tab")
        first = page.evaluate(STOP)
        self.demand(
            first and first["href"] == "#main" and first["seen"], where, f"begins with {first}, not the skip link"
        )
        page.keyboard.press("Enter")
        self.demand(page.evaluate("() => document.activeElement.id") == "main", where, "does not skip to its content")
        page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); }")
        page.goto(page.url.split("#")[0])
        last, stops = -1, 0
        while stops < MOST_STOPS:
            page.keyboard.press("Tab")
            stop = page.evaluate(STOP)
            if stop is None or stop["place"] < last:
                break
            stops += 1
            self.demand(stop["place"] > last, where, f"holds the focus at {stop['text']}")
            self.demand(stop["seen"], where, f"hides its stop {stop['text']}")
            self.demand(stop["outlined"], where, f"does not show its stop {stop['text']}")
            if stop["place"] == last:
                break
            last = stop["place"]
        expected = page.evaluate(
            "() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, "
            "[tabindex=\"0\"]')].filter(e => e.checkVisibility()).length"
        )
        self.demand(stops >= expected, where, f"has {expected} stops, of which Tab reaches {stops}")

    def paper(self, page, path):
        pdf = page.pdf(prefer_css_page_size=True, print_background=False)
        pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
        self.demand(pages >= 5, path, f"has {pages} pages on paper")
        if self.screenshots:
            (self.screenshots / f"{name(path)}.pdf").write_bytes(pdf)


def name(path):
    """A path as the name of a file, which is not longer than file systems take."""
    whole = re.sub(r"[^A-Za-z0-9.]+", "_", path).strip("_") or "home"
    return whole if len(whole) <= 120 else f"{whole[:100]}_{hashlib.sha256(path.encode()).hexdigest()[:12]}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--screenshots", type=pathlib.Path)
    parser.add_argument("--status", type=int, default=200)
    parser.add_argument("--key", help="given when a page asks for it by HTTP Basic")
    parser.add_argument("--cookie", help="of a browser that was let in")
    arguments = parser.parse_args()
    if arguments.screenshots:
        arguments.screenshots.mkdir(parents=True, exist_ok=True)
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("there is no Chromium on this machine")
    # Chromium has no sandbox for root, whom containers run tests as.
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=options + ["--disable-dev-shm-usage"])
        reader = Reader(
            browser, arguments.base.rstrip("/"), arguments.status, arguments.screenshots, arguments.key, arguments.cookie
        )
        for path in arguments.paths:
            reader.read(path)
        browser.close()
    for deviation in reader.deviations:
        print(deviation, file=sys.stderr)
    summary = {"pages": len(arguments.paths), "checks": reader.checks, "deviations": len(reader.deviations)}
    print(json.dumps(summary))
    sys.exit(1 if reader.deviations else 0)


if __name__ == "__main__":
    main()
