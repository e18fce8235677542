#!/usr/bin/env python3
"""Reads every framework of a running server by CASE's service, and checks each answer against a schema of CASE 1.1.

    validate_case.py BASE_URL

From the list of documents it follows every document to its package, and from there every object to its own address.
What an object says of itself must be what the package says of it; links must lead to what they name. One line of JSON
on standard output sums up; exit code 1 on any deviation, each of which is told on standard error.

Needs from PyPI: jsonschema.
"""

import json
import pathlib
import sys
import urllib.error
import urllib.request

from jsonschema import Draft202012Validator, FormatChecker

SCHEMA = json.loads(pathlib.Path(__file__).with_name("case_1p1.schema.json").read_text(encoding="utf-8"))
LISTS = {"CFConcepts", "CFSubjects", "CFItemTypes"}
OUTSIDE = {"CFDocumentURI", "CFPackageURI"}


class Service:
    """The service, and what was found wrong with it."""

    def __init__(self, base):
        self.base = base + "/ims/case/v1p1/"
        self.deviations = []
        self.objects = 0

    def demand(self, condition, where, message):
        if not condition:
            self.deviations.append(f"{where}: {message}")

    def get(self, path, kind, status=200):
        try:
            with urllib.request.urlopen(self.base + path, timeout=60) as answer:
                found, body = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            found, body = error.code, error.read()
        self.demand(found == status, path, f"is answered with {found}")
        value = json.loads(body)
        self.check(value, kind, path)
        self.objects += 1
        return value

    def check(self, value, kind, where):
        validator = Draft202012Validator(
            {"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]}, format_checker=FormatChecker()
        )
        for error in list(validator.iter_errors(value))[:5]:
            self.demand(False, where, f"{error.json_path}: {error.message[:300]}")

    def same(self, path, kind, object):
        """An object by itself is the one of the package, and says where it belongs."""
        alone = self.get(path, kind)
        inner = {name: value for name, value in alone.items() if name not in OUTSIDE}
        self.demand(inner == object, path, "differs from what its package says")
        return alone

    def package(self, document):
        package = self.get(f"CFPackages/{document['identifier']}", "CFPackage")
        self.demand(
            document["CFPackageURI"]["uri"].endswith(f"/ims/case/v1p1/CFPackages/{document['identifier']}"),
            document["identifier"],
            "does not lead to its package",
        )
        self.same(f"CFDocuments/{document['identifier']}", "CFDocument", package["CFDocument"])
        ends = {}
        for association in package["CFAssociations"]:
            for end in {association["originNodeURI"]["identifier"], association["destinationNodeURI"]["identifier"]}:
                ends.setdefault(end, set()).add(association["identifier"])
        for item in package["CFItems"]:
            alone = self.same(f"CFItems/{item['identifier']}", "CFItem", item)
            self.demand(
                alone["CFDocumentURI"]["identifier"] == document["identifier"], item["identifier"],
                "names another document",
            )
        for item in package["CFItems"][::7]:
            answer = self.get(f"CFItemAssociations/{item['identifier']}", "CFItemAssociations")
            found = {association["identifier"] for association in answer["CFAssociations"]}
            self.demand(
                found >= ends.get(item["identifier"], set()), item["identifier"], "lacks associations of its package"
            )
        for association in package["CFAssociations"][::5]:
            self.same(f"CFAssociations/{association['identifier']}", "CFAssociation", association)
        for rubric in package.get("CFRubrics", []):
            self.same(f"CFRubrics/{rubric['identifier']}", "CFRubric", rubric)
        for name, definitions in package.get("CFDefinitions", {}).items():
            for definition in definitions if name != "extensions" else []:
                path = f"{name}/{definition['identifier']}"
                if name in LISTS:
                    answer = self.get(path, "CFDefinitions")
                    self.demand(answer[name][0] == definition, path, "differs from what its package says")
                else:
                    self.same(path, "Definition", definition)


def main():
    service = Service(sys.argv[1])
    documents = service.get("CFDocuments", "CFDocuments")["CFDocuments"]
    for document in documents:
        service.package(document)
    nowhere = "00000000-0000-4000-8000-000000000000"
    for path, status in [
        (f"CFItems/{nowhere}", 404), ("CFPackages/none", 404), ("CFDocuments?limit=0", 400), ("Nothing", 404),
    ]:
        service.get(path, "StatusInfo", status)
    for deviation in service.deviations[:50]:
        print(deviation, file=sys.stderr)
    print(json.dumps({
        "documents": len(documents), "objects": service.objects, "deviations": len(service.deviations),
    }))
    sys.exit(1 if service.deviations else 0)


if __name__ == "__main__":
    main()
