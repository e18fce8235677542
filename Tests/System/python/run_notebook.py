#!/usr/bin/env python3
"""Runs the code of a notebook, cell by cell, as Jupyter would, without Jupyter.

    run_notebook.py NOTEBOOK

The notebook must be of format 4, with an id for each cell and without outputs. A cell that fails, or that warns, ends the
run with exit code 1 and its code on standard error, and so does a table without rows that is a cell's last line. One line
of JSON on standard output tells how many cells ran and how many rows each of the tables has.

Needs what the notebook imports; PGHOST and the like tell where the database is.
"""

import ast
import json
import pathlib
import sys
import warnings

import pandas


def run(source, names, where):
    """Runs a cell, and gives the value of its last line, if that is an expression."""
    body = ast.parse(source, where)
    last = body.body.pop() if body.body and isinstance(body.body[-1], ast.Expr) else None
    exec(compile(body, where, "exec"), names)
    return eval(compile(ast.Expression(last.value), where, "eval"), names) if last else None


def main():
    notebook = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    assert notebook["nbformat"] == 4 and notebook["nbformat_minor"] >= 5, "not of format 4.5"
    cells = notebook["cells"]
    assert len({cell["id"] for cell in cells}) == len(cells), "two cells have one id"
    warnings.simplefilter("error")
    names = {"__name__": "__main__"}
    tables = []
    ran = 0
    for number, cell in enumerate(cells, 1):
        if cell["cell_type"] != "code":
            continue
        assert not cell["outputs"] and cell["execution_count"] is None, f"cell {number} has outputs"
        source = "".join(cell["source"])
        try:
            value = run(source, names, f"cell {number}")
            if isinstance(value, pandas.DataFrame):
                assert len(value) > 0, "its table has no rows"
                tables.append(len(value))
        except Exception as error:
            print(f"cell {number}: {type(error).__name__}: {error}\n{source}", file=sys.stderr)
            sys.exit(1)
        ran += 1
    print(json.dumps({"cells": ran, "tables": tables}))


if __name__ == "__main__":
    main()
