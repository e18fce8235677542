"""Stores of any size, out of statements that have come in over HTTP.

The statements of a seed are copied a generation at a time, each further back in time. A generation has learners and
registrations of its own, as new people come and old ones stop: of each there are as many statements in a small store as
in a large one. Verbs and activities are those of the seed, so of each there are the more statements the larger the
store. Ids are new, in the statements' bytes too.
"""

import ingest
import installation

SEED = "bench_seed"
SEED_SECONDS = 5
TABLES = ["statement", "statement_agent", "statement_activity", "profile_conformance"]


def grow(cluster, files, database, count):
    """Makes a database with so many statements, or a few more."""
    if cluster.sql(f"SELECT count(*) FROM pg_database WHERE datname = '{SEED}'", "postgres") == "0":
        seed(cluster, files)
    cluster.create(database, SEED)
    indexes = prepare(cluster, database)
    facts = "SELECT count(*), (max(statement_key) >> 20) - (min(statement_key) >> 20) + 1 FROM bench.statement"
    size, milliseconds = (int(fact) for fact in cluster.sql(facts, database).split("|"))
    last = int(cluster.sql("SELECT max(agent_key) FROM lrs.agent", database))
    for generation in range(1, -(-count // size)):
        cluster.sql(copy(generation, milliseconds, last), database)
    made = "\n".join(f"{index};" for index in indexes)
    cluster.sql(f"DROP SCHEMA bench CASCADE; SET maintenance_work_mem = '1GB';\n{made}", database)
    cluster.sql("VACUUM (FREEZE, ANALYZE)", database)
    cluster.sql("CHECKPOINT", database)


def seed(cluster, files):
    """Makes the database whose statements are copied."""
    cluster.create(SEED, ingest.FILLED)
    with installation.serving(cluster, SEED) as server:
        ingest.post(server, files.batches(100), 0, 8, SEED_SECONDS)


def prepare(cluster, database):
    """Sets the seed's rows aside, and has what is written neither logged nor indexed until all is there: it is about
    reading. Gives the SQL that makes the indexes."""
    names = ", ".join(f"'{table}'" for table in TABLES)
    found = cluster.sql(
        f"SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'lrs' AND tablename IN ({names})", database
    )
    indexes = dict(line.split("|", 1) for line in found.split("\n"))
    lines = ["CREATE SCHEMA bench;"]
    lines += [f"CREATE TABLE bench.{table} AS TABLE lrs.{table};" for table in TABLES]
    lines += [
        "CREATE TABLE bench.agent AS SELECT * FROM lrs.agent WHERE agent_key NOT IN (SELECT agent_key FROM lrs.authority);",
        "ALTER TABLE bench.agent ADD PRIMARY KEY (agent_key);",
    ]
    lines += [f"ALTER TABLE lrs.{table} DROP CONSTRAINT {table}_pkey CASCADE;" for table in TABLES]
    lines += [f"DROP INDEX IF EXISTS lrs.{name};" for name in indexes]
    lines += [f"ALTER TABLE lrs.{table} SET UNLOGGED;" for table in TABLES]
    cluster.sql("\n".join([*lines, "ANALYZE;"]), database)
    return indexes.values()


def copy(generation, milliseconds, last):
    """SQL that copies the seed once more, so many milliseconds back for each generation."""
    key = f"statement_key - ({generation * milliseconds}::bigint << 20)"
    return f"""
        INSERT INTO lrs.agent (agent_key, kind, identifier, home_page, is_group) OVERRIDING SYSTEM VALUE
        SELECT agent_key + {generation * last}, kind, identifier || '-{generation}', home_page, is_group
        FROM bench.agent;
        INSERT INTO lrs.statement (
            statement_key, statement_id, stored, "timestamp", actor_key, object_activity_key, object_agent_key,
            pilot_key, curriculum_key, profile_key, instrument_key, item_key, competence_key, registration, fingerprint,
            verb_key, authority_key, object_kind, phase, success, completion, id_sent, timestamp_sent, version_sent,
            duration, score_scaled, score_raw, score_min, score_max, version, response, payload
        )
        SELECT
            {key}, new_id, stored - {generation * milliseconds} * interval '1 millisecond', "timestamp",
            actor_key + {generation * last}, object_activity_key, object_agent_key, pilot_key, curriculum_key,
            profile_key, instrument_key, item_key, competence_key,
            overlay(registration::text PLACING lpad(to_hex({generation}), 8, '0') FROM 1 FOR 8)::uuid, fingerprint,
            verb_key, authority_key, object_kind, phase, success, completion, id_sent, timestamp_sent, version_sent,
            duration, score_scaled, score_raw, score_min, score_max, version, response,
            overlay(payload::text PLACING new_id::text FROM 8 FOR 36)::json
        FROM (SELECT *, gen_random_uuid() AS new_id FROM bench.statement) AS s;
        INSERT INTO lrs.statement_agent (agent_key, statement_key, role)
        SELECT a.agent_key + CASE WHEN l.agent_key IS NULL THEN 0 ELSE {generation * last} END, {key}, a.role
        FROM bench.statement_agent AS a
        LEFT JOIN bench.agent AS l USING (agent_key);
        INSERT INTO lrs.statement_activity (activity_key, statement_key, role)
        SELECT activity_key, {key}, role FROM bench.statement_activity;
        INSERT INTO lrs.profile_conformance (statement_key, pilot_key, template_key, conforms, broken_rules)
        SELECT {key}, pilot_key, template_key, conforms, broken_rules FROM bench.profile_conformance;
        """
