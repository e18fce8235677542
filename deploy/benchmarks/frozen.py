"""What making a report costs over the kept rows and over the statements; both must freeze the same numbers."""

import json

FREEZE = """
SET statement_timeout = '{limit}s';
SET jit = off;
SET enable_nestloop = {nested_loops};
SET ROLE tessera_service;
\\timing on
SELECT training.report_numbers(listed.codes, {is_synthesis}, listed.methodology_key)::jsonb
FROM (
    SELECT array_agg(pilot.code ORDER BY pilot.code) AS codes, min(pilot.methodology_key) AS methodology_key
    FROM training.pilot
    WHERE {which}
) AS listed;
"""
# The views themselves, for what stands on them is to stand on their definitions.
REPLACE = """
DO $$
DECLARE
    named name;
BEGIN
    FOR named IN SELECT viewname FROM pg_views WHERE schemaname = 'oracle' LOOP
        EXECUTE format(
            'CREATE OR REPLACE VIEW evaluation.%1$I WITH (security_barrier = true) AS SELECT * FROM oracle.%1$I', named
        );
    END LOOP;
END
$$;
"""
KINDS = {
    "report": {"is_synthesis": "false", "which": "pilot.code = 'bench-1'"},
    "synthesis": {"is_synthesis": "true", "which": "true"},
}


def measure(session, limit):
    """For each kind of report: seconds over the kept rows and by definition, without the process that makes it.

    From here on the database's views are their definitions."""
    kept = {kind: freeze(session, kind, "on", limit) for kind in KINDS}
    session.run(REPLACE)
    # Without nested loops only: with them a single definition (distractor) takes longer than all do without.
    defined = {kind: freeze(session, kind, "off", limit) for kind in KINDS}
    for kind in KINDS:
        if kept[kind][1] != defined[kind][1] and defined[kind][1] is not None:
            raise SystemExit(f"{kind}: the kept rows freeze other numbers than the statements")
    return {kind: {"kept": kept[kind][0], "defined": defined[kind][0]} for kind in KINDS}


def freeze(session, kind, nested_loops, limit):
    """Seconds that freezing takes, and the tables, to 12 digits; nothing of both after the limit, in seconds."""
    text, times, is_done = session.run(FREEZE.format(limit=limit, nested_loops=nested_loops, **KINDS[kind]))
    if not is_done:
        return None, None
    numbers = next(line for line in text.split("\n") if line.startswith("{"))
    return times[-1], json.loads(numbers, parse_float=lambda digits: f"{float(digits):.12g}")["tables"]
