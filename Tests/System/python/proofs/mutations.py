"""Documents and tokens with one thing changed, in every place of them.

The order of lists is not signed under RDFC-1.0 and carries no meaning; so nothing here only swaps elements.
"""

import random

from .encodings import base64url, parse, text_of, unbase64url

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
DIGITS = "123456789"


def other(character, chance, alphabet=LETTERS):
    return chance.choice([candidate for candidate in alphabet if candidate != character])


def one_character(value, chance):
    """A scalar with one character changed."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        text = str(value)
        place = chance.randrange(len(text))
        return type(value)(text[:place] + other(text[place], chance, DIGITS) + text[place + 1 :])
    place = chance.randrange(len(value))
    return value[:place] + other(value[place], chance) + value[place + 1 :]


def leaves(value, pointer=""):
    """Every scalar by its JSON Pointer."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield from leaves(member, f"{pointer}/{name}")
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield from leaves(element, f"{pointer}/{index}")
    else:
        yield pointer, value


def characters(document, chance):
    """The document with one character changed, for every scalar in it: (what, document)."""
    yield from _everywhere(document, lambda value: _changed(value, chance))


def structures(document, chance):
    """The document with one member or element gone, doubled, renamed, or of another type, for every one in it."""
    yield from _everywhere(document, lambda value: _restructured(value, chance))


def _everywhere(value, change, pointer=""):
    """Applies a change to every place within a value, and rebuilds what is around it."""
    for what, changed in change(value):
        yield f"{pointer}: {what}", changed
    if isinstance(value, dict):
        for name, member in value.items():
            for what, changed in _everywhere(member, change, f"{pointer}/{name}"):
                yield what, {**value, name: changed}
    elif isinstance(value, list):
        for index, element in enumerate(value):
            for what, changed in _everywhere(element, change, f"{pointer}/{index}"):
                yield what, [*value[:index], changed, *value[index + 1 :]]


def _changed(value, chance):
    if isinstance(value, str) and not value:
        return
    if not isinstance(value, (dict, list)) and value is not None:
        yield "one character", one_character(value, chance)


def _restructured(value, chance):
    if isinstance(value, dict):
        for name in value:
            yield f"without {name}", {key: member for key, member in value.items() if key != name}
            renamed = one_character(name, chance)
            yield f"{name} is {renamed}", {(renamed if key == name else key): member for key, member in value.items()}
        yield "with another member", {**value, "narration": "x"}
        yield "as a list", [value]
    elif isinstance(value, list):
        for index in range(len(value)):
            yield f"without {index}", value[:index] + value[index + 1 :]
            yield f"{index} twice", value[: index + 1] + value[index:]
        if len(value) == 1:
            yield "without its list", value[0]
        yield "with another element", [*value, "x"]
    elif isinstance(value, bool):
        yield "as a text", str(value).lower()
    elif isinstance(value, str):
        yield "as a number", int(value) if value.isascii() and value.isdigit() else 7
        yield "as a list", [value]
        yield "empty", ""
        yield "with a space", value + " "
        yield "null", None
    elif value is not None:
        yield "as a text", str(value)
        yield "one more", value + 1


def tokens(token, chance, everything):
    """The token with one thing changed: in its header, in its payload, in its signature.

    The payload is changed in every field; with `everything`, its structure as well.
    """
    header, payload, signature = token.split(".")
    document = parse(unbase64url(payload).decode("utf-8"))
    for what, changed in characters(document, chance):
        yield "payload" + what, f"{header}.{_part(changed)}.{signature}"
    for place in range(len(signature)):
        changed = signature[:place] + other(signature[place], chance, LETTERS + "-_") + signature[place + 1 :]
        yield f"signature/{place}", f"{header}.{payload}.{changed}"
    head = parse(unbase64url(header).decode("utf-8"))
    for change in (characters, structures):
        for what, changed in change(head, chance):
            yield "header" + what, f"{_part(changed)}.{payload}.{signature}"
    for algorithm in ("none", "HS256", "ES384"):
        yield f"alg {algorithm}", f"{_part({**head, 'alg': algorithm})}.{payload}.{signature}"
        yield f"alg {algorithm}, unsigned", f"{_part({**head, 'alg': algorithm})}.{payload}."
    yield "payload padded", f"{header}.{payload}=.{signature}"
    yield "unsigned", f"{header}.{payload}."
    yield "a part more", f"{token}.{signature}"
    if everything:
        for what, changed in structures(document, chance):
            yield "payload" + what, f"{header}.{_part(changed)}.{signature}"


def _part(value):
    return base64url(text_of(value).encode("utf-8"))


def chance_of(name):
    """Random choices that are the same for the same name."""
    return random.Random(name)
