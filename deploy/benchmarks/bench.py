#!/usr/bin/env python3
"""Measures Tessera beside what its machine can do, and prints one table; every single figure goes into a JSON file.

Rounds go through all measures in turn, so that a busy minute harms all alike. The stores of pages are made when the
other measures are done, and have rounds of their own; memory is measured once, at the end.
"""

import argparse
import json
import os
import pathlib
import signal
import sys
import time

import credentials
import documents
import ingest
import installation
import machine
import memory
import peers
import reads
import report
import stores

PARTS = ["parse", "ingest", "documents", "credentials", "peers", "reads", "memory"]


class Bench:
    """The measures of a run and what they have given so far."""

    def __init__(self, options, cluster):
        self.options, self.cluster = options, cluster
        self.runs, self.loads = [], []
        self.started = time.monotonic()
        self.files = ingest.Corpus(cluster.folder / "corpus", options.seconds)

    def say(self, text):
        print(f"{time.monotonic() - self.started:6.0f} s  {text}", file=sys.stderr, flush=True)

    def begin(self, what):
        """Notes how busy the machine is when a round begins."""
        self.loads.append(round(machine.load(), 1))
        self.say(f"{what}; load {self.loads[-1]}")

    def keep(self, measure, figures, **names):
        self.runs.append({"measure": measure, **names, **figures})

    def wants(self, *parts):
        return any(part in self.options.only for part in parts)

    def prepare(self):
        """Makes the databases that measures begin with."""
        if self.wants("ingest", "parse", "peers", "memory", "reads"):
            ingest.fill(self.cluster, self.files)
        if self.wants("ingest", "parse"):
            self.rows = ingest.Rows(self.cluster, self.files)
        if self.wants("documents"):
            documents.fill(self.cluster)
        if self.wants("credentials"):
            self.credential = credentials.fill(self.cluster)
        if self.wants("peers"):
            self.programs = peers.install(self.options.build / "venv-peers")

    def run(self):
        self.prepare()
        if self.wants("parse", "ingest", "documents", "credentials", "peers"):
            for number in range(1, self.options.rounds + 1):
                self.begin(f"Round {number} of {self.options.rounds}")
                self.round(number)
        self.clear()
        if self.wants("reads"):
            self.read()
        if self.wants("memory"):
            self.say(f"Memory: {self.options.statements:,} statements")
            self.keep("memory", memory.measure(self.cluster, self.files, self.options.statements), round=1)

    def round(self, number):
        seconds, cluster = self.options.seconds, self.cluster
        if self.wants("ingest", "parse"):
            self.keep("copy", self.rows.copy(), round=number)
        if self.wants("parse"):
            self.keep("parse", self.parse(), round=number)
        if self.wants("ingest"):
            self.keep("single inserts", self.rows.single_inserts(seconds), round=number)
        for load in ingest.LOADS if self.wants("ingest") else peers.LOADS if self.wants("peers") else []:
            self.keep("ingest", ingest.load(cluster, self.files, *load, seconds), round=number)
        if self.wants("peers"):
            for load in peers.LOADS:
                figures = peers.load_ralph(cluster, self.files, self.programs, *load, seconds)
                self.keep("ralph", figures, round=number)
        if self.wants("documents"):
            for figures in documents.measure(cluster, seconds):
                self.keep("document", figures, round=number)
        if self.wants("credentials"):
            self.keep("verification", credentials.measure(cluster, self.credential, seconds), round=number)

    def parse(self):
        """Statements per second that one core scans, validates and prepares, without HTTP and database."""
        command = [self.options.programs / "ParseBenchmark", self.files.batches(1), self.options.seconds]
        return json.loads(installation.client(command, installation.CORES[-1:]))

    def read(self):
        """Makes a store of each size, and reads pages from them in turn."""
        for size in self.options.sizes:
            self.say(f"A store of {size:,} statements")
            stores.grow(self.cluster, self.files, f"bench_reads_{size}", size)
        for number in range(1, self.options.rounds + 1):
            self.begin(f"Round {number} of {self.options.rounds} of pages")
            for size in self.options.sizes:
                for figures in reads.measure(self.cluster, f"bench_reads_{size}", self.options.page_seconds):
                    self.keep("page", figures, size=size, round=number)
        for size in self.options.sizes:
            self.cluster.drop(f"bench_reads_{size}")

    def clear(self):
        """Frees the disk, and leaves autovacuum nothing to do."""
        for name in ["bench_load", "bench_copy", "bench_single", "bench_documents", "template_staged"]:
            self.cluster.drop(name)


def arguments():
    parser = argparse.ArgumentParser(prog="deploy/bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each measure is taken (default: 5)")
    parser.add_argument("--seconds", type=int, default=3, help="how long each load lasts (default: 3)")
    parser.add_argument("--page-seconds", type=float, default=1, help="how long each filter is read (default: 1)")
    parser.add_argument("--only", type=names, default=PARTS, help=f"parts, of {','.join(PARTS)} (default: all)")
    parser.add_argument(
        "--sizes", type=numbers, default=[100_000, 1_000_000, 10_000_000],
        help="statements of the stores that pages are read from (default: 100000,1000000,10000000)",
    )
    parser.add_argument(
        "--statements", type=int, default=1_000_000,
        help="statements posted before memory is looked at (default: 1000000)",
    )
    parser.add_argument("--output", type=pathlib.Path, help="where the figures go (default: .build/bench.json)")
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path(".build"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.programs = (options.build / "release").absolute()
    options.output = options.output or options.build / "bench.json"
    return options


def names(text):
    parts = text.split(",")
    if unknown := set(parts) - set(PARTS):
        raise argparse.ArgumentTypeError(f"there is no part {', '.join(sorted(unknown))}")
    return parts


def numbers(text):
    return [int(part) for part in text.split(",")]


def stop(number, _):
    raise SystemExit(128 + number)


def main():
    options = arguments()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    cluster = installation.Cluster(options.programs / "tessera")
    try:
        about = machine.facts(cluster) | {
            "rounds": options.rounds, "seconds": options.seconds, "load_before": machine.load(),
        }
        bench = Bench(options, cluster)
        try:
            bench.run()
        finally:
            # What was measured before a failure is worth having, too.
            about |= {"duration": round(time.monotonic() - bench.started), "loads": bench.loads}
            tell(options.output, about, bench.runs)
    finally:
        # Cleaning up is not to be cut short.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        cluster.close()


def tell(path, about, runs):
    """Writes the figures, and prints the table."""
    rows = report.rows(runs)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": about, "table": rows, "runs": runs}, indent=1) + "\n")
    if rows:
        print(report.text(about, rows) + f"\n\nEvery figure: {os.path.relpath(path)}")


if __name__ == "__main__":
    main()
