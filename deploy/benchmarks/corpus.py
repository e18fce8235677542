#!/usr/bin/env python3
"""Writes statements, one to a line, for the benchmarks: half in the words of the scheme's profile, half generic.

Statements are about 1.2 kB, of 5,000 learners, 2,000 activities and 30 verbs, the frequent ones much more so than the
rare ones. The same seed gives the same statements.

    corpus.py COUNT [SEED]
"""

import json
import random
import sys
import uuid

SCHEME = "https://w3id.org/xapi/iust"
ADL = "http://adlnet.gov/expapi/"
PROFILE = {"id": SCHEME + "/v0.1", "definition": {"type": "http://adlnet.gov/expapi/activities/profile"}}
LEARNERS, ACTIVITIES, VERBS = 5000, 2000, 30
WORDS = "the city plans safe streets with people who live there and know what helps when night falls early".split()


def frequent(generator, count):
    """A number below count; small ones come much more often."""
    return int(count * generator.random() ** 3)


def text(generator, words):
    return " ".join(generator.choice(WORDS) for _ in range(words))


def activity(iri, kind):
    """An activity, which has the same name wherever it stands."""
    name = text(random.Random(iri), 5)
    return {"objectType": "Activity", "id": iri, "definition": {"type": kind, "name": {"en": name}}}


def common(generator, number):
    learner = frequent(generator, LEARNERS)
    day = 1 + number // 4000 % 28
    return {
        "id": str(uuid.UUID(int=generator.getrandbits(128), version=4)),
        "timestamp": f"2026-03-{day:02}T{generator.randrange(6, 22):02}:{generator.randrange(60):02}:"
        f"{generator.randrange(60):02}.{generator.randrange(1000):03}Z",
        "actor": {
            "objectType": "Agent",
            "account": {
                "homePage": f"https://id.city-{learner % 12}.example.eu",
                "name": str(uuid.uuid5(uuid.NAMESPACE_URL, f"learner {learner}")),
            },
        },
    }


def generic(generator, number):
    course = frequent(generator, ACTIVITIES // 20)
    item = f"https://learn.example.eu/courses/{course}/units/{frequent(generator, 20)}"
    verb = frequent(generator, VERBS)
    return common(generator, number) | {
        "verb": {"id": f"{ADL}verbs/verb-{verb}", "display": {"en": f"verb {verb}", "de": f"Verb {verb}"}},
        "object": activity(item, ADL + "activities/lesson"),
        "result": {
            "score": {"scaled": generator.randrange(101) / 100, "raw": generator.randrange(101), "min": 0, "max": 100},
            "success": generator.random() < 0.7,
            "completion": True,
            "duration": f"PT{generator.randrange(60)}M{generator.randrange(60)}S",
            "response": text(generator, 14),
        },
        "context": {
            "registration": str(uuid.uuid5(uuid.NAMESPACE_URL, f"course {course} {frequent(generator, 200)}")),
            "platform": "learn.example.eu",
            "language": "en",
            "contextActivities": {
                "parent": [activity(f"https://learn.example.eu/courses/{course}", ADL + "activities/course")],
            },
            "extensions": {"https://learn.example.eu/extensions/client": {"browser": "Firefox", "build": number}},
        },
    }


def scheme(generator, number):
    pilot = frequent(generator, 40)
    instrument = f"https://pilots.example.eu/instruments/test-{pilot}"
    return common(generator, number) | {
        "verb": {"id": ADL + "verbs/answered", "display": {"en": "answered"}},
        "object": activity(
            f"{instrument}/items/{generator.randrange(24)}", ADL + "activities/cmi.interaction"
        ),
        "result": {"success": generator.random() < 0.7, "score": {"scaled": round(generator.random(), 2)}},
        "context": {
            "registration": str(uuid.uuid5(uuid.NAMESPACE_URL, f"pilot {pilot}")),
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
            "extensions": {SCHEME + "/extensions/phase": generator.choice(["pre", "post"])},
        },
    }


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    generator = random.Random(seed)
    for number in range(count):
        make = generic if number % 2 else scheme
        sys.stdout.write(json.dumps(make(generator, number), separators=(",", ":")) + "\n")


main()
