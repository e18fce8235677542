"""Ralph 5.1.0, a learning record store in Python, on the same machine, with the same client and the same statements.

It runs as uvicorn runs an application: one worker with uvloop and httptools, in an environment of its own. Of its
backends only that of files needs no other server. As released that one refuses each POST after the first, because its
file is there already; a line here lets it append instead. Before it writes it reads the whole file, for ids that are
there already, so each measure begins with an empty one: later Ralph is slower. It neither waits for the disk (no fsync)
nor keeps an index, which Tessera does.
"""

import contextlib
import pathlib
import shutil
import subprocess
import time

import ingest
import installation

# It takes requests, too, without saying so.
PACKAGES = ["ralph-malph[cli,lrs]==5.1.0", "requests==2.34.2"]
LOADS = [(100, 8), (1, 8)]
# On a busy machine a batch may take a second.
LEAST_SECONDS = 5
APPLICATION = """
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND
from ralph.api import app
"""


def install(folder):
    """Makes the environment once; gives the folder of its programs."""
    marker, packages = folder / "packages", "\n".join(PACKAGES)
    if not marker.exists() or marker.read_text() != packages:
        subprocess.run(["python3", "-m", "venv", "--clear", folder], check=True)
        pip = [folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
        subprocess.run(pip, check=True)
        marker.write_text(packages)
    return (folder / "bin").absolute()


@contextlib.contextmanager
def serving_ralph(cluster, programs):
    """Serves an empty store with Ralph."""
    folder = cluster.folder / "ralph"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    store = folder / "fs_lrs.jsonl"
    store.touch()
    (folder / "appending.py").write_text(APPLICATION)
    environment = {
        "RALPH_APP_DIR": str(folder), "RALPH_AUTH_FILE": str(folder / "auth.json"), "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder), "PYTHONWARNINGS": "ignore",
    }
    name, _, secret = installation.KEY.partition(":")
    subprocess.run(
        [programs / "ralph", "auth", "-u", name, "-p", secret, "-s", "all", "-M", "mailto:bench@example.eu", "-w"],
        check=True, capture_output=True, env={"PATH": "/usr/bin:/bin"} | environment,
    )
    port = installation.free_port()
    command = [
        programs / "uvicorn", "appending:app", "--app-dir", str(folder), "--host", "127.0.0.1", "--port", str(port)
    ]
    log = cluster.folder / "ralph.log"
    with installation.running(command, environment, port, "/__lbheartbeat__", log) as server:
        yield server, store


def load_ralph(cluster, files, programs, batch, connections, seconds):
    """Posts to Ralph for some time, as `ingest.load` does to Tessera."""
    def post(server, position, duration):
        return installation.wrk(
            server, "post.lua", connections, duration, files.batches(batch), position, "/xAPI/statements",
            installation.AUTHORIZATION, "1.0.3",
        )

    with serving_ralph(cluster, programs) as (server, store):
        warm = post(server, 0, ingest.WARMING_SECONDS)
        before = ingest.settled(lambda: lines(store))
        start = time.monotonic()
        with installation.counting(server=server.cpu_seconds, client=installation.client_seconds) as cpu:
            outcome = post(server, warm["sent_bytes"], max(seconds, LEAST_SECONDS))
        stored = lines(store) - before
        duration = time.monotonic() - start
        if outcome["errors"] or stored == 0:
            raise SystemExit(f"Ralph: {outcome}, {stored} stored")
        return {
            "batch": batch, "connections": connections, "statements_per_second": stored / duration,
            "answered": outcome["requests"] * batch / outcome["seconds"],
            "p50": outcome["p50"], "p95": outcome["p95"], "p99": outcome["p99"], "seconds": duration, "cpu": cpu,
            "stored": stored,
        }


def lines(path: pathlib.Path):
    with open(path, "rb") as file:
        return sum(1 for _ in file)
