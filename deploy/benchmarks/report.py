"""The table: each measure's median over the rounds, the limit's, and their ratio beside the goal.

A ratio is that of the two medians; the JSON has the median of each round's own ratio, too.
"""

import statistics

COLUMNS = [
    "measure", "goal", "figure", "limit", "ratio", "met", "p50 / p95 / p99 ms", "CPU s server / PostgreSQL / client",
]
PAGE_GOALS = ["agent", "verb", "activity", "registration"]


class Runs:
    """What the rounds have given, by the names of measures."""

    def __init__(self, runs):
        self.runs = runs

    def of(self, measure, **names):
        return [
            run for run in self.runs
            if run["measure"] == measure and all(run.get(name) == value for name, value in names.items())
        ]

    def each(self, measure, *names):
        """The different values of these names, in the order in which they came."""
        return list(dict.fromkeys(tuple(run[name] for name in names) for run in self.of(measure)))


def row(measure, runs, figure, limits=(), limit="", unit="/s", least=None, most=None):
    """A line of the table; a goal is for the ratio where there is a limit, and for the figure elsewhere."""
    values = [run[figure] for run in runs]
    bounds = [run[limit] for run in limits]
    line = {
        "measure": measure, "unit": unit, "figure": statistics.median(values), "runs": len(values),
        "least": least, "most": most,
    }
    if bounds:
        line["limit"] = statistics.median(bounds)
        line["ratio"] = line["figure"] / line["limit"]
        line["ratio_of_rounds"] = statistics.median(value / bound for value, bound in zip(values, bounds))
    judged = line.get("ratio", line["figure"])
    if least is not None or most is not None:
        line["met"] = judged >= least if least is not None else judged <= most
    for name in ("p50", "p95", "p99"):
        if all(name in run for run in runs):
            line[name] = statistics.median(run[name] for run in runs)
    if all("cpu" in run for run in runs):
        line["cpu"] = {name: statistics.median(run["cpu"][name] for run in runs) for name in runs[0]["cpu"]}
    return line


def rows(runs):
    runs = Runs(runs)
    return [*parse(runs), *ingest(runs), *ralph(runs), *pages(runs), *documents(runs), *memory(runs)]


def parse(runs):
    parsed, copied = runs.of("parse"), runs.of("copy")
    if parsed:
        yield row("parse and validate, one core", parsed, "validate", least=500_000)
        yield row("parse, validate and extract the columns' values, one core", parsed, "extract")
        yield row("parse and validate ÷ COPY", parsed, "validate", copied, "statements_per_second", least=5)


def ingest(runs):
    limits = [
        ("COPY, one session", runs.of("copy")), ("single inserts by pgbench, 32 clients", runs.of("single inserts")),
    ]
    for name, limit in limits:
        if limit:
            yield row("limit: " + name, limit, "statements_per_second")
    for batch, connections in runs.each("ingest", "batch", "connections"):
        name, limit = limits[batch == 1]
        goal = {(100, 8): 0.6, (1, 128): 1.0}.get((batch, connections)) if limit else None
        yield row(
            named(batch, connections) + (f" ÷ {name.split(',')[0]}" if limit else ""),
            runs.of("ingest", batch=batch, connections=connections), "statements_per_second",
            limit, "statements_per_second", least=goal,
        )


def named(batch, connections):
    what = "single statements" if batch == 1 else f"batches of {batch}"
    return f"{what}, {connections} connection" + ("" if connections == 1 else "s")


def ralph(runs):
    for batch, connections in runs.each("ralph", "batch", "connections"):
        yield row(
            named(batch, connections) + " ÷ Ralph 5.1.0 on files",
            runs.of("ingest", batch=batch, connections=connections), "statements_per_second",
            runs.of("ralph", batch=batch, connections=connections), "statements_per_second",
            least={100: 10, 1: 100}[batch],
        )


def pages(runs):
    sizes = [size for (size,) in runs.each("page", "size")]
    for (name,) in runs.each("page", "filter"):
        for size in sizes:
            page = runs.of("page", filter=name, size=size)
            yield row(
                f"page by {name}, {size:,} statements: p50 ÷ its SQL", page, "p50", page, "sql_p50", " ms", most=1.5
            )
    for name in PAGE_GOALS if len(sizes) > 1 else []:
        small, large = (runs.of("page", filter=name, size=size) for size in (min(sizes), max(sizes)))
        if small:
            what = f"page by {name}: p50 at {max(sizes):,} ÷ at {min(sizes):,}"
            yield row(what, large, "p50", small, "p50", " ms", most=1.2)


def documents(runs):
    for action, connections in runs.each("document", "action", "connections"):
        document = runs.of("document", action=action, connections=connections)
        what = f"State document {action}, {connections} connections ÷ its SQL by pgbench"
        yield row(what, document, "requests_per_second", document, "limit")
    verified = runs.of("verification")
    if verified:
        what = f"credential verified, {verified[0]['connections']} connections ÷ looking up keys by pgbench"
        yield row(what, verified, "requests_per_second", verified, "limit")


def memory(runs):
    for run in runs.of("memory"):
        what = f"resident memory after {run['statements']:,} statements"
        yield row(what, [run], "megabytes", unit=" MB", most=150)


def text(about, rows):
    """The table in Markdown, beneath what it was measured on."""
    head = (
        f"{about['time']}, commit {about['commit']}: {about['processor']}, {about['cores']} cores, {about['memory']}, "
        f"Linux {about['kernel']}, PostgreSQL {about['postgresql']} with fsync; medians of {about['rounds']} rounds, "
        f"{about['duration'] / 60:.0f} minutes. Load before the first: {about['load_before']:.1f}."
    )
    lines = [COLUMNS, ["---"] * len(COLUMNS), *(cells(line) for line in rows)]
    return head + "\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in lines)


def cells(line):
    unit, goal = line["unit"], ""
    if line["least"] is not None:
        goal = f"≥ {line['least']:,}"
    if line["most"] is not None:
        goal = f"≤ {line['most']:,}"
    if goal and "ratio" not in line:
        goal += unit
    return [
        line["measure"], goal, number(line["figure"]) + unit, number(line["limit"]) + unit if "limit" in line else "",
        f"{line['ratio']:.2f}" if "ratio" in line else "", {True: "yes", False: "no"}.get(line.get("met"), ""),
        " / ".join(number(line[name]) for name in ("p50", "p95", "p99")) if "p50" in line else "",
        cpu(line.get("cpu", {})),
    ]


def cpu(used):
    if not used:
        return ""
    return " / ".join(f"{used[name]:.2f}" if name in used else "–" for name in ("server", "postgresql", "client"))


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
