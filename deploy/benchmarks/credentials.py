"""Verifying a credential over HTTP, beside the one SQL that it takes: the issuer's keys, by pgbench over the socket.

The credential is one that the demonstration pilots have led to. Verifying it is reading its JWT, checking it against
the schema and the signature against the key, which all comes on top of the limit.
"""

import json
import re
import subprocess
import time
import urllib.request

import installation

DATABASE = "bench_credentials"
QUERY = installation.HERE.parent.parent / "sql" / "queries" / "awarding" / "signing_keys.sql"
CONNECTIONS = 8


def fill(cluster):
    """Loads the demonstration pilots and waits for the credentials; gives the file of one."""
    cluster.create(DATABASE)
    with installation.serving(cluster, DATABASE) as server:
        subprocess.run(
            [cluster.tessera, "demo", "--url", server.url, "--key", installation.KEY], check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for _ in range(600):
            credential = cluster.sql("SELECT jwt FROM credential.credential LIMIT 1", DATABASE)
            if credential:
                break
            time.sleep(0.1)
        else:
            raise SystemExit("The demonstration pilots have led to no credential within a minute")
    cluster.sql("VACUUM ANALYZE", DATABASE)
    path = cluster.folder / "credential"
    path.write_text(credential)
    return path


def measure(cluster, credential, seconds):
    """Verifications per second, and limits."""
    with installation.serving(cluster, DATABASE) as server:
        request = urllib.request.Request(
            server.url + "/api/verify", credential.read_bytes(), {"Content-Type": "application/vc+jwt"}
        )
        with urllib.request.urlopen(request) as answer:
            report = json.load(answer)
        if report["verdict"] != "valid":
            raise SystemExit(f"The credential is not valid: {report}")
        installation.wrk(server, "verify.lua", CONNECTIONS, 1, credential)
        meters = {
            "server": server.cpu_seconds, "postgresql": cluster.cpu_seconds, "client": installation.client_seconds,
        }
        with installation.counting(**meters) as cpu:
            outcome = installation.wrk(server, "verify.lua", CONNECTIONS, seconds, credential)
    if outcome["errors"]:
        raise SystemExit(f"Verification: {outcome}")
    issuer = cluster.sql("SELECT DISTINCT issuer FROM credential.signing_key", DATABASE)
    # pgbench would take what follows a colon for a variable, in texts too.
    literal = "E'" + issuer.replace(":", "\\x3a") + "'"
    script = re.sub(r"--.*", "", QUERY.read_text()).strip().replace("$1", literal)
    with installation.counting(postgresql=cluster.cpu_seconds, client=installation.client_seconds) as limit_cpu:
        limit = installation.pgbench(cluster, DATABASE, script, CONNECTIONS, seconds)
    return {
        "connections": CONNECTIONS, "requests_per_second": outcome["requests"] / outcome["seconds"],
        "p50": outcome["p50"], "p95": outcome["p95"], "p99": outcome["p99"], "cpu": cpu,
        "limit": limit, "limit_cpu": limit_cpu,
    }
