#!/usr/bin/env python3
"""Saves and retrieves statements with TinCanPython, which nobody here wrote.

    tincan_roundtrip.py ENDPOINT NAME SECRET

One line of JSON on standard output sums up; exit code 1 on any deviation. Needs: tincan (PyPI).
"""

import json
import sys
import uuid

from tincan import (
    Activity,
    ActivityDefinition,
    Agent,
    AgentAccount,
    Context,
    ContextActivities,
    Extensions,
    LanguageMap,
    RemoteLRS,
    Result,
    Score,
    Statement,
    Verb,
)


class Deviation(Exception):
    """Something is not as it must be."""


def demand(condition, message):
    if not condition:
        raise Deviation(message)


def accepted(response, what):
    demand(response.success, f"{what}: {response.response and response.response.status} {response.data}")
    return response


def statement(agent, registration, number):
    return Statement(
        actor=agent,
        verb=Verb(id="http://adlnet.gov/expapi/verbs/passed", display=LanguageMap({"en": "passed", "lv": "nokārtoja"})),
        object=Activity(
            id=f"https://example.org/tests/{number}",
            definition=ActivityDefinition(
                type="http://adlnet.gov/expapi/activities/assessment", name=LanguageMap({"en": "A test"})
            ),
        ),
        result=Result(
            score=Score(scaled=0.9, raw=90, min=0, max=100),
            success=True,
            completion=True,
            response="“quoted” \\ 😀",
            extensions=Extensions({"https://example.org/extensions/tries": number}),
        ),
        context=Context(
            registration=registration,
            language="lv",
            context_activities=ContextActivities(grouping=[Activity(id="https://example.org/pilots/one")]),
        ),
        timestamp="2026-03-02T08:00:00+00:00",
    )


def content(statement, version):
    """What a statement says, without what the store adds."""
    document = json.loads(statement.to_json(version))
    for name in ("id", "stored", "authority", "version"):
        document.pop(name, None)
    return document


def run(endpoint, name, secret):
    lrs = RemoteLRS(version="1.0.3", endpoint=endpoint, username=name, password=secret)
    # Not lrs.about(): TinCanPython refuses every list of versions that has one it was written before.
    agent = Agent(name="P", account=AgentAccount(home_page="https://id.example.org", name=str(uuid.uuid4())))
    registration = uuid.uuid4()
    sent = [statement(agent, registration, number) for number in range(5)]
    sent[0].id = uuid.uuid4()

    saved = [accepted(lrs.save_statement(sent[0]), "PUT").content, accepted(lrs.save_statement(sent[1]), "POST").content]
    saved += list(accepted(lrs.save_statements(sent[2:]), "POST of several").content)
    demand(saved[0].id == sent[0].id, "the id sent was not kept")
    demand(len({item.id for item in saved}) == 5, "the ids are not five")

    for item, original in zip(saved, sent):
        found = accepted(lrs.retrieve_statement(item.id), "GET").content
        demand(content(found, "1.0.3") == content(original, "1.0.3"), f"{item.id} came back otherwise")
        demand(found.stored is not None and found.authority is not None, f"{item.id} lacks what the store adds")

    query = {"agent": agent, "registration": registration, "limit": 2}
    result = accepted(lrs.query_statements(query), "query").content
    found = list(result.statements)
    while result.more:
        result = accepted(lrs.more_statements(result), "more").content
        found += list(result.statements)
    demand([item.id for item in reversed(found)] == [item.id for item in saved], "the query finds others, or in another order")

    missing = lrs.retrieve_statement(uuid.uuid4())
    demand(not missing.success and missing.response.status == 404, "an unknown id is found")
    stranger = RemoteLRS(version="1.0.3", endpoint=endpoint, username=name, password="wrong")
    demand(stranger.save_statement(sent[1]).response.status == 401, "a wrong secret is accepted")
    return {"saved": len(saved), "found": len(found)}


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    try:
        print(json.dumps(run(*sys.argv[1:])))
    except Deviation as deviation:
        sys.exit(f"deviation: {deviation}")


if __name__ == "__main__":
    main()
