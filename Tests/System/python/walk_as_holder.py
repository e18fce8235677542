#!/usr/bin/env python3
"""Goes a holder's way in a browser, by keyboard alone: lets itself in by a claim link, makes a link that shows the first
credential with a name, opens it as somebody else, takes the name out, takes the link back, and signs out.

    walk_as_holder.py [--screenshots FOLDER] BASE_URL CLAIM_PATH

Every page on the way is looked at as browse_pages.py does. One line of JSON on standard output sums up; exit code 1 on
any deviation, each of which is told on standard error. Needs what browse_pages.py needs.
"""

import argparse
import json
import os
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

import browse_pages


# The name that the holder gives for the link.
NAME = "Żaneta Kovač-O’Neill"


class Walk(browse_pages.Reader):
    """A browser on the way of a holder."""

    def arrive(self, page, what):
        """Looks at the page that a step led to, in every size and scheme."""
        page.wait_for_load_state("load")
        page.evaluate(browse_pages.AXE)
        for width, height in browse_pages.SIZES:
            page.set_viewport_size({"width": width, "height": height})
            for scheme in browse_pages.SCHEMES:
                page.emulate_media(color_scheme=scheme)
                self.look(page, f"{what} at {width} px, {scheme}", scheme)
                if self.screenshots:
                    page.screenshot(path=self.screenshots / f"walk-{what}-{width}-{scheme}.png", full_page=True)

    def tab_to(self, page, text):
        """Presses Tab until what has the focus begins with a text."""
        for _ in range(browse_pages.MOST_STOPS):
            page.keyboard.press("Tab")
            reached = page.evaluate("() => (document.activeElement.innerText || '').trim()")
            if reached.startswith(text):
                return
        sys.exit(f"Tab does not lead to “{text}” on {page.url}")

    def go(self, claim):
        with self.browser.new_context(locale="en-GB", reduced_motion="reduce") as context:
            page = context.new_page()
            page.goto(self.base + claim)
            self.demand(context.cookies() == [], claim, "lets in before the button is pressed")
            self.tab_to(page, "Show my credentials")
            page.keyboard.press("Enter")
            page.wait_for_url("**/holder")
            cookies = context.cookies()
            self.demand(
                len(cookies) == 1 and cookies[0]["httpOnly"] and cookies[0]["sameSite"] == "Lax", claim, f"sets {cookies}"
            )
            self.tab_to(page, "Show it to somebody")
            page.keyboard.press("Enter")
            self.arrive(page, "form")
            page.keyboard.press("Tab")
            page.keyboard.type("City of Łódź")
            page.keyboard.press("Tab")
            page.keyboard.press("Tab")
            page.keyboard.press("Space")
            page.keyboard.press("Tab")
            page.keyboard.type(NAME)
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.wait_for_selector(".qr")
            self.arrive(page, "made")
            link = page.inner_text("pre code")
            self.open_as_stranger(link, is_named=True)
            self.tab_to(page, "Back to my credentials")
            page.keyboard.press("Enter")
            page.wait_for_url("**/holder")
            shares = page.inner_text(".shares")
            self.demand("City of Łódź: opened once" in shares and "with evidence" in shares, "/holder", f"says {shares}")
            self.demand("with your name" in shares, "/holder", f"does not tell that the link shows the name: {shares}")
            self.arrive(page, "shared")
            self.tab_to(page, "Take my name out")
            with page.expect_navigation():
                page.keyboard.press("Enter")
            self.demand("with your name" not in page.inner_text(".shares"), "/holder", "does not take the name out")
            self.open_as_stranger(link, is_named=False)
            self.tab_to(page, "Take back")
            with page.expect_navigation():
                page.keyboard.press("Enter")
            self.demand("taken back on" in page.inner_text(".shares"), "/holder", "does not take the link back")
            self.tab_to(page, "Sign out")
            with page.expect_navigation():
                page.keyboard.press("Enter")
            self.demand(context.cookies() == [], "/holder/sign-out", "keeps the cookie")
            return link

    def open_as_stranger(self, link, is_named):
        with self.browser.new_context(locale="en-GB") as context:
            page = context.new_page()
            page.goto(link)
            self.demand(page.inner_text(".verdict strong") == "Valid", link, "is not valid")
            self.demand(page.locator(".evidence li").count() > 0, link, "shows no evidence")
            self.demand(context.cookies() == [], link, "sets a cookie")
            self.demand((NAME in page.inner_text("main")) == is_named, link, f"is to show the name: {is_named}")
            self.demand(NAME not in page.title() and NAME not in page.inner_html("head"), link, "has the name in its head")
            if is_named:
                self.arrive(page, "named")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("claim")
    parser.add_argument("--screenshots", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.screenshots:
        arguments.screenshots.mkdir(parents=True, exist_ok=True)
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("there is no Chromium on this machine")
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=options + ["--disable-dev-shm-usage"])
        walk = Walk(browser, arguments.base.rstrip("/"), 200, arguments.screenshots, None, None)
        link = walk.go(arguments.claim)
        browser.close()
    for deviation in walk.deviations:
        print(deviation, file=sys.stderr)
    print(json.dumps({"link": link, "checks": walk.checks, "deviations": len(walk.deviations)}))
    sys.exit(1 if walk.deviations else 0)


if __name__ == "__main__":
    main()
