"""How long a page of statements takes over HTTP, beside the same SQL on a bare libpq session over the unix socket.

One connection, so that nothing waits for anything else. Each filter names others of what is frequent in turn: of learners
and registrations those with the most statements in the newest generation, of activities and verbs the most frequent.
The SQL is what the server sends for each of these pages, as PostgreSQL's log tells it.
"""

import functools
import json
import re
import statistics
import time
import urllib.parse
import urllib.request

import installation
import libpq

LIMIT = 100
# What PostgreSQL logs of a statement: its text, which may have many lines, and its values.
ENTRY = re.compile(r"^\S+ \S+ \S+ \[(\d+)\] (LOG|DETAIL|STATEMENT|ERROR|FATAL|WARNING|HINT):  ?", re.M)
EXECUTED = re.compile(r"duration: [\d.]+ ms  execute \S+: (.*)", re.S)
VALUE = re.compile(r"\$(\d+) = (NULL|'(?:[^']|'')*')")


def measure(cluster, database, seconds):
    """Latencies of each filter in milliseconds, over HTTP and by SQL."""
    figures = []
    targets, pages = known(cluster, database)
    with installation.serving(cluster, database) as server:
        session = libpq.Session(cluster.url(database))
        session.execute(planning(pages))
        for name, paths in targets.items():
            path = cluster.folder / "targets"
            path.write_text("".join(f"{target}\n" for target in paths))
            runs = [session.prepare(*page) for page in pages[name]]
            # Both warm, and then in turns: what is read is in memory for both or for neither.
            installation.wrk(server, "pages.lua", 1, 1, path, installation.AUTHORIZATION)
            replay(runs, 1)
            with installation.counting(server=server.cpu_seconds, postgresql=cluster.cpu_seconds) as cpu:
                page = installation.wrk(server, "pages.lua", 1, max(1, round(seconds)), path, installation.AUTHORIZATION)
            if page["errors"]:
                raise SystemExit(f"{name}: {page}")
            figures.append(
                {"filter": name, "cpu": cpu, "requests": page["requests"]}
                | {key: page[key] for key in ("p50", "p95", "p99")}
                | replay(runs, seconds)
            )
        session.close()
    return figures


@functools.cache
def known(cluster, database):
    """The targets of each filter and their SQL, which are looked for once: a store that is read stays as it is."""
    targets = filters(cluster, database)
    return targets, capture(cluster, database, targets)


def replay(runs, seconds):
    """Runs statements in turn; gives percentiles in milliseconds."""
    latencies, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end:
        for run in runs:
            start = time.perf_counter()
            run()
            latencies.append((time.perf_counter() - start) * 1000)
    cuts = statistics.quantiles(latencies, n=100)
    return {"sql_p50": cuts[49], "sql_p95": cuts[94], "sql_p99": cuts[98]}


def filters(cluster, database):
    """The targets of each filter."""
    def found(sql):
        return [json.loads(line) for line in cluster.sql(sql, database).split("\n")]

    agents = found(
        """
        SELECT json_build_object('account', json_build_object('homePage', home_page, 'name', identifier))
        FROM (
            SELECT actor_key FROM lrs.statement WHERE actor_key <= (SELECT min(agent_key) + 5001 FROM lrs.agent)
            GROUP BY actor_key ORDER BY count(*) DESC, actor_key LIMIT 30
        ) AS s JOIN lrs.agent ON agent_key = actor_key
        """)
    verbs = found("SELECT to_json(iri) FROM lrs.verb ORDER BY verb_key LIMIT 30")
    activities = found(
        """
        SELECT to_json(iri)
        FROM (
            SELECT object_activity_key AS activity_key FROM lrs.statement
            GROUP BY object_activity_key ORDER BY count(*) DESC, object_activity_key LIMIT 30
        ) AS s JOIN lrs.activity USING (activity_key)
        """)
    parents = found(
        """
        SELECT to_json(iri)
        FROM (
            SELECT activity_key FROM lrs.statement_activity WHERE role = 'parent'
            GROUP BY activity_key ORDER BY count(*) DESC, activity_key LIMIT 30
        ) AS s JOIN lrs.activity USING (activity_key)
        """)
    registrations = found(
        """
        SELECT to_json(registration)
        FROM (SELECT registration FROM lrs.statement ORDER BY statement_key DESC LIMIT 50000) AS newest
        WHERE registration IS NOT NULL
        GROUP BY registration ORDER BY count(*) DESC, registration LIMIT 30
        """)
    ids = found("SELECT to_json(statement_id) FROM lrs.statement ORDER BY statement_id LIMIT 200")
    agents = [json.dumps(agent, separators=(",", ":")) for agent in agents]
    return {
        "no filter": [target()],
        "agent": [target(agent=agent) for agent in agents],
        "verb": [target(verb=verb) for verb in verbs],
        "activity": [target(activity=activity) for activity in activities],
        "registration": [target(registration=registration) for registration in registrations],
        "related agent": [target(agent=agent, related_agents="true") for agent in agents],
        "related activity": [target(activity=activity, related_activities="true") for activity in parents],
        "agent and verb": [target(agent=agent, verb=verbs[0]) for agent in agents],
        "verb, ascending": [target(verb=verb, ascending="true") for verb in verbs],
        "id": [f"/xapi/statements?statementId={id}" for id in ids],
    }


def target(**parameters):
    return "/xapi/statements?" + urllib.parse.urlencode(parameters | {"limit": str(LIMIT)})


def capture(cluster, database, targets):
    """The statement and its values for each page, as the server sends them; by filter."""
    cluster.sql(
        f"ALTER DATABASE {database} SET log_min_duration_statement = 0;"
        f"ALTER DATABASE {database} SET log_parameter_max_length = -1;", "postgres")
    log = cluster.folder / "log"
    pages = {}
    try:
        with installation.serving(cluster, database) as server:
            for name, paths in targets.items():
                start = log.stat().st_size
                for path in paths:
                    headers = {"Authorization": installation.AUTHORIZATION, "X-Experience-API-Version": "2.0.0"}
                    urllib.request.urlopen(urllib.request.Request(server.url + path, headers=headers)).read()
                with open(log) as file:
                    file.seek(start)
                    executed = list(statements(file.read()))
                pages[name] = [page for page in executed if "s.payload" in page[0]]
                if len(pages[name]) != len(paths):
                    raise SystemExit(f"{name}: {len(pages[name])} of {len(paths)} statements are in PostgreSQL's log")
                pages.setdefault(None, []).extend(page for page in executed if "enable_seqscan" in page[0])
    finally:
        cluster.sql(f"ALTER DATABASE {database} RESET ALL", "postgres")
    return pages


def statements(log):
    """Statements and their values out of a piece of PostgreSQL's log."""
    places = list(ENTRY.finditer(log))
    ends = [place.start() for place in places[1:]] + [len(log)]
    entries = [(place[2], log[place.end() : end].replace("\n\t", "\n").rstrip()) for place, end in zip(places, ends)]
    for (kind, text), (next_kind, next_text) in zip(entries, [*entries[1:], ("", "")]):
        if kind == "LOG" and (executed := EXECUTED.match(text)):
            values = VALUE.findall(next_text) if next_kind == "DETAIL" else []
            yield executed[1], [None if value == "NULL" else value[1:-1].replace("''", "'") for _, value in values]


def planning(pages):
    """The settings under which the server has pages planned, for the whole session."""
    return re.sub(r"true\)", "false)", pages[None][0][0])
