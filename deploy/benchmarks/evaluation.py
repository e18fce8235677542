#!/usr/bin/env python3
"""Measures the views of evaluation at two sizes, and prints one table; every figure goes into a JSON file.

The statements are made by SQL (evaluation.sql), as ingest would write them: 40 pilots, about 250 statements a person.
Each view is read whole, as an evaluator of all partners, over the kept rows, and beside it its definition over the
statements (Tests/EvaluationTests/sql/oracle.sql), which must give the same rows. Then 1,000 statements more are stored,
by one INSERT, and the time that the rollup takes for them is told beside that of the INSERT. After each of these, the
report of a pilot and a synthesis of all are made, by the command that operators have, with all that a process costs; at
the end what freezing their numbers takes is told for the kept rows and for the definitions, which must be the same.

A definition is planned as the planner likes, and without nested loops, for which it often takes a pilot for too small:
the quicker one counts. Those of a report are planned without.
"""

import argparse
import json
import math
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

import frozen
import installation
import machine

ORACLE = installation.HERE.parent.parent / "Tests" / "EvaluationTests" / "sql" / "oracle.sql"
VIEWS = installation.HERE.parent.parent / "sql" / "views" / "evaluation"
# A row a statement and a row an award: these are no sums, and stand on no kept rows.
ROWS = {"statements", "awards"}
EVALUATOR = "SET ROLE bench_evaluator; SET extra_float_digits = -3;"


class Session:
    """psql on a database; gives what commands print, and how long the last of each took."""

    def __init__(self, cluster, database):
        self.command = [installation.PROGRAMS / "psql", "-qAtX", "-v", "ON_ERROR_STOP=1", cluster.url(database)]

    def run(self, text, *arguments):
        run = subprocess.run([*self.command, *arguments], input=text, text=True, capture_output=True)
        if run.returncode and "statement timeout" not in run.stderr:
            raise SystemExit(run.stderr)
        times = [float(found) / 1000 for found in re.findall(r"^Time: ([\d.]+) ms", run.stdout, re.MULTILINE)]
        return run.stdout, times, run.returncode == 0

    def file(self, path, **variables):
        self.run("", *[part for item in variables.items() for part in ("-v", "=".join(map(str, item)))], "-f", path)


def seconds_of(session, rounds, limit, query, nested_loops="on"):
    """Median of the times that a query takes; nothing when one takes longer than the limit, in seconds."""
    times = []
    for _ in range(rounds):
        _, taken, is_done = session.run(f"{settings(limit, nested_loops)}\n\\timing on\n{query};\n")
        if not is_done:
            return None
        times.append(taken[-1])
    return statistics.median(times)


def settings(limit, nested_loops):
    """What a session has as an evaluator; the limit is in seconds."""
    return f"SET statement_timeout = '{limit}s'; SET enable_nestloop = {nested_loops}; {EVALUATOR}"


def seconds_by_definition(session, limit, query):
    """What a definition takes, planned in the better one of two ways, and which one that is; nothing over the limit."""
    without = seconds_of(session, 1, limit, query, nested_loops="off")
    # Never a fraction: the time limit of a statement is in whole seconds here.
    usual = seconds_of(session, 1, limit if without is None else math.ceil(without), query)
    if usual is None or (without is not None and without <= usual):
        return without, "off"
    return usual, "on"


def compare(session, view, limit, nested_loops):
    """Ends the run unless view and definition give the same rows."""
    kept, defined = (
        f"SELECT to_jsonb(v) - 'as_of' AS row FROM {schema}.{view} AS v" for schema in ("evaluation", "oracle")
    )
    answer, _, is_done = session.run(
        f"{settings(limit, nested_loops)} "
        f"WITH kept AS MATERIALIZED ({kept}), defined AS MATERIALIZED ({defined}) SELECT count(*) FROM ("
        "(TABLE kept EXCEPT ALL TABLE defined) UNION ALL (TABLE defined EXCEPT ALL TABLE kept)) AS d;"
    )
    if not is_done:
        raise SystemExit(f"{view}: comparing it with its definition took longer than {limit} s")
    if answer.strip().split("\n")[-1] != "0":
        raise SystemExit(f"{view} gives other rows than its definition")


def fill(cluster, people, say):
    """Makes a database of 40 pilots with so many people each; gives how long making all kept rows took."""
    database = f"bench_evaluation_{people}"
    cluster.create(database)
    session = Session(cluster, database)
    session.run(
        "DO $$BEGIN CREATE ROLE bench_evaluator IN ROLE tessera_evaluator; "
        "EXCEPTION WHEN duplicate_object THEN NULL; END$$"
    )
    say(f"{people} people in each of 40 pilots")
    session.file(installation.HERE / "evaluation.sql", people=people)
    session.run("VACUUM ANALYZE")
    start = time.monotonic()
    refresh(cluster, database)
    rebuild = time.monotonic() - start
    session.run("VACUUM ANALYZE")
    session.file(ORACLE)
    count = int(cluster.sql("SELECT count(*) FROM lrs.statement", database))
    say(f"{count:,} statements; all kept rows were made in {rebuild:.1f} s")
    return session, database, {"statements": count, "rebuild": rebuild}


def refresh(cluster, database):
    subprocess.run(
        [cluster.tessera, "evaluation", "refresh"], check=True, stdout=subprocess.DEVNULL,
        env=os.environ | {"TESSERA_DATABASE_URL": cluster.url(database)},
    )


def news(session, number):
    """Stores 1,000 statements, and takes them in; gives both times, and how many were taken in."""
    prepare = (installation.HERE / "evaluation_news.sql").read_text()
    text, times, _ = session.run(
        f"{prepare}\n\\timing on\n"
        "BEGIN; INSERT INTO lrs.statement SELECT * FROM news; "
        "INSERT INTO lrs.profile_conformance SELECT * FROM checked; COMMIT;\n"
        "\\timing off\nSELECT pg_sleep(0.01);\nSET ROLE tessera_service;\n\\timing on\n"
        "SELECT statements FROM analysis.refresh(1000);\n",
        "-v", f"round={number}",
    )
    taken = int(re.findall(r"^(\d+)$", text, re.MULTILINE)[-1])
    if taken != 1000:
        raise SystemExit(f"{taken} statements were taken in, and not 1,000")
    return sum(times[:-1]), times[-1]


def report(cluster, database, *pilot):
    """Makes a report; gives how long that took."""
    start = time.monotonic()
    run = subprocess.run(
        [cluster.tessera, "report", "make", "--json", *pilot], capture_output=True, text=True,
        env=os.environ | {"TESSERA_DATABASE_URL": cluster.url(database)},
    )
    taken = time.monotonic() - start
    if run.returncode or not json.loads(run.stdout)["isNew"]:
        raise SystemExit(f"no report was made: {run.stdout}{run.stderr}")
    return taken


def measure(cluster, people, options, say):
    session, database, figures = fill(cluster, people, say)
    figures["views"] = {}
    for view in sorted(path.stem for path in VIEWS.glob("*.sql")):
        what = f"SELECT count(v::text) FROM {{}}.{view} AS v"
        if view in ROWS:
            # The first page, as a notebook reads them.
            what = f"SELECT count(v::text) FROM (SELECT * FROM {{}}.{view} LIMIT 1000) AS v"
        kept = seconds_of(session, options.rounds, options.limit, what.format("evaluation"))
        defined = None
        has_definition = bool(options.oracle and cluster.sql(f"SELECT to_regclass('oracle.{view}')", database))
        if has_definition:
            defined, nested_loops = seconds_by_definition(session, options.limit, what.format("oracle"))
            if defined is not None:
                compare(session, view, 4 * options.limit, nested_loops)
        figures["views"][view] = {"kept": kept, "defined": defined, "has_definition": has_definition}
        say(f"{view}: {show(kept)} s" + (f", by definition {show(defined)} s" if has_definition else ""))
    runs = []
    for number in range(1, options.rounds * 3 + 1):
        kept = news(session, number)
        runs.append((*kept, report(cluster, database, "--pilot", "bench-1"), report(cluster, database)))
    for name, times in zip(("insert", "rollup", "report", "synthesis"), zip(*runs)):
        figures[name] = statistics.median(times)
        say(f"{name}: {show(figures[name])} s")
    if options.oracle:
        figures["frozen"] = frozen.measure(session, 10 * options.limit)
        for kind, times in figures["frozen"].items():
            say(f"numbers of a {kind}: {show(times['kept'])} s, by definition {show(times['defined'])} s")
    cluster.drop(database)
    return figures


def show(seconds):
    return "-" if seconds is None else f"{seconds:.3f}"


def ratio(one, other):
    return "-" if one is None or other is None else f"{one / other:.1f}"


def table(small, large, limit):
    """The table: a line a view and one for keeping, with what is between the sizes as growth."""
    lines = [["", f"{small['statements']:,}", f"{large['statements']:,}", "growth", "by definition", "ratio"]]
    for view, figures in large["views"].items():
        kept, defined = figures["kept"], figures["defined"]
        before = small["views"][view]["kept"]
        is_given_up = figures["has_definition"] and defined is None
        lines.append([
            view, show(before), show(kept), ratio(kept, before),
            show(defined) if defined is not None else f"> {limit}" if is_given_up else "-", ratio(defined, kept),
        ])
    for words, name in (
        ("rollup of 1,000", "rollup"), ("INSERT of them", "insert"), ("all made anew", "rebuild"),
        ("report of a pilot", "report"), ("synthesis of 40", "synthesis"),
    ):
        lines.append([words, show(small[name]), show(large[name]), ratio(large[name], small[name]), "", ""])
    for kind, figures in large.get("frozen", {}).items():
        kept, defined, before = figures["kept"], figures["defined"], small["frozen"][kind]["kept"]
        lines.append([
            f"numbers of {kind}", show(before), show(kept), ratio(kept, before),
            show(defined) if defined is not None else f"> {10 * limit}", ratio(defined, kept),
        ])
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) if number == 0 else cell.rjust(width) for number, (cell, width) in
            enumerate(zip(line, widths))).rstrip()
        for line in lines
    )


def main():
    parser = argparse.ArgumentParser(prog="deploy/bench-evaluation", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each view is read (default: 3)")
    parser.add_argument(
        "--limit", type=int, default=60, help="seconds after which a definition is given up (default: 60)"
    )
    parser.add_argument(
        "--people", type=int, nargs=2, default=[10, 104], metavar=("SMALL", "LARGE"),
        help="people in each of the 40 pilots, with about 250 statements each (default: 10 104)",
    )
    parser.add_argument("--no-oracle", dest="oracle", action="store_false", help="leave the definitions out")
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path(".build/bench-evaluation.json"))
    parser.add_argument("--tessera", type=pathlib.Path, default=pathlib.Path(".build/release/tessera"),
                        help=argparse.SUPPRESS)
    options = parser.parse_args()
    started = time.monotonic()

    def say(text):
        print(f"{time.monotonic() - started:6.0f} s  {text}", file=sys.stderr, flush=True)

    cluster = installation.Cluster(options.tessera.absolute())
    try:
        about = machine.facts(cluster) | {"load_before": machine.load()}
        small, large = (measure(cluster, people, options, say) for people in options.people)
    finally:
        cluster.close()
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps({"machine": about, "small": small, "large": large}, indent=1) + "\n")
    print(f"Seconds, medians of {options.rounds}; statements and awards: the first 1,000 rows\n")
    print(table(small, large, options.limit) + f"\n\nEvery figure: {options.output}")


if __name__ == "__main__":
    main()
