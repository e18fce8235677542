#!/usr/bin/env python3
"""Takes a credential into a wallet as an SD-JWT VC, and prints the wallet's copy.

    take_copy.py BASE_URL KEY CREDENTIAL

KEY is name:secret of a key that may offer the credential, and CREDENTIAL its id. Needs joserfc and requests (PyPI).
"""

import json
import sys
import time

import requests
from joserfc import jws
from joserfc.jwk import ECKey

BASE, KEY, CREDENTIAL = sys.argv[1:4]
GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code"


def answered(answer):
    if not answer.ok:
        sys.exit(f"{answer.request.method} {answer.url}: {answer.status_code} {answer.text}")
    return answer.json()


def main():
    offers = f"{BASE}/api/credentials/{CREDENTIAL}/offers"
    made = answered(requests.post(offers, json={}, auth=tuple(KEY.split(":", 1)), timeout=30))
    grant = answered(requests.get(made["offerURI"], timeout=30))["grants"][GRANT]
    issuer = answered(requests.get(f"{BASE}/.well-known/openid-credential-issuer", timeout=30))
    server = answered(requests.get(f"{BASE}/.well-known/oauth-authorization-server", timeout=30))
    code = {"grant_type": GRANT, "pre-authorized_code": grant["pre-authorized_code"]}
    token = answered(requests.post(server["token_endpoint"], data=code, timeout=30))["access_token"]
    nonce = answered(requests.post(issuer["nonce_endpoint"], timeout=30))["c_nonce"]
    key = ECKey.generate_key("P-256")
    public = {name: key.as_dict(private=False)[name] for name in ("crv", "kty", "x", "y")}
    header = {"typ": "openid4vci-proof+jwt", "alg": "ES256", "jwk": public}
    claims = json.dumps({"aud": BASE, "iat": int(time.time()), "nonce": nonce})
    registry = jws.JWSRegistry(algorithms=["ES256"], strict_check_header=False)
    # A key in the header may be longer than joserfc lets headers be.
    registry.max_header_length = 4096
    proof = jws.serialize_compact(header, claims.encode(), key, registry=registry)
    wish = {"credential_configuration_id": "CompetenceCredential_sd_jwt_vc", "proofs": {"jwt": [proof]}}
    bearer = {"Authorization": f"Bearer {token}"}
    given = answered(requests.post(issuer["credential_endpoint"], json=wish, headers=bearer, timeout=30))
    print(given["credentials"][0]["credential"])


main()
