#!/usr/bin/env python3
"""Parses a JSON-LD and a Turtle file with rdflib, and compares their graphs.

    same_graph.py JSONLD TURTLE

Prints the number of triples, and of competencies; exit code 1 and the difference when the graphs are not the same.

Needs: rdflib (PyPI), Python 3.10 or later.
"""

import json
import sys

import rdflib
from rdflib.compare import graph_diff, to_isomorphic

CEASN = rdflib.Namespace("https://purl.org/ctdlasn/terms/")


def main(jsonld: str, turtle: str) -> int:
    one = rdflib.Graph().parse(jsonld, format="json-ld")
    other = rdflib.Graph().parse(turtle, format="turtle")
    if to_isomorphic(one) != to_isomorphic(other):
        for graph in graph_diff(one, other)[1:]:
            print(graph.serialize(format="nt")[:2000], file=sys.stderr)
        return 1
    competencies = len(set(one.subjects(rdflib.RDF.type, CEASN.Competency)))
    texts = sorted(str(text) for text in one.objects(None, CEASN.competencyText))
    json.dump({"triples": len(one), "competencies": competencies, "texts": texts}, sys.stdout)
    return 0


sys.exit(main(*sys.argv[1:]))
