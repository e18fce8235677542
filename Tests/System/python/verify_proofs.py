#!/usr/bin/env python3
"""Verifies credentials of a running server in all their forms, with software that shares no code with the server.

    verify_proofs.py [--revoked UUID]... [--server-checks COUNT] [--thorough COUNT] [--no-changes] BASE_URL CREDENTIAL_URL...

Every credential is fetched as JSON-LD with its proof, as a JWT, and baked into PNG and SVG where the server describes
such routes; their status lists as JSON-LD and as JWT. Proofs are checked by PyLD and by oxigraph, which must agree, and
by cryptography; tokens by joserfc; the form by 1EdTech's JSON schema. What the forms say must be the same. Exactly the
credentials that are named as revoked must have their bit set.

Then one character is changed in every field of every credential, and of some (--thorough) also every member removed,
renamed or retyped and every element dropped or doubled: each change must be refused here, and by the server as many of
each credential's as --server-checks says (of the thoroughly tried ones all).

Contexts and schema come from the archive of published vectors ($TESSERA_VECTORS), pinned by SHA-256. One line of JSON on
standard output sums up; exit code 1 on any deviation.

Needs: PyLD, pyoxigraph, cryptography, joserfc, jsonschema (PyPI), Python 3.10 or later.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import sys
import time
from http.client import HTTPException

from proofs import Refused
from proofs.credential import Credentials
from proofs.graphs import Graphs
from proofs.issuer import Issuer, did_of
from proofs.listtrial import ListTrial
from proofs.pinned import Pinned
from proofs.server import Server
from proofs.trial import Trial
from proofs.vectors import check_vectors


def issuer_of(server):
    # The document of a DID with a path stands under that path; without one, under /.well-known.
    did = did_of(server.base_url)
    folder = "" if did.count(":") > 2 else "/.well-known"
    return Issuer(
        did, server.text(folder + "/did.json", "application/did+json"),
        server.text("/.well-known/jwks.json", "application/jwk-set+json"))


def try_credentials(arguments, urls, thorough, revoked):
    """One process's share: counts, deviations and the status of each credential.

    `thorough` are the URLs of those that are tried thoroughly, `revoked` of those that are revoked.
    """
    server = Server(arguments.base_url)
    pinned = Pinned(arguments.vectors)
    verifier = Credentials(issuer_of(server), Graphs(pinned.contexts), pinned.schema)
    trial = Trial(server, verifier, ("png", "svg"), not arguments.no_changes)
    places = {}
    for url in urls:
        try:
            is_thorough = url in thorough
            places[url] = trial.run(
                url, "revoked" if url in revoked else "valid", is_thorough,
                None if is_thorough else arguments.server_checks)
        except (Refused, OSError, HTTPException, KeyError) as error:
            trial.deviations.append(f"{url}: {error}")
    return trial.counts, trial.deviations, places


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--revoked", action="append", default=[], metavar="UUID")
    parser.add_argument("--server-checks", type=int, default=3, metavar="COUNT")
    parser.add_argument("--thorough", type=int, default=1, metavar="COUNT")
    parser.add_argument("--no-changes", action="store_true", help="only verify what is there")
    parser.add_argument("--vectors", default=os.environ.get("TESSERA_VECTORS", "../shared/vectors.tar.xz"))
    parser.add_argument("base_url", metavar="BASE_URL")
    parser.add_argument("urls", nargs="+", metavar="CREDENTIAL_URL")
    arguments = parser.parse_args()
    arguments.base_url = arguments.base_url.rstrip("/")
    started = time.monotonic()
    urls = list(dict.fromkeys(arguments.urls))
    revoked = {f"{arguments.base_url}/credentials/{uuid.lower()}" for uuid in arguments.revoked}
    counts, deviations, places = collections.Counter(), [], {}
    try:
        pinned = Pinned(arguments.vectors)
        graphs = Graphs(pinned.contexts)
        counts["vectors"] = check_vectors(pinned, graphs)
        workers = max(2, min(4, os.cpu_count() or 2))
        with concurrent.futures.ProcessPoolExecutor(workers) as pool:
            # Those that are tried thoroughly take longest, and so are in different shares.
            shares = [urls[start::workers] for start in range(workers) if urls[start::workers]]
            thorough = urls[: arguments.thorough]
            tasks = [pool.submit(try_credentials, arguments, share, thorough, revoked) for share in shares]
            for task in tasks:
                found, wrong, where = task.result()
                counts += found
                deviations += wrong
                places.update(where)
        server = Server(arguments.base_url)
        trial = Trial(server, Credentials(issuer_of(server), graphs, pinned.schema), [], not arguments.no_changes)
        ListTrial(trial).run(places, revoked)
        counts += trial.counts
        deviations += trial.deviations
    except (Refused, OSError, HTTPException, KeyError) as error:
        deviations.append(f"{error!r}")
    for deviation in deviations:
        print(deviation, file=sys.stderr)
    print(json.dumps({**counts, "deviations": len(deviations), "seconds": round(time.monotonic() - started, 1)}))
    sys.exit(1 if deviations else 0)


if __name__ == "__main__":
    main()
