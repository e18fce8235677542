"""Base64url, base58 and JSON, each read in the one way that is not open to a second reading."""

import base64
import json

from . import Refused, demand

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def unbase64url(text):
    """Bytes of base64url without padding; spare bits must be zero, or two texts would mean the same bytes."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise Refused(f"no base64url: {error}") from None
    demand(base64url(data) == text, "base64url with spare bits or padding")
    return data


def base64url(data):
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def unbase58(text):
    """Bytes of multibase base58btc (`z…`)."""
    demand(isinstance(text, str) and text[:1] == "z", "no base58btc")
    number = 0
    for character in text[1:]:
        digit = BASE58.find(character)
        demand(digit >= 0, f"{character!r} is no digit of base58")
        number = number * 58 + digit
    zeros = len(text[1:]) - len(text[1:].lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def parse(text):
    """JSON without duplicate names, which other parsers would read differently."""

    def unique(pairs):
        demand(len({name for name, _ in pairs}) == len(pairs), "a name stands twice in an object")
        return dict(pairs)

    def no_number(name):
        raise Refused(f"{name} is no number of JSON")

    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=no_number)
    except ValueError as error:
        raise Refused(f"no JSON: {error}") from None


def text_of(value):
    """A value as JSON, always the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def has_twice(value):
    """Whether a list somewhere in a value has the same element twice: in a graph that is the same as once."""
    if isinstance(value, dict):
        return any(has_twice(member) for member in value.values())
    if isinstance(value, list):
        texts = [json.dumps(element, sort_keys=True) for element in value]
        return len(set(texts)) < len(texts) or any(has_twice(element) for element in value)
    return False
