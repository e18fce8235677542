"""The issuer's identity: `did:web`, and the keys that its document lists for assertions."""

import urllib.parse

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from joserfc import jwk

from . import demand
from .encodings import parse, unbase58


def did_of(base_url):
    """The did:web identifier of a base URL, worked out anew here."""
    parts = urllib.parse.urlsplit(base_url)
    path = [segment for segment in parts.path.split("/") if segment]
    return ":".join(["did:web:" + urllib.parse.quote(parts.netloc.lower(), safe="-._~"), *path])


def ed25519(multikey):
    """The public key of a multikey `z6Mk…`."""
    data = unbase58(multikey)
    demand(data[:2] == b"\xed\x01" and len(data) == 34, f"{multikey} is no multikey of Ed25519")
    return Ed25519PublicKey.from_public_bytes(data[2:])


class Issuer:
    """The keys of an issuer's DID document by their DID URLs: only those that it lists for assertions and controls."""

    def __init__(self, did, document, key_set):
        document, key_set = parse(document), parse(key_set)
        demand(document["id"] == did, f"the DID document is of {document['id']}, not of {did}")
        self.did = did
        self.proof_keys, self.token_keys = {}, {}
        names = [method["id"] for method in document["verificationMethod"]]
        demand(len(set(names)) == len(names), "the DID document lists a key twice")
        demand(set(document["assertionMethod"]) <= set(names), "a key for assertions is not listed")
        for method in document["verificationMethod"]:
            self._add(method, is_for_assertions=method["id"] in document["assertionMethod"])
        listed = {key["kid"] for key in key_set["keys"]}
        demand(listed == set(self.proof_keys) | set(self.token_keys), "did.json and jwks.json list different keys")

    def _add(self, method, is_for_assertions):
        name = method["id"]
        demand(name.startswith(self.did + "#"), f"{name} is not absolute")
        demand(method["controller"] == self.did, f"{name} is controlled by somebody else")
        if method["type"] == "Multikey":
            demand(name == self.did + "#" + method["publicKeyMultibase"], f"{name} is not named by its key")
            if is_for_assertions:
                self.proof_keys[name] = ed25519(method["publicKeyMultibase"])
            return
        demand(method["type"] == "JsonWebKey", f"{name} is of the unknown kind {method['type']}")
        demand("d" not in method["publicKeyJwk"], f"{name} shows its private half")
        key = jwk.ECKey.import_key(method["publicKeyJwk"])
        demand(name == self.did + "#" + key.thumbprint(), f"{name} is not named by its thumbprint")
        if is_for_assertions:
            self.token_keys[name] = key
