#!/usr/bin/env python3
"""Goes the way of a finding in a browser, with two keys: notes it, proposes what is done about it, accepts it and reports
it done with the one, tries to verify it with the same, verifies it with the other, and looks at its effect in the next
run.

    walk_actions.py [--screenshots FOLDER] BASE_URL PILOT NEXT_PILOT OWNER_KEY SECOND_KEY

Every page on the way is looked at as browse_pages.py does, with its forms unfolded. One line of JSON on standard output
sums up; exit code 1 on any deviation, each of which is told on standard error. Needs what browse_pages.py needs.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import sys

from playwright.sync_api import sync_playwright

import browse_pages


class Walk(browse_pages.Reader):
    """A browser on the way of a finding."""

    def arrive(self, page, what, status=200):
        """Looks at the page that a step led to, in every size and scheme, as it came and with its forms unfolded."""
        page.wait_for_load_state("load")
        page.evaluate(browse_pages.AXE)
        unfolded = page.locator("details[open]").count()
        for state in ["folded", "unfolded"]:
            if state == "unfolded":
                page.evaluate("() => document.querySelectorAll('details').forEach(e => e.open = true)")
            for width, height in browse_pages.SIZES:
                page.set_viewport_size({"width": width, "height": height})
                for scheme in browse_pages.SCHEMES:
                    page.emulate_media(color_scheme=scheme)
                    self.look(page, f"{what}, {state}, at {width} px, {scheme}", scheme)
                    if self.screenshots:
                        page.screenshot(
                            path=self.screenshots / f"actions-{what}-{state}-{width}-{scheme}.png", full_page=True
                        )
        if unfolded == 0:
            page.evaluate("() => document.querySelectorAll('details').forEach(e => e.open = false)")

    def context(self, key):
        name, _, secret = key.partition(":")
        return self.browser.new_context(
            locale="en-GB", reduced_motion="reduce", http_credentials={"username": name, "password": secret}
        )

    def unfold(self, page, summary):
        """Unfolds a form by keyboard, from its summary."""
        page.locator("summary", has_text=re.compile(f"^{re.escape(summary)}$")).focus()
        page.keyboard.press("Enter")

    def send(self, page, button):
        page.get_by_role("button", name=button, exact=True).focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")

    def state(self, page, expected, where):
        shown = page.inner_text(".origin .state")
        self.demand(shown == expected, where, f"is {shown}, not {expected}")

    def go(self, pilot, later, owner, second):
        register = f"/pilots/{pilot}/actions"
        with self.context(owner) as context:
            page = context.new_page()
            page.goto(self.base + f"/pilots/{pilot}")
            page.get_by_role("link", name="Findings and actions").click()
            page.wait_for_url("**" + register)
            self.arrive(page, "register")

            # Refused, with everything that was filled in.
            self.unfold(page, "Note a finding")
            page.get_by_label("What was found").fill("People talk little of de-escalation.")
            page.get_by_label("How strongly is something recommended?").select_option("must")
            page.get_by_label("View that has the number").select_option("gain_by_competence")
            page.get_by_label("Column that has it").fill("gain_mean")
            page.get_by_label("Which row of the pilot").fill("competence = Z9")
            self.send(page, "Note it")
            self.demand("must single out one row" in page.inner_text("[role=alert]"), register, "tells no reason")
            self.demand(
                page.get_by_label("What was found").input_value() == "People talk little of de-escalation.",
                register, "forgets what was filled in",
            )
            self.demand(page.locator("[aria-invalid=true]").count() == 1, register, "marks no field")
            self.arrive(page, "refused")
            page.get_by_label("Which row of the pilot").fill("competence = B3")
            self.send(page, "Note it")
            finding = page.url
            self.demand("/actions/findings/" in finding, register, f"leads to {finding}")
            self.demand("This is a must that nobody has answered" in page.inner_text("main"), finding, "lacks nothing")
            self.demand(re.search(r"0\.\d+ \(n = \d+\)", page.inner_text(".facts")), finding, "shows no number")
            self.arrive(page, "finding")

            self.unfold(page, "Propose an action")
            page.get_by_label("What is to be done").fill("Show how it is done, twice.")
            page.get_by_label("Organisation that does it").fill("City of Toruń")
            page.get_by_label("Role of who does it there").fill("Trainer")
            page.get_by_label("Until when").fill("2026-08-15")
            self.send(page, "Propose it")
            action = page.url
            self.state(page, "proposed", action)
            self.unfold(page, "Accept it")
            page.locator("#accepted-response").select_option("partly")
            page.locator("#accepted-reason").fill("Once is enough.")
            self.send(page, "Accept it")
            self.state(page, "accepted", action)
            self.arrive(page, "accepted")
            self.unfold(page, "Report it done")
            page.get_by_label("Web address of what shows that it is done").fill("https://example.eu/plan")
            self.send(page, "Report it done")
            self.state(page, "done", action)
            self.demand(
                page.locator("summary", has_text="Verify it").count() == 0, action, "offers to verify one's own"
            )
            # The form is not there; whoever makes it is refused by the database.
            page.evaluate(
                """() => {
                    const form = document.createElement('form');
                    form.method = 'post'; form.action = location.pathname + '/state'; form.id = 'made';
                    for (const [name, value] of [['form', 'verified'], ['state', 'verified']]) {
                        const input = document.createElement('input');
                        input.name = name; input.value = value; form.append(input);
                    }
                    document.body.append(form);
                }"""
            )
            with page.expect_navigation():
                page.evaluate("() => document.getElementById('made').submit()")
            self.demand(
                "a second person does, with another key" in page.inner_text("[role=alert]"), action, "verifies itself"
            )
            self.state(page, "done", action)

        with self.context(second) as context:
            page = context.new_page()
            page.goto(action)
            self.arrive(page, "done")
            self.unfold(page, "Verify it")
            page.locator("#verified-role").fill("Head of training")
            self.send(page, "It is done as told")
            self.state(page, "verified", action)
            self.unfold(page, "Look at the effect")
            page.get_by_label("Later run").select_option(later)
            self.send(page, "Look at it")
            effect = page.inner_text("section[aria-labelledby=effect]")
            change = re.search(r"Change\s+([+−][0-9.]+)", effect)
            self.demand(change, action, f"shows no change: {effect}")
            history = page.inner_text("section[aria-labelledby=history]")
            for step in ["proposed", "proposed → accepted", "accepted → done", "done → verified"]:
                self.demand(step in history, action, f"has no step {step}")
            self.arrive(page, "verified")
            page.goto(self.base + register)
            self.demand(page.locator("svg.timeline").count() == 1, register, "has no chart")
            self.demand("verified" in page.inner_text("section[aria-labelledby=actions]"), register, "knows nothing of it")
            self.arrive(page, "register-after")
        return {"finding": finding, "action": action, "change": change.group(1) if change else None}


def main():
    parser = argparse.ArgumentParser()
    for name in ["base", "pilot", "later", "owner", "second"]:
        parser.add_argument(name)
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
        told = walk.go(arguments.pilot, arguments.later, arguments.owner, arguments.second)
        browser.close()
    for deviation in walk.deviations:
        print(deviation, file=sys.stderr)
    print(json.dumps(told | {"checks": walk.checks, "deviations": len(walk.deviations)}))
    sys.exit(1 if walk.deviations else 0)


if __name__ == "__main__":
    main()
