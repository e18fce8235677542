#!/usr/bin/env python3
"""Writes statements, one to a line, for the benchmarks: half in the words of the scheme's profile, half generic.

Statements are about 1.2 kB, of 5,000 learners, 2,000 activities and 30 verbs, the frequent ones much more so than the
rare ones; the first 5,000 statements name each of them once. The same seed gives the same statements.

    corpus.py COUNT [SEED]
"""

import functools
import json
import random
import sys
import uuid

SCHEME = "https://w3id.org/xapi/iust"
ADL = "http://adlnet.gov/expapi/"
PROFILE = {"id": SCHEME + "/v0.1", "definition": {"type": "http://adlnet.gov/expapi/activities/profile"}}
LEARNERS, COURSES, UNITS, VERBS, PILOTS, ITEMS = 5000, 100, 20, 30, 40, 24
WORDS = "the city plans safe streets with people who live there and know what helps when night falls early".split()
# After so many statements every agent, activity and verb has been named.
FILLING = max(LEARNERS, 2 * COURSES * UNITS, 2 * PILOTS * ITEMS)
# Where the id's first digits stand in a line, which begins {"id":"01234567-89ab-...
DIGITS = slice(7, 7 + 8)


class Choice:
    """Numbers by chance, small ones much more often; of the first statements each in turn."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def frequent(self, count, number):
        return number % count if number < FILLING else int(count * self.random.random() ** 3)

    def text(self, words):
        return " ".join(self.random.choices(WORDS, k=words))


@functools.cache
def name(text):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, text))


@functools.cache
def activity(iri, kind):
    """An activity, which has the same name wherever it stands."""
    words = " ".join(random.Random(iri).choices(WORDS, k=5))
    return {"objectType": "Activity", "id": iri, "definition": {"type": kind, "name": {"en": words}}}


def common(choice, number):
    learner = choice.frequent(LEARNERS, number)
    day = 1 + number // 4000 % 28
    hour, minute, second = (int(choice.random.random() * count) for count in (16, 60, 60))
    return {
        "id": str(uuid.UUID(int=choice.random.getrandbits(128), version=4)),
        "timestamp": f"2026-03-{day:02}T{6 + hour:02}:{minute:02}:{second:02}.{number % 1000:03}Z",
        "actor": {
            "objectType": "Agent",
            "account": {
                "homePage": f"https://id.city-{learner % 12}.example.eu",
                "name": name(f"learner {learner}"),
            },
        },
    }


def generic(choice, number):
    turn = number // 2
    course, unit = choice.frequent(COURSES, turn // UNITS), choice.frequent(UNITS, turn)
    verb, chance = choice.frequent(VERBS, turn), choice.random.random
    return common(choice, number) | {
        "verb": {"id": f"{ADL}verbs/verb-{verb}", "display": {"en": f"verb {verb}", "de": f"Verb {verb}"}},
        "object": activity(f"https://learn.example.eu/courses/{course}/units/{unit}", ADL + "activities/lesson"),
        "result": {
            "score": {"scaled": int(chance() * 101) / 100, "raw": int(chance() * 101), "min": 0, "max": 100},
            "success": chance() < 0.7,
            "completion": True,
            "duration": f"PT{int(chance() * 60)}M{int(chance() * 60)}S",
            "response": choice.text(14),
        },
        "context": {
            "registration": name(f"course {course} {choice.frequent(200, turn)}"),
            "platform": "learn.example.eu",
            "language": "en",
            "contextActivities": {
                "parent": [activity(f"https://learn.example.eu/courses/{course}", ADL + "activities/course")],
            },
            "extensions": {"https://learn.example.eu/extensions/client": {"browser": "Firefox", "build": number}},
        },
    }


def scheme(choice, number):
    turn = number // 2
    pilot, item = choice.frequent(PILOTS, turn // ITEMS), int(choice.random.random() * ITEMS)
    instrument = f"https://pilots.example.eu/instruments/test-{pilot}"
    if number < FILLING:
        item = turn % ITEMS
    return common(choice, number) | {
        "verb": {"id": ADL + "verbs/answered", "display": {"en": "answered"}},
        "object": activity(f"{instrument}/items/{item}", ADL + "activities/cmi.interaction"),
        "result": {
            "success": choice.random.random() < 0.7, "score": {"scaled": round(choice.random.random(), 2)},
        },
        "context": {
            "registration": name(f"pilot {pilot}"),
            "contextActivities": {
                "parent": [activity(instrument, ADL + "activities/assessment")],
                "grouping": [
                    activity(f"https://pilots.example.eu/pilots/{pilot}", SCHEME + "/activity-types/pilot"),
                    activity(
                        f"https://pilots.example.eu/curricula/{pilot % 9}",
                        SCHEME + "/activity-types/curriculum",
                    ),
                ],
                "category": [PROFILE],
            },
            "extensions": {SCHEME + "/extensions/phase": choice.random.choice(["pre", "post"])},
        },
    }


def statements(count, seed=1):
    """Lines of JSON, without their ends."""
    choice = Choice(seed)
    encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
    for number in range(count):
        yield encode((generic if number % 2 else scheme)(choice, number))


def repeated(lines, count):
    """So many statements from fewer lines: those that come again have other ids, and are otherwise the same."""
    for number in range(count):
        turn, place = divmod(number, len(lines))
        line = lines[place]
        if turn:
            # As far apart as the ids were: neighbours would be kinder to the index.
            digits = int(line[DIGITS], 16) ^ (turn * 0x9E3779B1 & 0xFFFFFFFF)
            line = f"{line[: DIGITS.start]}{digits:08x}{line[DIGITS.stop :]}"
        yield line


def main():
    for line in statements(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
