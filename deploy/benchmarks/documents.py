"""State documents over HTTP, beside the same SQL by pgbench over the unix socket.

A platform keeps the progress of 5,000 learners in one activity, 0.3 kB each: puts it anew, reads it, or merges one
member into it. The limit runs the SQL files that the request runs, one after the other and prepared, by as many clients
as the request has connections.
"""

import re

import installation

QUERIES = installation.HERE.parent.parent / "sql" / "queries" / "learning_records"
TEMPLATE = "template_documents"
LEARNERS = 5000
CONNECTIONS = [8, 32]
ACTIVITY, HOME_PAGE = "'https://learn.example.eu/state'", "'https://id.example.eu'"
CONTENTS = f"""'{{"bookmark":"unit-1","answers":"{"abcdefgh" * 32}"}}'"""
TAG = "'0123456789abcdef0123456789abcdef01234567'"
CONTENT = ["NULL", "'progress'", CONTENTS, "'application/json'", TAG]


def query(name, *values):
    """The SQL of a file without its comments, with values in place of its parameters."""
    text = re.sub(r"--.*", "", (QUERIES / f"{name}.sql").read_text()).strip()
    return re.sub(r"\$(\d+)", lambda match: values[int(match[1]) - 1], text)


def scripts():
    """What each action does in the database, for pgbench."""
    learner = "'learner-' || :learner"
    chance = f"\\set learner random(1, {LEARNERS})\n"
    keys = "".join(
        text.removesuffix(";") + " \\gset\n"
        for text in [
            query("find_activities", f"ARRAY[{ACTIVITY}]", "ARRAY[NULL]", "ARRAY[NULL]"),
            query("find_agents", "ARRAY['account']", f"ARRAY[{learner}]", f"ARRAY[{HOME_PAGE}]", "ARRAY[false]"),
        ]
    )
    read = query("state_document", "'account'", learner, HOME_PAGE, ACTIVITY, "NULL", "'progress'")
    stored = [":agent_key", ":activity_key", *CONTENT]
    put = query("put_state_document", *stored, "false", "NULL", "NULL", "false", "ARRAY[]")
    replace = query(
        "put_state_document", *stored, "true", "ARRAY[:etag]", "'application/json'", "false", "ARRAY[]"
    )
    return {
        "PUT": chance + keys + put + "\n",
        "GET": chance + read + "\n",
        "POST": chance + keys + read.removesuffix(";") + " \\gset\n" + replace + "\n",
    }


def fill(cluster):
    """Makes the database that measures begin with: each learner has a document."""
    cluster.create(TEMPLATE)
    cluster.sql(
        f"""
        INSERT INTO lrs.activity (iri) VALUES ({ACTIVITY});
        INSERT INTO lrs.agent (kind, identifier, home_page)
        SELECT 'account', 'learner-' || n, {HOME_PAGE} FROM generate_series(1, {LEARNERS}) AS n;
        INSERT INTO lrs.state_document
            (agent_key, activity_key, updated_at, registration, state_id, contents, content_type, etag)
        SELECT agent_key, activity_key, clock_timestamp(), {", ".join(CONTENT)}
        FROM lrs.agent JOIN lrs.activity ON iri = {ACTIVITY}
        WHERE home_page = {HOME_PAGE};
        VACUUM ANALYZE;
        """, TEMPLATE)


def measure(cluster, seconds):
    """Requests and limits per second of each action, by each number of connections."""
    loads = [(action, connections) for action in scripts() for connections in CONNECTIONS]
    cluster.create("bench_documents", TEMPLATE)
    with installation.serving(cluster, "bench_documents") as server:
        requests = [load(cluster, server, *names, seconds) for names in loads]
    # The limits find the same documents, and change them in the same order.
    cluster.create("bench_documents", TEMPLATE)
    limits = [limit(cluster, *names, seconds) for names in loads]
    return [request | bound for request, bound in zip(requests, limits)]


def load(cluster, server, action, connections, seconds):
    arguments = ["documents.lua", connections]
    script_arguments = [action, LEARNERS, installation.AUTHORIZATION]
    installation.wrk(server, *arguments, 1, *script_arguments)
    meters = {
        "server": server.cpu_seconds, "postgresql": cluster.cpu_seconds, "client": installation.client_seconds,
    }
    with installation.counting(**meters) as cpu:
        outcome = installation.wrk(server, *arguments, seconds, *script_arguments)
    if outcome["errors"]:
        raise SystemExit(f"{action} of documents: {outcome}")
    return {
        "action": action, "connections": connections, "requests_per_second": outcome["requests"] / outcome["seconds"],
        "p50": outcome["p50"], "p95": outcome["p95"], "p99": outcome["p99"], "cpu": cpu,
    }


def limit(cluster, action, connections, seconds):
    with installation.counting(postgresql=cluster.cpu_seconds, client=installation.client_seconds) as cpu:
        rate = installation.pgbench(cluster, "bench_documents", scripts()[action], connections, seconds)
    return {"limit": rate, "limit_cpu": cpu}
