"""Bitstring Status Lists (W3C, version 1.0)."""

import time
import zlib

from . import Refused, demand
from .credential import CLAIMS, seconds
from .encodings import unbase64url
from .pinned import CREDENTIALS
from .proof import check_document, check_token, without

MINIMUM_BITS = 131_072
MAXIMUM_BYTES = 1 << 26


class StatusList:
    """A list whose signature was checked: whether the bit at a place is set."""

    def __init__(self, credential, url, issuer):
        demand(set(credential) == {"@context", "id", "type", "issuer", "validFrom", "validUntil", "credentialSubject"},
               f"it has the members {sorted(credential)}")
        demand(credential["@context"] == [CREDENTIALS], "the contexts are others")
        demand(credential["id"] == url, f"it is {credential['id']}")
        demand(credential["type"] == ["VerifiableCredential", "BitstringStatusListCredential"], "the types are others")
        demand(credential["issuer"] == issuer.did, "it is of another issuer")
        demand(seconds(credential["validFrom"]) <= time.time() < seconds(credential["validUntil"]), "it is not in force")
        subject = credential["credentialSubject"]
        demand(isinstance(subject, dict) and set(subject) == {"id", "type", "statusPurpose", "encodedList", "ttl"},
               "its subject is another")
        demand(subject["type"] == "BitstringStatusList" and subject["statusPurpose"] == "revocation", "it is of another kind")
        demand(type(subject["ttl"]) is int and 0 < subject["ttl"] <= 86_400_000, "its time to live is another")
        self.bits = self._unpacked(subject["encodedList"])

    @staticmethod
    def _unpacked(text):
        demand(isinstance(text, str) and text[:1] == "u", "the list is not in base64url")
        unzip = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            bits = unzip.decompress(unbase64url(text[1:]), MAXIMUM_BYTES)
        except zlib.error as error:
            raise Refused(f"the list is no GZIP: {error}") from None
        demand(unzip.eof and not unzip.unused_data, "the list does not end where it should")
        demand(len(bits) * 8 >= MINIMUM_BITS, "the list is too short")
        return bits

    def is_set(self, place):
        """Bit 0 is the left-most one of the first byte."""
        demand(0 <= place < len(self.bits) * 8, "the list has no such place")
        return self.bits[place // 8] >> (7 - place % 8) & 1 == 1

    @property
    def count(self):
        """How many bits are set."""
        return sum(byte.bit_count() for byte in self.bits)


class StatusLists:
    """Verifies status lists of an issuer, in both forms."""

    def __init__(self, issuer, graphs):
        self.issuer = issuer
        self.graphs = graphs

    def document(self, document, url):
        check_document(document, self.issuer, self.graphs.fast)
        return StatusList(check_document(document, self.issuer, self.graphs.agreed), url, self.issuer)

    def token(self, token, url):
        payload = check_token(token, self.issuer)
        demand(payload.get("iss") == self.issuer.did and payload.get("jti") == url, "its claims are of another list")
        demand(payload.get("sub") == payload["credentialSubject"]["id"], "sub is not the subject")
        demand(payload.get("nbf") == seconds(payload["validFrom"]), "nbf is not validFrom")
        demand(payload.get("exp") == seconds(payload["validUntil"]), "exp is not validUntil")
        return StatusList(without(payload, *CLAIMS), url, self.issuer)
