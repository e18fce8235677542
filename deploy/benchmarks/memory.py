"""The server's resident memory after very many statements: batches of 100 at 8 connections, posted without a pause."""

import corpus
import ingest
import installation

SECONDS = 3
DATABASE = "bench_memory"


def measure(cluster, files, statements):
    """Megabytes before, at the end, and at most in between."""
    # The last stretch may go beyond what was asked for.
    lines = corpus.repeated(files.lines, statements + ingest.FASTEST * SECONDS)
    files.write("many", lines, 100)
    cluster.create(DATABASE, ingest.FILLED)
    path, position, stored, seconds = files.folder / "many", 0, 0, 0
    with installation.serving(cluster, DATABASE) as server:
        before = server.resident_megabytes()
        while stored < statements:
            outcome = ingest.post(server, path, position, 8, SECONDS)
            if outcome["errors"]:
                raise SystemExit(f"Memory: {outcome}")
            position += outcome["sent_bytes"]
            seconds += outcome["seconds"]
            # More than were answered: at the end of each stretch some are under way.
            stored = int(cluster.sql("SELECT count(*) FROM lrs.statement", DATABASE)) - len(files.filling)
        after, most = server.resident_megabytes(), server.resident_megabytes("VmHWM")
    path.unlink()
    cluster.drop(DATABASE)
    return {
        "statements": stored, "statements_per_second": stored / seconds, "megabytes_before": round(before, 1),
        "megabytes": round(after, 1), "megabytes_at_most": round(most, 1),
    }
