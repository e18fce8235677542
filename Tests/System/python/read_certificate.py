#!/usr/bin/env python3
"""Reads a certificate as others do, with programs that nobody here wrote.

    read_certificate.py [--screenshots FOLDER] CERTIFICATE

qpdf must find nothing wrong with the file; poppler must find its text, title, structure and the file within it; and
zxing-cpp must read the QR code from the printed page. One line of JSON on standard output tells what was read.

Needs qpdf and poppler-utils, and from PyPI zxing-cpp and numpy.
"""

import argparse
import json
import pathlib
import subprocess
import tempfile

import numpy
import zxingcpp


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def pages(folder, certificate):
    """The pages as pictures in grey, as a printer would have them at 150 dots an inch."""
    run("pdftoppm", "-gray", "-r", "150", str(certificate), str(folder / "page"))
    for file in sorted(folder.glob("page*.pgm")):
        kind, width, height, _, pixels = file.read_bytes().replace(b"\n", b" ", 3).split(b" ", 4)
        assert kind == b"P5", kind
        yield numpy.frombuffer(pixels, numpy.uint8).reshape(int(height), int(width))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("certificate", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path)
    arguments = parser.parse_args()
    certificate = arguments.certificate
    run("qpdf", "--check", str(certificate))
    information = dict(
        line.split(":", 1) for line in run("pdfinfo", str(certificate)).decode().splitlines() if ":" in line
    )
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run("pdfdetach", "-saveall", "-o", name, str(certificate))
        attached = {file.name: file.read_text() for file in folder.iterdir()}
        codes = [code.text for page in pages(folder, certificate) for code in zxingcpp.read_barcodes(page)]
    if arguments.screenshots:
        arguments.screenshots.mkdir(parents=True, exist_ok=True)
        run("pdftoppm", "-png", "-r", "80", str(certificate), str(arguments.screenshots / certificate.stem))
    print(json.dumps({
        "title": information["Title"].strip(), "tagged": information["Tagged"].strip(),
        "pageSize": information["Page size"].strip(), "text": run("pdftotext", str(certificate), "-").decode(),
        "structure": run("pdfinfo", "-struct", str(certificate)).decode(),
        "fonts": run("pdffonts", str(certificate)).decode(), "codes": codes, "attached": attached,
    }))


if __name__ == "__main__":
    main()
