"""Checks a report from outside: JSON against its JSON Schema, hashes, and every table against the data package.

    check_report.py FOLDER

FOLDER holds report.json, schema.json, numbers.json, datapackage.json and data/*.csv as they were served. Prints one JSON
object: how much was checked, and what does not fit.
"""

import csv
import hashlib
import io
import json
import pathlib
import re
import sys

import jsonschema

FORMS = {
    "integer": re.compile(r"-?\d+"),
    "number": re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "datetime": re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})"),
    "duration": re.compile(r"-?P.*"),
}


def check(folder):
    faults = []
    report = json.loads((folder / "report.json").read_text())
    schema = json.loads((folder / "schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    for fault in jsonschema.Draft202012Validator(schema).iter_errors(report):
        faults.append(f"{fault.json_path}: {fault.message[:200]}")
    numbers = (folder / "numbers.json").read_bytes()
    if hashlib.sha256(numbers).hexdigest() != report["report"]["sha256"]:
        faults.append("the hash is not that of the numbers")
    if json.loads(numbers) != report["numbers"]:
        faults.append("the numbers are not those of the report")
    package = json.loads((folder / "datapackage.json").read_text())
    tables = {table["name"]: table for table in report["numbers"]["tables"]}
    if {resource["name"] for resource in package["resources"]} != set(tables):
        faults.append("the data package has other tables than the report")
    cells = 0
    for resource in package["resources"]:
        table = tables.get(resource["name"], {"rows": []})
        content = (folder / resource["path"]).read_bytes()
        if "sha256:" + hashlib.sha256(content).hexdigest() != resource["hash"] or len(content) != resource["bytes"]:
            faults.append(f"{resource['name']}: bytes or hash differ")
        lines = list(csv.reader(io.StringIO(content.decode(), newline="")))
        fields = resource["schema"]["fields"]
        if lines[0] != [field["name"] for field in fields]:
            faults.append(f"{resource['name']}: other columns than described")
        if len(lines) - 1 != len(table["rows"]):
            faults.append(f"{resource['name']}: {len(lines) - 1} lines for {len(table['rows'])} rows")
        for line, row in zip(lines[1:], table["rows"]):
            for value, field in zip(line, fields, strict=True):
                cells += 1
                known = row[field["name"]]
                form = FORMS.get(field["type"])
                if value == "":
                    if known not in (None, ""):
                        faults.append(f"{resource['name']}.{field['name']}: {known} is missing")
                elif form and not form.fullmatch(value):
                    faults.append(f"{resource['name']}.{field['name']}: {value} is no {field['type']}")
                elif field["type"] in ("array", "object"):
                    if json.loads(value) != known:
                        faults.append(f"{resource['name']}.{field['name']}: {value}")
                elif field["type"] in ("integer", "number"):
                    if float(value) != float(known):
                        faults.append(f"{resource['name']}.{field['name']}: {value} is not {known}")
                elif field["type"] != "boolean" and value != known:
                    faults.append(f"{resource['name']}.{field['name']}: {value} is not {known}")
                if not field.get("description"):
                    faults.append(f"{resource['name']}.{field['name']}: not described")
    return {"tables": len(tables), "cells": cells, "faults": sorted(set(faults))[:50]}


print(json.dumps(check(pathlib.Path(sys.argv[1]))))
