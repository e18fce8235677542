"""A PostgreSQL cluster with fsync on, databases in it, and servers over them."""

import base64
import contextlib
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile
import time
import urllib.request

KEY = "bench:a key for benchmarks"
AUTHORIZATION = "Basic " + base64.b64encode(KEY.encode()).decode()
PROGRAMS = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
TICKS = os.sysconf("SC_CLK_TCK")


class Cluster:
    """A cluster of its own, which is removed at the end."""

    def __init__(self, tessera):
        self.tessera = tessera
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tessera-bench."))
        self.folder.chmod(0o755)
        self.owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        if self.owner:
            os.chown(self.folder, self.owner.pw_uid, self.owner.pw_gid)
        self._run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = (
            f"-k {self.folder} -c listen_addresses='' -c fsync=on -c shared_buffers=1GB -c max_wal_size=4GB "
            "-c max_connections=200"
        )
        self._run("pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", "-o", options, "start")
        self.sql("CREATE DATABASE template_bench", "postgres")
        subprocess.run(
            [tessera, "migrate"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=os.environ | {"TESSERA_DATABASE_URL": self.url("template_bench")},
        )

    @property
    def data(self):
        return self.folder / "data"

    def url(self, database):
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def _run(self, program, *arguments):
        identity = {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []} if self.owner else {}
        subprocess.run(
            [PROGRAMS / program, *arguments], check=True, cwd="/", stdout=subprocess.DEVNULL, **identity
        )

    def sql(self, text, database):
        """Runs SQL, and gives what it answers as text."""
        command = [PROGRAMS / "psql", "-qAtX", "-v", "ON_ERROR_STOP=1", self.url(database)]
        return subprocess.run(command, input=text, check=True, text=True, capture_output=True).stdout.strip()

    def create(self, database, template="template_bench"):
        self.sql(f"DROP DATABASE IF EXISTS {database}", "postgres")
        self.sql(f"CREATE DATABASE {database} TEMPLATE {template}", "postgres")
        self.sql("CHECKPOINT", "postgres")

    def cpu_seconds(self):
        """What the processes of the cluster have used so far."""
        postmaster = int((self.data / "postmaster.pid").read_text().split("\n")[0])
        children = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True).stdout.split()
        return sum(cpu_seconds(int(process)) for process in [postmaster, *children])

    def close(self):
        with contextlib.suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "-D", self.data, "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def serving(cluster, database, port=8471):
    """Serves a database; gives the process."""
    environment = os.environ | {
        "TESSERA_DATABASE_URL": cluster.url(database), "TESSERA_BOOTSTRAP_KEY": KEY, "TESSERA_REQUESTS_PER_SECOND": "0",
        "TESSERA_DATA_DIR": str(cluster.folder / "server"),
    }
    if cluster.owner:
        (cluster.folder / "server").mkdir(exist_ok=True)
    with open(cluster.folder / "server.log", "ab") as log:
        server = subprocess.Popen(
            [cluster.tessera, "serve", "--port", str(port)], env=environment, stdout=log, stderr=log
        )
    try:
        wait_until_ready(server, port)
        yield server
    finally:
        server.terminate()
        server.wait()


def wait_until_ready(server, port):
    for _ in range(600):
        if server.poll() is not None:
            raise SystemExit("tessera serve has ended; see server.log")
        with contextlib.suppress(OSError):
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready") as answer:
                if answer.status == 200:
                    return
        time.sleep(0.05)
    raise SystemExit("tessera serve does not become ready")


def cpu_seconds(process):
    """User and system time of a process, in seconds; of those of its children that have ended too."""
    try:
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0
    return sum(int(field) for field in fields[11:15]) / TICKS


def resident_megabytes(process):
    for line in pathlib.Path(f"/proc/{process}/status").read_text().split("\n"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0
