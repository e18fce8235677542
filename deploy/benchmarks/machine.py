"""What figures depend on: the machine, the versions and the settings."""

import os
import pathlib
import platform
import subprocess
import time

import installation


def facts(cluster):
    return {
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "commit": output("git", "describe", "--always", "--dirty", "--abbrev=12"),
        "processor": field("/proc/cpuinfo", "model name"),
        "cores": len(installation.CORES),
        "cores_of_client": installation.CLIENT_CORES,
        "memory": field("/proc/meminfo", "MemTotal"),
        "kernel": platform.release(),
        "file_system": output("findmnt", "-n", "-o", "FSTYPE,SOURCE", "-T", cluster.folder),
        "postgresql": cluster.sql("SHOW server_version", "postgres"),
        "settings": installation.SETTINGS,
        "python": platform.python_version(),
    }


def load():
    """How many processes wanted to run in the last minute; before the first measure they are others'."""
    return os.getloadavg()[0]


def output(*command):
    try:
        run = subprocess.run(
            [str(part) for part in command], capture_output=True, text=True, cwd=installation.HERE
        )
    except FileNotFoundError:
        return ""
    return run.stdout.strip()


def field(path, name):
    for line in pathlib.Path(path).read_text().split("\n"):
        if line.startswith(name):
            return line.partition(":")[2].strip()
    return ""
