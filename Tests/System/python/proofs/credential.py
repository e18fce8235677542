"""What a credential must be and say, beside being signed."""

import base64
import calendar
import time

import jsonschema

from . import Refused, demand
from .encodings import has_twice
from .pinned import BADGES, CREDENTIALS, EXTENSIONS
from .proof import check_document, check_token, without

CLAIMS = ("iss", "jti", "sub", "nbf", "exp")


def seconds(date_time):
    try:
        return calendar.timegm(time.strptime(date_time, "%Y-%m-%dT%H:%M:%SZ"))
    except (ValueError, TypeError) as error:
        raise Refused(f"{date_time!r} is no date: {error}") from None


class Credentials:
    """Verifies credentials of an issuer."""

    def __init__(self, issuer, graphs, schema):
        self.issuer = issuer
        self.graphs = graphs
        self.validator = jsonschema.Draft201909Validator(schema)

    def document(self, document, uuid=None):
        """Verifies a credential with its proof within, by both processors; returns it without the proof."""
        # The quick one first: what it refuses need not be shown to the other.
        check_document(document, self.issuer, self.graphs.fast)
        self.form(document)
        unsecured = check_document(document, self.issuer, self.graphs.agreed)
        self.content(unsecured, uuid)
        return unsecured

    def token(self, token, uuid=None):
        """Verifies a credential as a token; returns it without the token's claims."""
        payload = check_token(token, self.issuer)
        self.form(payload)
        demand(payload.get("iss") == payload["issuer"]["id"], "iss is not the issuer")
        demand(payload.get("jti") == payload["id"], "jti is not the id")
        demand(payload.get("sub") == payload["credentialSubject"]["id"], "sub is not the subject")
        demand(payload.get("nbf") == seconds(payload["validFrom"]), "nbf is not validFrom")
        until = payload.get("validUntil")
        demand(payload.get("exp") == (seconds(until) if until else None), "exp is not validUntil")
        demand("vc" not in payload, "it has a claim of the older data model")
        credential = without(payload, *CLAIMS)
        self.content(credential, uuid)
        return credential

    def form(self, credential):
        """The form: contexts, the published schema, and nothing told twice."""
        demand(credential.get("@context") == [CREDENTIALS, BADGES, EXTENSIONS], "the contexts are others")
        fault = next(self.validator.iter_errors(credential), None)
        if fault is not None:
            raise Refused(f"the schema: at {fault.json_path}: {fault.message[:200]}")
        demand(not has_twice(credential), "a list has an element twice")

    def content(self, credential, uuid):
        """An Open Badge of this issuer that is in force, and rests on evidence."""
        demand(credential["type"] == ["VerifiableCredential", "OpenBadgeCredential"], "the types are others")
        demand(uuid is None or credential["id"] == "urn:uuid:" + uuid, f"it is {credential['id']}")
        demand(credential["issuer"]["id"] == self.issuer.did, f"its issuer is {credential['issuer']['id']}")
        demand(seconds(credential["validFrom"]) <= time.time(), "it is not in force yet")
        if "validUntil" in credential:
            demand(seconds(credential["validUntil"]) > time.time(), "it has expired")
        place_of(credential)
        demand(credential["evidence"], "it rests on no evidence")
        for evidence in credential["evidence"]:
            text = evidence.get("digestMultibase")
            demand(isinstance(text, str), "a piece of evidence has no digest")
            digest = base64.urlsafe_b64decode(text[1:] + "=" * (-len(text[1:]) % 4))
            demand(text[0] == "u" and digest[:2] == b"\x12\x20" and len(digest) == 34, f"{text} is no SHA-256 multihash")


def place_of(credential):
    """URL of the list and place in it that a credential names."""
    status = credential.get("credentialStatus")
    demand(isinstance(status, dict), "it has not one status")
    demand(status["type"] == "BitstringStatusListEntry" and status["statusPurpose"] == "revocation", "its status is of another kind")
    index = status["statusListIndex"]
    demand(isinstance(index, str) and index.isascii() and index.isdigit(), f"{index!r} is no place")
    url = status["statusListCredential"]
    demand(status["id"] == f"{url}#{index}", "the status is not named by its place")
    return url, int(index)
