#!/usr/bin/env python3
"""Checks credentials on the page /verify of a running server as people do: by file, by text, by link and by QR code.

    verify_pages.py [--screenshots FOLDER] BASE_URL CASES

CASES is a file with a list of objects: `name`, what to hand in (`file`, `text` or `code`), perhaps a `recipient`, the
`verdict` that the page must begin with, and texts that the page `shows` or `hides`. A form is filled in and sent by
keyboard, and what comes back is looked at as browse_pages.py does, with axe-core: narrow, or where the case says
`closely`, narrow and wide, light and dark. A `code` is what a camera reads: the browser gets a camera and a detector of
the test's own. A `photo` is what the QR code of a photo says, which is drawn askew, made a JPEG and chosen as a file; the
browser gets a detector that zxing-cpp works for, or where the case says that it can't read, none, and the page stays and
says what the case has as `told`. One line of JSON on standard output sums up; exit code 1 on any deviation, each of which
is told on standard error.

Needs: what browse_pages.py needs, and from PyPI zxing-cpp and numpy.
"""

import argparse
import base64
import json
import os
import pathlib
import shutil
import sys

import html5lib
import numpy
import zxingcpp
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


# A detector that hands the brightness of each pixel to the test.
DETECTOR = """() => {
    window.BarcodeDetector = class {
        static async getSupportedFormats() { return ['qr_code']; }
        async detect(picture) {
            const canvas = new OffscreenCanvas(picture.width, picture.height), context = canvas.getContext('2d');
            context.drawImage(picture, 0, 0);
            const pixels = context.getImageData(0, 0, picture.width, picture.height).data;
            let text = '';
            for (let at = 0; at < pixels.length; at += 4) text += String.fromCharCode(pixels[at]);
            return (await readCodes(picture.width, picture.height, btoa(text))).map(rawValue => ({rawValue}));
        }
    };
}"""

# Draws rows of dots askew on a grey table, and gives the picture as a JPEG.
PHOTO = """rows => {
    const canvas = document.createElement('canvas'), context = canvas.getContext('2d');
    canvas.width = 900; canvas.height = 700;
    context.fillStyle = '#b8b0a4'; context.fillRect(0, 0, 900, 700);
    context.translate(450, 350); context.rotate(0.12);
    context.fillStyle = '#fdfcf7'; context.fillRect(-300, -300, 600, 600);
    const side = 480 / Math.max(rows.length, 1);
    context.fillStyle = '#2b2622';
    rows.forEach((row, y) => row.forEach((dark, x) => {
        if (dark) context.fillRect(-240 + x * side, -240 + y * side, side + 0.5, side + 0.5);
    }));
    return canvas.toDataURL('image/jpeg', 0.7).split(',')[1];
}"""


def read_codes(width, height, brightness):
    """What the QR codes of a picture say."""
    picture = numpy.frombuffer(base64.b64decode(brightness), numpy.uint8).reshape(height, width)
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def photo(page, text):
    """A photo of a QR code, or of a blank sheet."""
    rows = []
    if text:
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
        dots = numpy.array(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
        rows = (dots < 128).astype(int).tolist()
    return base64.b64decode(page.evaluate(PHOTO, rows))


def hand_in(reader, page, case):
    """Fills in the form by keyboard, and sends it."""
    page.goto(reader.base + "/verify", wait_until="load")
    if "code" in case:
        page.locator("#scan").wait_for(state="visible")
        with page.expect_navigation():
            page.locator("#scan").press("Enter")
        return
    if "photo" in case:
        picture = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo(page, case["photo"])}
        if "told" not in case:
            with page.expect_navigation():
                page.set_input_files("#file", picture)
            return
        page.set_input_files("#file", picture)
        page.wait_for_function("() => !['', 'Looking for a code in the picture.'].includes(document.getElementById('file-state').textContent)")
        said = page.locator("#file-state").inner_text()
        reader.demand(said.startswith(case["told"]), case["name"], f"says of the photo: {said}")
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
        if "photo" in case and case["canRead"]:
            page.expose_function("readCodes", read_codes)
            page.add_init_script(f"({DETECTOR})()")
        hand_in(reader, page, case)
        if "told" in case:
            page.evaluate(AXE)
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                for scheme in SCHEMES:
                    page.emulate_media(color_scheme=scheme)
                    reader.look(page, f"{name} at {width} px, {scheme}", scheme)
                    if reader.screenshots:
                        page.screenshot(path=reader.screenshots / f"verify-{name}-{width}-{scheme}.png", full_page=True)
            return
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
                reader.look(page, f"{name} at {width} px, {scheme}", scheme)
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
