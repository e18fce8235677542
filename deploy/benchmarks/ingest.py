"""How fast statements come in over HTTP, beside what PostgreSQL itself can do with the same rows.

Every measure begins with a database made anew from one that knows all agents, activities and verbs and holds the first
statements of the corpus. Over HTTP those are sent once more, so that the server knows the names too, and a second of
warming up opens connections and lets plans be made; rates, latencies and CPU seconds are those of the seconds after it.
"""

import http.client
import time

import corpus
import installation

FILLED = "template_filled"
SIZES = [1, 10, 100, 500]
# Batch and connections of each load.
LOADS = [(batch, connections) for batch in SIZES for connections in ((1, 8, 32, 128) if batch == 1 else (1, 8, 32))]
WARMING_SECONDS = 1
# Statements a second up to which a corpus suffices, and how many it makes before it repeats them with other ids.
FASTEST = 60_000
DISTINCT = 100_000
# COPY of so many rows takes seconds.
COPIED_ROWS = 100_000


class Corpus:
    """Files of statements: those that fill the dictionaries, and others in batches, a batch a line."""

    def __init__(self, folder, seconds):
        self.folder = folder
        folder.mkdir()
        lines = list(corpus.statements(corpus.FILLING + DISTINCT))
        self.filling, self.lines = lines[: corpus.FILLING], lines[corpus.FILLING :]
        self.write("filling", self.filling, 100)
        statements = list(corpus.repeated(self.lines, FASTEST * (seconds + WARMING_SECONDS)))
        for size in SIZES:
            self.write(str(size), statements, size)

    def write(self, name, statements, size):
        batch = []
        with open(self.folder / name, "w") as file:
            for line in statements:
                batch.append(line)
                if len(batch) == size:
                    file.write(line + "\n" if size == 1 else "[" + ",".join(batch) + "]\n")
                    batch.clear()

    def batches(self, size):
        return self.folder / str(size)


def fill(cluster, files):
    """Makes the database that measures begin with."""
    cluster.create(FILLED)
    with installation.serving(cluster, FILLED) as server:
        post_all(server, files.folder / "filling")
    stored = int(cluster.sql("SELECT count(*) FROM lrs.statement", FILLED))
    if stored != len(files.filling):
        raise SystemExit(f"{stored} of {len(files.filling)} statements that fill the dictionaries are stored")
    cluster.sql("VACUUM ANALYZE", FILLED)


def post_all(server, path):
    """Posts each line of a file, one after the other."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    headers = {
        "Authorization": installation.AUTHORIZATION, "Content-Type": "application/json",
        "X-Experience-API-Version": "2.0.0",
    }
    with open(path, "rb") as file:
        for line in file:
            connection.request("POST", "/xapi/statements", line, headers)
            answer = connection.getresponse()
            text = answer.read()
            if answer.status != 200:
                raise SystemExit(f"{answer.status} {text[:500]}")
    connection.close()


def load(cluster, files, batch, connections, seconds):
    """Posts for some time; gives rates, latencies in milliseconds and CPU seconds.

    The rate is that at which statements come into the table. Those that are under way when the time is up, very many
    where batches are large, have no answer yet; of how many were answered `answered` tells.
    """
    cluster.create("bench_load", FILLED)
    with installation.serving(cluster, "bench_load") as server:
        # Nothing is stored twice, but a server that has run for a while knows the names that its statements use.
        post_all(server, files.folder / "filling")
        warm = post(server, files.batches(batch), 0, connections, WARMING_SECONDS)
        before = settled(lambda: count(cluster))
        meters = {
            "server": server.cpu_seconds, "postgresql": cluster.cpu_seconds, "client": installation.client_seconds,
        }
        start = time.monotonic()
        with installation.counting(**meters) as cpu:
            outcome = post(server, files.batches(batch), warm["sent_bytes"], connections, seconds)
        stored = count(cluster) - before
        duration = time.monotonic() - start
        if outcome["errors"] or stored < outcome["requests"] * batch:
            raise SystemExit(f"{outcome}, {stored} stored: the corpus is too small, or requests failed")
        return {
            "batch": batch, "connections": connections, "statements_per_second": stored / duration,
            "answered": outcome["requests"] * batch / outcome["seconds"],
            "p50": outcome["p50"], "p95": outcome["p95"], "p99": outcome["p99"], "seconds": duration,
            "cpu": cpu, "resident_megabytes": round(server.resident_megabytes(), 1), "stored": stored,
        }


def settled(counting):
    """A number when it no longer grows: requests that the client has given up are done with."""
    number = counting()
    while True:
        time.sleep(0.2)
        if number == (number := counting()):
            return number


def post(server, path, position, connections, seconds):
    return installation.wrk(
        server, "post.lua", connections, seconds, path, position, "/xapi/statements", installation.AUTHORIZATION
    )


def count(cluster):
    return int(cluster.sql("SELECT count(*) FROM lrs.statement", "bench_load"))


class Rows:
    """The rows that a load has left in each table, as files, to be put into the database it began with."""

    def __init__(self, cluster, files):
        self.cluster = cluster
        self.folder = cluster.folder / "rows"
        self.folder.mkdir()
        self.folder.chmod(0o777)
        self._load(files)
        names = cluster.sql(
            """
            SELECT relname FROM pg_class
            JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'statement_key'
            WHERE relnamespace = 'lrs'::regnamespace AND relkind = 'r'
            -- The statements themselves come first, for others refer to them.
            ORDER BY relname <> 'statement', relname
            """, "bench_load").split()
        self.tables = {name: rows for name in names if (rows := self._keep(name))}
        self.columns = {name: self._columns(name) for name in self.tables}
        self.statements = self.tables["statement"]
        self._stage()

    def _load(self, files):
        self.cluster.create("bench_load", FILLED)
        position = 0
        with installation.serving(self.cluster, "bench_load") as server:
            while count(self.cluster) < len(files.filling) + COPIED_ROWS:
                position += post(server, files.batches(100), position, 8, 1)["sent_bytes"]

    def _keep(self, name):
        """Writes the rows of a table that the load has added to a file; gives their number."""
        first = self.cluster.sql("SELECT max(statement_key) FROM lrs.statement", FILLED)
        rows = f"SELECT * FROM lrs.{name} WHERE statement_key > {first}"
        if name == "outbox":
            # Its readers remove rows; each was written once.
            rows = f"""
                SELECT '3'::xid8 AS xid, statement_key FROM lrs.statement
                WHERE statement_key > {first} AND competence_key IS NOT NULL
                """
        self.cluster.sql(f"COPY ({rows}) TO '{self.folder}/{name}' (FORMAT binary)", "bench_load")
        return int(self.cluster.sql(f"SELECT count(*) FROM ({rows}) AS rows", "bench_load"))

    def _columns(self, name):
        return self.cluster.sql(
            f"""
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
            WHERE attrelid = 'lrs.{name}'::regclass AND attnum > 0 AND NOT attisdropped AND attidentity <> 'a'
            """, "bench_load")

    def _stage(self):
        """Makes the database in which pgbench finds a statement with all its rows in one row, by its number."""
        self.cluster.create("template_staged", FILLED)
        lines = ["CREATE SCHEMA staging;", "CREATE SEQUENCE staging.turn;"]
        for name in self.tables:
            lines.append(f"CREATE TABLE staging.{name} AS TABLE lrs.{name} WITH NO DATA;")
            lines.append(f"COPY staging.{name} FROM '{self.folder}/{name}' (FORMAT binary);")
            lines.append(f"CREATE INDEX ON staging.{name} (statement_key);")
        others = "".join(
            f", ARRAY(SELECT o FROM staging.{name} AS o WHERE o.statement_key = s.statement_key) AS rows_{name}"
            for name in self.others
        )
        lines += [
            f"CREATE TABLE staging.turns AS SELECT row_number() OVER () AS n, s.*{others} FROM staging.statement AS s;",
            "ALTER TABLE staging.turns ADD PRIMARY KEY (n);",
            *(f"DROP INDEX staging.{name}_statement_key_idx;" for name in self.tables),
            "VACUUM ANALYZE;",
        ]
        self.cluster.sql("\n".join(lines), "template_staged")

    @property
    def others(self):
        return [name for name in self.tables if name != "statement"]

    def copy(self):
        """Statements per second by COPY in one session, the rows of all tables counted in."""
        self.cluster.create("bench_copy", FILLED)
        text = "\n".join(f"COPY lrs.{name} FROM '{self.folder}/{name}' (FORMAT binary);" for name in self.tables)
        start = time.monotonic()
        with installation.counting(postgresql=self.cluster.cpu_seconds) as cpu:
            self.cluster.sql(text, "bench_copy")
        seconds = time.monotonic() - start
        return {"statements_per_second": self.statements / seconds, "seconds": round(seconds, 3), "cpu": cpu}

    def single_inserts(self, seconds):
        """Statements per second by 32 clients, each in a transaction of its own with its rows of other tables."""
        self.cluster.create("bench_single", "template_staged")
        meters = {"postgresql": self.cluster.cpu_seconds, "client": installation.client_seconds}
        with installation.counting(**meters) as cpu:
            rate = installation.pgbench(self.cluster, "bench_single", self._script(), 32, seconds)
        if int(self.cluster.sql("SELECT last_value FROM staging.turn", "bench_single")) > self.statements:
            raise SystemExit(f"{self.statements} rows are too few for {seconds} seconds of single inserts")
        return {"statements_per_second": rate, "seconds": seconds, "cpu": cpu}

    def _script(self):
        """Takes the next statement, and inserts it with its rows of other tables."""
        others = "".join(
            f", {name} AS (INSERT INTO lrs.{name} ({self.columns[name]}) "
            f"SELECT {self.columns[name]} FROM unnest((SELECT rows_{name} FROM turn)))"
            for name in self.others
        )
        return (
            "WITH turn AS MATERIALIZED (SELECT turns.* FROM staging.turns, "
            f"(SELECT nextval('staging.turn') AS n OFFSET 0) AS t WHERE turns.n = t.n){others} "
            f"INSERT INTO lrs.statement ({self.columns['statement']}) "
            f"SELECT {self.columns['statement']} FROM turn;\n"
        )
