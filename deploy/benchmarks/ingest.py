"""How fast statements come in over HTTP, beside what PostgreSQL itself can do with the same rows."""

import json
import pathlib
import resource
import subprocess
import time

import installation

HERE = pathlib.Path(__file__).parent
# Tables that grow with every statement; the dictionaries of agents, activities and verbs are filled beforehand.
DICTIONARIES = ["agent", "activity", "verb", "authority", "profile_template", "profile_rule"]


def load(cluster, database, corpus, batch, connections, seconds):
    """Posts for some time; gives rates, latencies in milliseconds and CPU seconds."""
    with installation.serving(cluster, database) as server:
        # What comes first fills the server's memory of agents and activities, and PostgreSQL's plans.
        before = (installation.cpu_seconds(server.pid), cluster.cpu_seconds(), children_seconds())
        outcome = wrk(corpus, batch, connections, seconds)
        after = (installation.cpu_seconds(server.pid), cluster.cpu_seconds(), children_seconds())
        stored = int(cluster.sql("SELECT count(*) FROM lrs.statement", database))
        if outcome["errors"] or stored < outcome["requests"] * batch:
            raise SystemExit(f"{outcome}, {stored} stored: the corpus is too small, or requests failed")
        return {
            "batch": batch, "connections": connections, "statements_per_second": stored / outcome["seconds"],
            "p50": outcome["p50"], "p95": outcome["p95"], "p99": outcome["p99"],
            "cpu": dict(zip(["server", "postgresql", "client"], (end - start for start, end in zip(before, after)))),
            "resident_megabytes": installation.resident_megabytes(server.pid), "stored": stored,
        }


def wrk(corpus, batch, connections, seconds):
    command = [
        "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", HERE / "post.lua",
        "http://127.0.0.1:8471", "--", str(corpus), str(batch), installation.AUTHORIZATION,
    ]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(output.strip().split("\n")[-1])


def children_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class Rows:
    """The rows of a store that was loaded, as files, to be put into empty tables again."""

    def __init__(self, cluster, database):
        self.cluster = cluster
        self.folder = cluster.folder / "rows"
        self.folder.mkdir(exist_ok=True)
        if cluster.owner:
            self.folder.chmod(0o777)
        names = cluster.sql(
            """
            SELECT relname FROM pg_class
            WHERE relnamespace = 'lrs'::regnamespace AND relkind = 'r' ORDER BY relname
            """, database).split()
        counts = {name: int(cluster.sql(f"SELECT count(*) FROM lrs.{name}", database)) for name in names}
        self.tables = {name: count for name, count in counts.items() if count and name not in DICTIONARIES}
        self.statements = counts["statement"]
        for name in self.tables:
            cluster.sql(f"COPY lrs.{name} TO '{self.folder}/{name}' (FORMAT binary)", database)
        # An empty store that knows the same agents, activities and verbs.
        cluster.create("template_rows", database)
        cluster.sql("TRUNCATE " + ", ".join(f"lrs.{name}" for name in self.tables) + " CASCADE", "template_rows")

    def copy(self):
        """Rows of statements per second by COPY, those of all tables counted in."""
        self.cluster.create("bench_copy", "template_rows")
        # The statements themselves come first, for others refer to them.
        order = sorted(self.tables, key=lambda name: (name != "statement", name))
        text = "\n".join(f"\\copy lrs.{name} FROM '{self.folder}/{name}' (FORMAT binary)" for name in order)
        start = time.monotonic()
        self.cluster.sql(text, "bench_copy")
        return self.statements / (time.monotonic() - start)

    def single_inserts(self, seconds):
        """Statements per second by pgbench, each in a transaction of its own with its rows of other tables."""
        self.cluster.create("bench_single", "template_rows")
        staging = ["CREATE SCHEMA staging", "CREATE SEQUENCE staging.turn"]
        for name in self.tables:
            staging.append(f"CREATE TABLE staging.{name} AS TABLE lrs.{name} WITH NO DATA")
            staging.append(f"\\copy staging.{name} FROM '{self.folder}/{name}' (FORMAT binary)")
        staging.append("CREATE TABLE staging.turns AS SELECT row_number() OVER () AS n, statement_key FROM staging.statement")
        staging.append("ALTER TABLE staging.turns ADD PRIMARY KEY (n)")
        staging += [f"CREATE INDEX ON staging.{name} (statement_key)" for name in self.tables]
        staging += ["VACUUM ANALYZE", "CHECKPOINT"]
        text = "\n".join(line if line.startswith("\\") else line + ";" for line in staging)
        self.cluster.sql(text, "bench_single")
        others = [name for name in self.tables if name != "statement"]
        columns = {
            name: self.cluster.sql(
                f"""
                SELECT string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute
                WHERE attrelid = 'lrs.{name}'::regclass AND attnum > 0 AND NOT attisdropped AND attidentity <> 'a'
                """, "bench_single")
            for name in self.tables
        }

        def insert(name):
            return (
                f"INSERT INTO lrs.{name} ({columns[name]}) SELECT {columns[name]} FROM staging.{name} "
                "WHERE statement_key = (SELECT statement_key FROM turn)"
            )

        parts = ", ".join(f"{name} AS ({insert(name)})" for name in others)
        script = self.cluster.folder / "single.sql"
        script.write_text(
            "WITH turn AS MATERIALIZED (SELECT statement_key FROM staging.turns, "
            "(SELECT nextval('staging.turn') AS n OFFSET 0) AS t WHERE turns.n = t.n)"
            + (", " + parts if parts else "") + " " + insert("statement") + ";\n"
        )
        command = [
            installation.PROGRAMS / "pgbench", "-n", "-M", "prepared", "-c", "32", "-j", "1", "-T", str(seconds),
            "-f", script, self.cluster.url("bench_single"),
        ]
        subprocess.run(command, check=True, capture_output=True, text=True)
        return int(self.cluster.sql("SELECT count(*) FROM lrs.statement", "bench_single")) / seconds
