"""A PostgreSQL cluster with fsync on, databases in it, servers over them, and clients of a process of their own."""

import base64
import contextlib
import json
import os
import pathlib
import pwd
import resource
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).parent
KEY = "bench:a key for benchmarks"
AUTHORIZATION = "Basic " + base64.b64encode(KEY.encode()).decode()
PROGRAMS = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
TICKS = os.sysconf("SC_CLK_TCK")
CORES = sorted(os.sched_getaffinity(0))
# With four cores or more the client has the last one for itself, and nobody else works there; with fewer all share.
CLIENT_CORES, OTHER_CORES = ([CORES[-1]], CORES[:-1]) if len(CORES) >= 4 else (CORES, CORES)
SETTINGS = {
    "listen_addresses": "", "fsync": "on", "synchronous_commit": "on", "shared_buffers": "1GB", "max_wal_size": "4GB",
    "max_connections": "200",
}


class Cluster:
    """A cluster of its own, which is removed at the end."""

    def __init__(self, tessera):
        self.tessera = tessera
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tessera-bench."))
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def _start(self):
        os.sched_setaffinity(0, OTHER_CORES)
        self.folder.chmod(0o755)
        self.owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        if self.owner:
            os.chown(self.folder, self.owner.pw_uid, self.owner.pw_gid)
        self._run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-k {self.folder} " + " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
        self._run("pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", "-o", options, "start")
        self.sql("CREATE DATABASE template_bench", "postgres")
        subprocess.run(
            [self.tessera, "migrate"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=os.environ | {"TESSERA_DATABASE_URL": self.url("template_bench")},
        )

    @property
    def data(self):
        return self.folder / "data"

    def url(self, database):
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def _run(self, program, *arguments):
        identity = {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []} if self.owner else {}
        # A process group of its own: Ctrl-C stops the benchmark, which then stops PostgreSQL.
        subprocess.run(
            [PROGRAMS / program, *arguments], check=True, cwd="/", stdout=subprocess.DEVNULL, start_new_session=True,
            **identity,
        )

    def sql(self, text, database):
        """Runs SQL, and gives what it answers as text."""
        command = [PROGRAMS / "psql", "-qAtX", "-v", "ON_ERROR_STOP=1", self.url(database)]
        run = subprocess.run(command, input=text, text=True, capture_output=True)
        if run.returncode:
            raise SystemExit(f"{database}: {run.stderr}")
        return run.stdout.strip()

    def create(self, database, template="template_bench"):
        """Makes a database anew; what was written before is on disk when this returns."""
        self.drop(database)
        self.sql(f"CREATE DATABASE {database} TEMPLATE {template} STRATEGY file_copy", "postgres")
        self.sql("CHECKPOINT", "postgres")

    def drop(self, database):
        self.sql(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)", "postgres")

    def cpu_seconds(self):
        """What the processes of the cluster have used so far."""
        postmaster = int((self.data / "postmaster.pid").read_text().split("\n")[0])
        children = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True).stdout.split()
        return sum(cpu_seconds(int(process)) for process in [postmaster, *children])

    def close(self):
        with contextlib.suppress(subprocess.CalledProcessError):
            if (self.data / "postmaster.pid").exists():
                self._run("pg_ctl", "-D", self.data, "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


class Server:
    """A process that answers HTTP: its port and its number."""

    def __init__(self, process, port):
        self.pid, self.port = process.pid, port

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def cpu_seconds(self):
        """Its own, and what processes use that it has started."""
        children = subprocess.run(["pgrep", "-P", str(self.pid)], capture_output=True, text=True).stdout.split()
        return sum(cpu_seconds(int(process)) for process in [self.pid, *children])

    def resident_megabytes(self, field="VmRSS"):
        for line in pathlib.Path(f"/proc/{self.pid}/status").read_text().split("\n"):
            if line.startswith(field):
                return int(line.split()[1]) / 1024
        return 0


@contextlib.contextmanager
def serving(cluster, database, port=None):
    """Serves a database with Tessera, which has the same URL and so is the same issuer on any port."""
    environment = {
        "TESSERA_DATABASE_URL": cluster.url(database), "TESSERA_BOOTSTRAP_KEY": KEY, "TESSERA_REQUESTS_PER_SECOND": "0",
        "TESSERA_DATA_DIR": str(cluster.folder / "server"), "TESSERA_BASE_URL": "https://tessera.example.eu",
    }
    (cluster.folder / "server").mkdir(exist_ok=True)
    port = port or free_port()
    command = [cluster.tessera, "serve", "--port", str(port)]
    with running(command, environment, port, "/health/ready", cluster.folder / "server.log") as server:
        yield server


@contextlib.contextmanager
def running(command, environment, port, path, log):
    """Runs a server until it is not needed any more; begins when it answers on a path."""
    with open(log, "ab") as output:
        process = subprocess.Popen(
            command, env=os.environ | environment, stdout=output, stderr=output, start_new_session=True
        )
    try:
        wait_until_ready(process, f"http://127.0.0.1:{port}{path}", log)
        yield Server(process, port)
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(process, url, log):
    for _ in range(600):
        if process.poll() is not None:
            raise SystemExit(f"The server has ended:\n{log.read_text()[-2000:]}")
        with contextlib.suppress(OSError):
            with urllib.request.urlopen(url) as answer:
                if answer.status == 200:
                    return
        time.sleep(0.05)
    raise SystemExit(f"{url} does not become ready:\n{log.read_text()[-2000:]}")


def client(command, cores=CLIENT_CORES):
    """Runs a client, where it is in nobody's way; gives the last line of what it prints."""
    with pinned(cores):
        run = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(f"{command[0]}: {run.stdout[-1000:]}{run.stderr[-1000:]}")
    return run.stdout.strip().split("\n")[-1]


@contextlib.contextmanager
def pinned(cores):
    """Children started meanwhile run on these cores."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def wrk(server, script, connections, seconds, *arguments):
    """Loads a server; gives what the script tells at the end."""
    command = [
        "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", HERE / script, server.url, "--",
    ]
    return json.loads(client([*command, *arguments]))


def pgbench(cluster, database, script, clients, seconds):
    """Runs a script of SQL, each time a transaction, prepared; gives how often it ran and in how many seconds."""
    path = cluster.folder / "script.sql"
    path.write_text(script)
    command = [
        PROGRAMS / "pgbench", "-n", "-M", "prepared", "-c", clients, "-j", 1, "-T", seconds, "-f", path,
        cluster.url(database),
    ]
    # The last line is: tps = 123.4 (without initial connection time)
    return float(client(command).split()[2])


@contextlib.contextmanager
def counting(**meters):
    """CPU seconds that each of the meters counts meanwhile, in a dictionary that is filled at the end."""
    used = {}
    before = {name: meter() for name, meter in meters.items()}
    yield used
    used.update({name: round(meter() - before[name], 2) for name, meter in meters.items()})


def client_seconds():
    """CPU seconds of the processes that were started here and have ended: wrk, pgbench, psql."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def cpu_seconds(process):
    """User and system time of a process, in seconds; of those of its children that have ended too."""
    try:
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(int(field) for field in fields[11:15]) / TICKS
