"""Proofs: `eddsa-rdfc-2022` within a document, and ES256 around one (VC-JWT)."""

import hashlib

from cryptography.exceptions import InvalidSignature
from joserfc import jws
from joserfc.errors import JoseError

from . import Refused, demand
from .encodings import parse, unbase58, unbase64url

PROOF = {"type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"}
REGISTRY = jws.JWSRegistry(algorithms=["ES256"])
REGISTRY.max_payload_length = 1_000_000


def without(value, *names):
    return {name: member for name, member in value.items() if name not in names}


def check_document(document, issuer, graph):
    """Checks the one proof of a document, and returns the document without it.

    `graph` finds the canonical graph of a document.
    """
    demand(isinstance(document, dict), "it is no object")
    proofs = document.get("proof")
    demand(isinstance(proofs, list) and len(proofs) == 1 and isinstance(proofs[0], dict), "it has not one proof")
    proof = proofs[0]
    demand(set(proof) == PROOF, f"the proof has the members {sorted(proof)}")
    demand(all(isinstance(member, str) for member in proof.values()), "a member of the proof is no text")
    demand(proof["type"] == "DataIntegrityProof", "the proof is of another type")
    demand(proof["cryptosuite"] == "eddsa-rdfc-2022", "the proof is of another suite")
    demand(proof["proofPurpose"] == "assertionMethod", "the proof is for another purpose")
    method = proof["verificationMethod"]
    demand(isinstance(method, str) and method in issuer.proof_keys, f"the issuer does not list {method}")
    unsecured = without(document, "proof")
    options = {**without(proof, "proofValue"), "@context": document.get("@context")}
    signed = b"".join(hashlib.sha256(graph(part).encode()).digest() for part in (options, unsecured))
    try:
        issuer.proof_keys[method].verify(unbase58(proof["proofValue"]), signed)
    except InvalidSignature:
        raise Refused("the proof's signature is not the key's over this document") from None
    return unsecured


def check_token(token, issuer):
    """Checks a compact JWS, and returns its payload."""
    parts = token.split(".")
    demand(len(parts) == 3, "it is no compact JWS")
    for part in parts:
        unbase64url(part)
    try:
        header = jws.extract_compact(token.encode("ascii")).headers()
        demand(set(header) == {"alg", "kid"} and header["alg"] == "ES256", f"the header is {header}")
        demand(header["kid"] in issuer.token_keys, f"the issuer does not list {header['kid']}")
        payload = jws.deserialize_compact(token, issuer.token_keys[header["kid"]], registry=REGISTRY).payload
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise Refused(f"joserfc: {error!r}") from None
    return parse(payload.decode("utf-8"))
