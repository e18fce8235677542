#!/usr/bin/env python3
"""Verifies credentials of a running server with joserfc, which shares no code with the server.

    verify_credentials.py BASE_URL CREDENTIAL...

A CREDENTIAL is a UUID, a URL, or a file with one of these a line ("-" is standard input).

For each credential: the token fits the key that the issuer's DID document lists for assertions, the claims equal the
credential's, and the server finds it valid. Then one character is changed, in the payload and in the signature, and
both joserfc and the server must refuse it. One line of JSON on standard output sums up; exit code 1 on any deviation.

Needs: joserfc (PyPI), Python 3.10 or later.
"""

import base64
import calendar
import json
import pathlib
import random
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from joserfc import jwk, jws
from joserfc.errors import JoseError

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]


class Deviation(Exception):
    """Something is not as it must be."""


def demand(condition, message):
    if not condition:
        raise Deviation(message)


def parse(text):
    """JSON without duplicate names, which other parsers would read differently."""

    def unique(pairs):
        names = [name for name, _ in pairs]
        demand(len(names) == len(set(names)), "a name stands twice in an object")
        return dict(pairs)

    return json.loads(text, object_pairs_hook=unique)


def request(url, accept=None, body=None, content_type=None):
    headers = {"Accept": accept or "*/*"}
    if content_type:
        headers["Content-Type"] = content_type
    call = urllib.request.Request(url, data=body, headers=headers)
    try:
        with urllib.request.urlopen(call, timeout=30) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read()


def get(url, media_type):
    status, found, body = request(url, accept=media_type)
    demand(status == 200, f"{url} answered {status}")
    demand(found == media_type, f"{url} is {found}, not {media_type}")
    return body.decode("utf-8")


def did_of(base_url):
    """The did:web identifier of a base URL, worked out anew here."""
    parts = urllib.parse.urlsplit(base_url)
    path = [segment for segment in parts.path.split("/") if segment]
    return ":".join(["did:web:" + urllib.parse.quote(parts.netloc.lower(), safe="-._~"), *path])


class Issuer:
    """The keys that the issuer lists for assertions."""

    def __init__(self, base_url):
        self.did = did_of(base_url)
        # The document of a DID with a path stands under that path; without one, under /.well-known.
        folder = "" if self.did.count(":") > 2 else "/.well-known"
        document = parse(get(base_url + folder + "/did.json", "application/did+json"))
        demand(document["id"] == self.did, f"the DID document is of {document['id']}, not of {self.did}")
        self.keys = {}
        self.proof_keys = set()
        for method in document["verificationMethod"]:
            demand(method["id"].startswith(self.did + "#"), f"{method['id']} is not absolute")
            if method["id"] not in document["assertionMethod"]:
                continue
            demand(method["controller"] == self.did, f"{method['id']} is controlled by somebody else")
            if method["type"] == "Multikey":
                demand(method["id"] == self.did + "#" + method["publicKeyMultibase"], f"{method['id']} is not named by its key")
                self.proof_keys.add(method["id"])
                continue
            demand("d" not in method["publicKeyJwk"], f"{method['id']} shows its private half")
            key = jwk.ECKey.import_key(method["publicKeyJwk"])
            demand(method["id"] == self.did + "#" + key.thumbprint(), f"{method['id']} is not named by its thumbprint")
            self.keys[method["id"]] = key
        key_set = parse(get(base_url + "/.well-known/jwks.json", "application/jwk-set+json"))
        demand({key["kid"] for key in key_set["keys"]} == set(self.keys) | self.proof_keys, "did.json and jwks.json list different keys")

    def verified(self, token):
        """The payload of a token that one of the issuer's keys has signed."""
        signed = jws.extract_compact(token.encode("ascii"))
        header = signed.headers()
        demand(set(header) == {"alg", "kid"} and header["alg"] == "ES256", f"the header is {header}")
        demand(header["kid"] in self.keys, f"the issuer does not list {header['kid']}")
        registry = jws.JWSRegistry(algorithms=["ES256"])
        registry.max_payload_length = 1_000_000
        return jws.deserialize_compact(token, self.keys[header["kid"]], registry=registry).payload


def seconds(date_time):
    return calendar.timegm(time.strptime(date_time, "%Y-%m-%dT%H:%M:%SZ"))


def check_content(credential, did, uuid):
    """The claims equal the credential's, and the credential is an Open Badge of this issuer."""
    demand(credential["@context"][:2] == CONTEXTS, "the contexts are not those of Open Badges 3.0")
    demand({"VerifiableCredential", "OpenBadgeCredential"} <= set(credential["type"]), "the types are others")
    demand(credential["id"] == "urn:uuid:" + uuid, f"it is {credential['id']}")
    demand(credential["issuer"]["id"] == did, f"its issuer is {credential['issuer']['id']}")
    demand(credential.get("iss") == credential["issuer"]["id"], "iss is not the issuer")
    demand(credential.get("jti") == credential["id"], "jti is not the id")
    demand(credential.get("sub") == credential["credentialSubject"]["id"], "sub is not the subject")
    demand(credential.get("nbf") == seconds(credential["validFrom"]), "nbf is not validFrom")
    until = credential.get("validUntil")
    demand(credential.get("exp") == (seconds(until) if until else None), "exp is not validUntil")
    demand("vc" not in credential, "it has a claim of the older data model")
    demand(credential["evidence"], "it rests on no evidence")
    for evidence in credential["evidence"]:
        text = evidence["digestMultibase"]
        digest = base64.urlsafe_b64decode(text[1:] + "=" * (-len(text[1:]) % 4))
        demand(text[0] == "u" and digest[:2] == b"\x12\x20" and len(digest) == 34, f"{text} is no SHA-256 multihash")


def verdict(base_url, token):
    status, _, body = request(
        base_url + "/api/verify", accept="application/json", body=token.encode("ascii"), content_type="application/vc+jwt"
    )
    if 400 <= status < 500:
        return "refused"
    demand(status == 200, f"/api/verify answered {status}")
    return parse(body.decode("utf-8"))["verdict"]


def tampered(token, part, chance):
    """The token with one character of a part changed; not the last, whose spare bits some decoders pass over."""
    parts = token.split(".")
    place = chance.randrange(len(parts[part]) - 1)
    old = parts[part][place]
    new = chance.choice([digit for digit in ALPHABET if digit != old])
    parts[part] = parts[part][:place] + new + parts[part][place + 1 :]
    return ".".join(parts)


def demand_refused(issuer, base_url, token, what):
    try:
        issuer.verified(token)
    except (JoseError, Deviation, ValueError):
        pass
    else:
        raise Deviation(f"joserfc accepts a changed {what}")
    found = verdict(base_url, token)
    demand(found in ("invalid", "refused"), f"the server finds a changed {what} {found}")


def check(issuer, base_url, url):
    uuid = url.rstrip("/").rsplit("/", 1)[1].lower()
    token = get(url, "application/vc+jwt")
    check_content(parse(issuer.verified(token).decode("utf-8")), issuer.did, uuid)
    found = verdict(base_url, token)
    demand(found == "valid", f"the server finds it {found}")
    chance = random.Random(uuid)
    demand_refused(issuer, base_url, tampered(token, 1, chance), "payload")
    demand_refused(issuer, base_url, tampered(token, 2, chance), "signature")
    return 2


def urls(base_url, arguments):
    for argument in arguments:
        if UUID.fullmatch(argument):
            yield f"{base_url}/credentials/{argument}"
        elif argument.startswith(("http://", "https://")):
            yield argument
        else:
            lines = sys.stdin if argument == "-" else pathlib.Path(argument).read_text("utf-8").splitlines()
            yield from urls(base_url, [line.strip() for line in lines if line.strip()])


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    base_url = sys.argv[1].rstrip("/")
    summary = {"verified": 0, "tampered_refused": 0}
    deviations = []
    try:
        issuer = Issuer(base_url)
        wanted = list(dict.fromkeys(urls(base_url, sys.argv[2:])))
        demand(wanted, "no credential was named")
    except (Deviation, JoseError, OSError, KeyError, ValueError) as error:
        wanted = []
        deviations.append(f"issuer: {error!r}")

    def run(url):
        try:
            return url, check(issuer, base_url, url), None
        except (Deviation, JoseError, OSError, KeyError, TypeError, ValueError) as error:
            return url, 0, error

    with ThreadPoolExecutor(4) as pool:
        for url, refused, error in pool.map(run, wanted):
            if error is None:
                summary["verified"] += 1
                summary["tampered_refused"] += refused
            else:
                deviations.append(f"{url}: {error!r}")
    for deviation in deviations:
        print(deviation, file=sys.stderr)
    print(json.dumps(summary, separators=(",", ":")))
    sys.exit(1 if deviations else 0)


if __name__ == "__main__":
    main()
