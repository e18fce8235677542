#!/usr/bin/env python3
"""Writes statements with `ralph write` and reads them back with `ralph read`, which nobody here wrote.

    ralph_roundtrip.py BASE_URL NAME SECRET COUNT

The statements follow from a fixed seed. One line of JSON on standard output sums up; exit code 1 unless each comes back
once, saying what it said. Needs: ralph-malph[cli,backend-lrs] (PyPI), installed beside this Python.
"""

import json
import os
import pathlib
import random
import subprocess
import sys
import uuid

VERBS = ["answered", "attempted", "completed", "passed", "failed"]
ADDED = {"stored", "authority", "version"}


def statements(count):
    chance = random.Random(2026)
    for number in range(count):
        verb = chance.choice(VERBS)
        yield {
            "id": str(uuid.UUID(int=chance.getrandbits(128), version=4)),
            "timestamp": f"2026-03-{chance.randrange(1, 29):02d}T{chance.randrange(24):02d}:{chance.randrange(60):02d}:00Z",
            "actor": {
                "objectType": "Agent",
                "account": {"homePage": "https://id.example.org", "name": f"p-{chance.randrange(40)}"},
            },
            "verb": {"id": f"http://adlnet.gov/expapi/verbs/{verb}", "display": {"en": verb}},
            "object": {"id": f"https://example.org/items/{chance.randrange(100)}", "objectType": "Activity"},
            "result": {"score": {"scaled": round(chance.random(), 3)}, "response": chance.choice("abcdē\"\\")},
            "context": {"registration": str(uuid.UUID(int=chance.getrandbits(128), version=4))},
        }


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    base_url, name, secret, count = sys.argv[1:]
    settings = {
        "BASE_URL": base_url,
        "USERNAME": name,
        "PASSWORD": secret,
        "STATUS_ENDPOINT": "/health/ready",
        "STATEMENTS_ENDPOINT": "/xapi/statements",
    }
    environment = os.environ | {f"RALPH_BACKENDS__DATA__LRS__{key}": value for key, value in settings.items()}

    def ralph(*arguments, **options):
        command = [str(pathlib.Path(sys.executable).with_name("ralph")), *arguments]
        return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, timeout=120, **options).stdout

    sent = {statement["id"]: statement for statement in statements(int(count))}
    lines = "".join(json.dumps(statement) + "\n" for statement in sent.values())
    ralph("write", "--backend", "lrs", "--chunk-size", "200", input=lines.encode())
    output = ralph("read", "--backend", "lrs", "--chunk-size", "150", stdin=subprocess.DEVNULL)
    found = [json.loads(line) for line in output.splitlines() if line.strip()]

    deviations = []
    ids = [statement["id"] for statement in found]
    if len(ids) != len(set(ids)):
        deviations.append("some came twice")
    if set(ids) != set(sent):
        deviations.append(f"{len(set(sent) - set(ids))} are missing, {len(set(ids) - set(sent))} are others'")
    for statement in found:
        content = {key: value for key, value in statement.items() if key not in ADDED}
        if content != sent.get(statement["id"]):
            deviations.append(f"{statement['id']} came back otherwise")
    for deviation in deviations[:20]:
        print(deviation, file=sys.stderr)
    print(json.dumps({"written": len(sent), "read": len(found)}))
    sys.exit(1 if deviations else 0)


if __name__ == "__main__":
    main()
