"""Credentials in images: the text of a PNG's chunk `openbadgecredential`, the element of an SVG."""

import struct
import xml.etree.ElementTree as ElementTree
import zlib

from . import Refused, demand

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"openbadgecredential"
NAMESPACE = "{https://purl.imsglobal.org/ob/v3p0}"
SVG = "{http://www.w3.org/2000/svg}svg"


def chunks(png):
    """The chunks of a PNG as (type, data); each must have the sum that it says."""
    demand(png[:8] == SIGNATURE, "it is no PNG")
    place = 8
    while place < len(png):
        demand(place + 12 <= len(png), "the PNG ends within a chunk")
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        data = png[place + 8 : place + 8 + length]
        end = png[place + 8 + length : place + 12 + length]
        demand(len(data) == length and len(end) == 4, "the PNG ends within a chunk")
        demand(zlib.crc32(kind + data) == struct.unpack(">I", end)[0], f"a chunk {kind} has another sum")
        yield kind, data
        place += 12 + length
        if kind == b"IEND":
            demand(place == len(png), "something follows the PNG's end")
            return
    raise Refused("the PNG has no end")


def from_png(png):
    """The credential's text in a PNG: in one chunk iTXt, not compressed, in UTF-8."""
    found = [data for kind, data in chunks(png) if kind == b"iTXt" and data.split(b"\0", 1)[0] == KEYWORD]
    demand(len(found) == 1, f"the PNG has {len(found)} credentials")
    flags, rest = found[0][len(KEYWORD) + 1 :][:2], found[0][len(KEYWORD) + 3 :]
    demand(flags == b"\0\0", "the credential is compressed")
    _language, _translated, text = rest.split(b"\0", 2)
    return text.decode("utf-8")


def with_text(png, text):
    """The PNG with another credential's text, and sums that fit."""
    out = [SIGNATURE]
    for kind, data in chunks(png):
        if kind == b"iTXt" and data.split(b"\0", 1)[0] == KEYWORD:
            data = KEYWORD + b"\0\0\0\0\0" + text.encode("utf-8")
        out.append(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))
    return b"".join(out)


def from_svg(svg):
    """The credential's text in an SVG: in the first element of it, as CDATA or in `verify`."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise Refused(f"the SVG is no XML: {error}") from None
    demand(root.tag == SVG, "it is no SVG")
    found = [element for element in root.iter() if element.tag == NAMESPACE + "credential"]
    demand(len(found) == 1 and root[0] is found[0], "the SVG has not one credential in its first place")
    text = found[0].get("verify") or (found[0].text or "").strip()
    demand(text, "the SVG's credential is empty")
    return text
