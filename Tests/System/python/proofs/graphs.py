"""The canonical graph of a JSON-LD document (RDFC-1.0), found by two processors that share no code.

PyLD is Python, oxigraph Rust; each parses, expands and canonicalises by itself.
"""

import functools

import pyoxigraph
from pyld import jsonld

from . import Refused, demand
from .encodings import parse, text_of


class Graphs:
    """Canonical graphs by pinned contexts."""

    def __init__(self, contexts):
        self.contexts = contexts
        # Documents of a run differ in one place, and their proofs mostly not at all.
        self._fast = functools.lru_cache(512)(self._by_oxigraph)

    def fast(self, document):
        """The graph as oxigraph has it, as sorted N-Quads."""
        return self._fast(text_of(document))

    def agreed(self, document):
        """The graph on which both agree, and from which neither left anything out."""
        one, other = self.by_pyld(document), self.fast(document)
        demand(one == other, "PyLD and oxigraph find different graphs")
        return one

    def by_pyld(self, document):
        """The graph as PyLD has it; refuses a document with a member that no context gives a meaning."""
        dropped = []
        try:
            expanded = jsonld.expand(
                document, {"base": "", "documentLoader": self._load}, on_property_dropped=dropped.append
            )
            demand(not dropped, f"no context defines {dropped}")
            options = {"algorithm": "URDNA2015", "format": "application/n-quads", "base": ""}
            return jsonld.normalize(expanded, options)
        except (jsonld.JsonLdError, TypeError, AttributeError) as error:
            raise Refused(f"PyLD: {getattr(error, 'code', None) or error!r}") from None

    def _by_oxigraph(self, text):
        document = parse(text)
        contexts = document.get("@context")
        contexts = contexts if isinstance(contexts, list) else [contexts]
        # Its parser loads nothing, so that the contexts are put in.
        document["@context"] = [self._context(url)["@context"] for url in contexts]
        try:
            quads = pyoxigraph.parse(text_of(document), format=pyoxigraph.RdfFormat.JSON_LD)
            graph = pyoxigraph.Dataset(quads)
        except (SyntaxError, ValueError) as error:
            raise Refused(f"oxigraph: {error}") from None
        graph.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
        return "".join(sorted(f"{quad} .\n" for quad in graph))

    def _context(self, url):
        demand(isinstance(url, str) and url in self.contexts, f"the context {url!r} is not one of those pinned")
        return self.contexts[url]

    def _load(self, url, _options=None):
        return {
            "contextUrl": None, "documentUrl": url, "document": self._context(url), "contentType": "application/ld+json"
        }
