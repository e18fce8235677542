#!/usr/bin/env python3
"""Acts as a wallet and as a verifier towards a running server, with joserfc and sd-jwt, which share no code with it.

    wallet_issuance.py BASE_URL KEY CREDENTIAL

KEY is name:secret of a key that may offer the credential, whose URL is CREDENTIAL.

It offers the credential, fetches what the offer and the metadata name, redeems, and takes copies in every format; checks
those with the keys that the issuer publishes; presents the SD-JWT VC with some claims shown and others kept; then tries
what must not work. One line of JSON on standard output sums up; exit code 1 on any deviation.
"""

import base64
import concurrent.futures
import json
import sys
import time
import urllib.parse
import zlib

import requests
from joserfc import jws
from joserfc.jwk import ECKey, OKPKey
from jwcrypto.jwk import JWK
from sd_jwt.holder import SDJWTHolder
from sd_jwt.verifier import SDJWTVerifier

BASE, KEY, CREDENTIAL = sys.argv[1:4]
PRE_AUTHORIZED = "urn:ietf:params:oauth:grant-type:pre-authorized_code"
HTTP = requests.Session()


def demand(condition, message):
    if not condition:
        raise SystemExit(f"wallet_issuance: {message}")


def get(url, **options):
    answer = HTTP.get(url, timeout=30, **options)
    demand(answer.status_code == 200, f"GET {url}: {answer.status_code} {answer.text[:300]}")
    return answer


def refused(answer, status, error):
    """The answer is an error of OAuth's form, with this code."""
    demand(answer.status_code == status, f"{answer.status_code} instead of {status}: {answer.text[:300]}")
    body = answer.json()
    demand(body["error"] == error, f"{body} instead of {error}")
    demand(answer.headers["Cache-Control"] == "no-store", "an error may be cached")
    allowed = all(c in range(0x20, 0x7F) and c not in (0x22, 0x5C) for c in body["error_description"].encode())
    demand(allowed, f"a description with other characters than OAuth allows: {body}")
    return 1


def metadata():
    issuer = get(f"{BASE}/.well-known/openid-credential-issuer").json()
    demand(issuer["credential_issuer"] == BASE, "the metadata is of another issuer")
    server = get(f"{BASE}/.well-known/oauth-authorization-server").json()
    demand(server["issuer"] == BASE and PRE_AUTHORIZED in server["grant_types_supported"], f"{server}")
    return issuer, server


def offer(**wish):
    made = HTTP.post(
        f"{BASE}/api/credentials/{CREDENTIAL.rsplit('/', 1)[1]}/offers", json=wish, auth=tuple(KEY.split(":", 1)), timeout=30
    )
    demand(made.status_code == 201, f"offer: {made.status_code} {made.text}")
    made = made.json()
    link = urllib.parse.urlsplit(made["offer"])
    demand(link.scheme == "openid-credential-offer", made["offer"])
    query = urllib.parse.parse_qs(link.query)
    demand(query == {"credential_offer_uri": [made["offerURI"]]}, f"{query}")
    return made, get(made["offerURI"]).json()


class Wallet:
    def __init__(self, algorithm="ES256"):
        self.algorithm = algorithm
        self.key = ECKey.generate_key("P-256") if algorithm == "ES256" else OKPKey.generate_key("Ed25519")

    def public(self):
        public = self.key.as_dict(private=False)
        return {name: public[name] for name in ("crv", "kty", "x", "y") if name in public}

    def did(self):
        encoded = base64.urlsafe_b64encode(json.dumps(self.public()).encode()).decode().rstrip("=")
        return f"did:jwk:{encoded}"

    def proof(self, nonce, named_by="jwk", **claims):
        header = {"typ": "openid4vci-proof+jwt", "alg": self.algorithm}
        header |= {"jwk": self.public()} if named_by == "jwk" else {"kid": self.did() + "#0"}
        payload = {"aud": BASE, "iat": int(time.time()), "nonce": nonce} | claims
        payload = {name: value for name, value in payload.items() if value is not None}
        return jws.serialize_compact(
            header, json.dumps(payload).encode(), self.key, algorithms=["ES256", "EdDSA"], registry=REGISTRY
        )


# A key in the header may be longer than joserfc lets headers be.
REGISTRY = jws.JWSRegistry(algorithms=["ES256", "EdDSA"], strict_check_header=False)
REGISTRY.max_header_length = 4096


def redeem(server, offered, code=None, **more):
    form = {"grant_type": PRE_AUTHORIZED, "pre-authorized_code": offered["grants"][PRE_AUTHORIZED]["pre-authorized_code"]}
    if code is not None:
        form["tx_code"] = code
    return HTTP.post(server["token_endpoint"], data=form | more, timeout=30)


def nonce(issuer):
    answer = HTTP.post(issuer["nonce_endpoint"], timeout=30)
    demand(answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store", "the nonce endpoint")
    return answer.json()["c_nonce"]


def ask(issuer, token, proofs, configuration=None, **members):
    body = {"proofs": {"jwt": proofs}} | members
    if configuration:
        body["credential_configuration_id"] = configuration
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return HTTP.post(issuer["credential_endpoint"], json=body, headers=headers, timeout=30)


def issued(issuer, token, wallets, configuration):
    fresh = nonce(issuer)
    answer = ask(issuer, token, [wallet.proof(fresh) for wallet in wallets], configuration)
    demand(answer.status_code == 200, f"{configuration}: {answer.status_code} {answer.text[:500]}")
    body = answer.json()
    demand(len(body["credentials"]) == len(wallets), "one copy for each key")
    return [copy["credential"] for copy in body["credentials"]], body["notification_id"]


def issuer_keys(iss):
    found = get(f"{iss}/.well-known/jwt-vc-issuer").json()
    demand(found["issuer"] == iss, "the keys are of another issuer")
    return {key["kid"]: key for key in get(found["jwks_uri"]).json()["keys"]}


def server_verdict(credential):
    text = credential if isinstance(credential, str) else json.dumps(credential)
    answer = HTTP.post(f"{BASE}/api/verify", data=text.encode(), headers={"Content-Type": "application/json"}, timeout=30)
    return answer.json()["verdict"]


def server_checks(credential):
    """What the server finds of an SD-JWT VC, check by check."""
    headers = {"Content-Type": "application/dc+sd-jwt"}
    report = HTTP.post(f"{BASE}/api/verify", data=credential.encode(), headers=headers, timeout=30).json()
    return report["verdict"], {check["name"]: check["outcome"] for check in report["checks"]}, report


def check_w3c(copy, wallet):
    """A copy as a document or token: valid here, and about the wallet's key."""
    demand(server_verdict(copy) == "valid", "a copy is not valid")
    if isinstance(copy, str):
        token = jws.extract_compact(copy.encode())
        copy = json.loads(token.payload)
        demand(copy["sub"] == copy["credentialSubject"]["id"], "sub is another than the subject")
    demand(f"urn:uuid:{CREDENTIAL.rsplit('/', 1)[1]}" == copy["id"], "a copy is another credential")
    did = copy["credentialSubject"]["id"]
    demand(did.startswith("did:jwk:"), did)
    encoded = did.removeprefix("did:jwk:")
    key = json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    demand(key == wallet.public(), "a copy is bound to another key")


def check_sd_jwt(text, wallet):
    """An SD-JWT VC: presented with some claims shown and the others kept, and its status."""
    holder = SDJWTHolder(text)
    holder.create_presentation(
        {"role": True, "criteria": True, "identifier": [True]},
        nonce="n-1", aud="https://employer.example", holder_key=JWK.from_json(json.dumps(wallet.key.as_dict(private=True))),
        sign_alg="ES256",
    )

    def key_of(iss, header):
        demand(header["typ"] == "dc+sd-jwt" and header["alg"] == "ES256", f"{header}")
        return JWK.from_json(json.dumps(issuer_keys(iss)[header["kid"]]))

    shown = SDJWTVerifier(holder.sd_jwt_presentation, key_of, "https://employer.example", "n-1").get_verified_payload()
    demand("criteria" in shown and len(shown["identifier"]) == 1, f"{shown}")
    demand("result" not in shown and "alignment" not in shown and shown["evidence"] == [], f"{shown}")
    # The server agrees with the independent verifier: on the whole, on a part, and on what was tampered with.
    verdict, checks, report = server_checks(holder.sd_jwt_presentation)
    expected = {"signature": "passed", "issuer": "passed", "disclosures": "passed", "binding": "passed", "status": "passed", "dates": "passed"}
    demand(verdict == "valid" and expected.items() <= checks.items(), f"{report}")
    demand(report["credential"]["issuer"]["id"] == BASE and report["credential"]["achievement"]["criteria"], f"{report}")
    verdict, checks, report = server_checks(text)
    demand(verdict == "valid" and checks["binding"] == "notApplicable" and checks["disclosures"] == "passed", f"{report}")
    token, *disclosures, _ = text.split("~")
    added = base64.urlsafe_b64encode(b'["c2FsdA","role","Chief of police"]').decode().rstrip("=")
    for changed, check in [
        ("~".join([token, *disclosures, added, ""]), "disclosures"), ("~".join([token, *disclosures, disclosures[0], ""]), "disclosures"),
        (text.replace(token, token[:-6] + ("AAAAAA" if not token.endswith("AAAAAA") else "BBBBBB")), "signature"),
        (holder.sd_jwt_presentation.replace("~" + holder.sd_jwt_presentation.split("~")[1], "", 1), "binding"),
    ]:
        verdict, checks, report = server_checks(changed)
        demand(verdict == "invalid" and checks[check] == "failed", f"{check}: {report}")
    everything = SDJWTVerifier(text, key_of).get_verified_payload()
    demand({"result", "alignment", "resultDescription", "criteria"} <= set(everything), f"{everything}")
    demand(everything["identifier"][0]["hashed"] is True and everything["evidence"], f"{everything}")
    demand(everything["cnf"]["jwk"] == wallet.public(), "it is bound to another key")
    kind = get(everything["vct"]).json()
    demand(kind["vct"] == everything["vct"], "the type's metadata is of another type")
    for claim in kind["claims"]:
        demand(claim["sd"] == "always" or claim["path"][0] in everything, f"{claim}")
    return everything["status"]["status_list"]


def revoked_bit(status):
    """The bit of a status list token, read as the draft says."""
    answer = get(status["uri"], headers={"Accept": "application/statuslist+jwt"})
    demand(answer.headers["Content-Type"] == "application/statuslist+jwt", answer.headers["Content-Type"])
    token = jws.extract_compact(answer.content)
    header = token.headers()
    demand(header["typ"] == "statuslist+jwt", f"{header}")
    key = ECKey.import_key(issuer_keys(BASE)[header["kid"]])
    payload = json.loads(jws.deserialize_compact(answer.content, key, registry=REGISTRY).payload)
    demand(payload["sub"] == status["uri"] and payload["exp"] > time.time() and payload["ttl"] > 0, f"{payload}")
    packed = payload["status_list"]["lst"]
    bits = zlib.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    demand(payload["status_list"]["bits"] == 1 and len(bits) == 131072 // 8, "the list's size")
    return bits[status["idx"] // 8] >> (status["idx"] % 8) & 1


def main():
    summary = {"formats": 0, "copies": 0, "refused": 0}
    issuer, server = metadata()
    names = {c["format"]: name for name, c in issuer["credential_configurations_supported"].items()}
    demand(set(names) == {"ldp_vc", "jwt_vc_json", "dc+sd-jwt"}, f"{names}")

    # The whole way, with a transaction code, in every format; three keys at once in the last.
    made, offered = offer(transactionCode=True, seconds=600)
    demand(offered["credential_issuer"] == BASE and set(offered["credential_configuration_ids"]) == set(names.values()), f"{offered}")
    demand(offered["grants"][PRE_AUTHORIZED]["tx_code"]["length"] == len(made["transactionCode"]), f"{offered}")
    summary["refused"] += refused(redeem(server, offered), 400, "invalid_request")
    wrong = "000000" if made["transactionCode"] != "000000" else "111111"
    summary["refused"] += refused(redeem(server, offered, wrong), 400, "invalid_grant")
    answer = redeem(server, offered, made["transactionCode"])
    demand(answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store", answer.text)
    token = answer.json()["access_token"]
    demand(answer.json()["token_type"] == "Bearer" and answer.json()["expires_in"] > 0, answer.text)
    summary["refused"] += refused(redeem(server, offered, made["transactionCode"]), 400, "invalid_grant")
    demand(HTTP.get(made["offerURI"], timeout=30).status_code == 404, "a redeemed offer is still there")
    for form in ("ldp_vc", "jwt_vc_json"):
        wallet = Wallet("EdDSA" if form == "ldp_vc" else "ES256")
        copies, notification = issued(issuer, token, [wallet], names[form])
        check_w3c(copies[0], wallet)
        summary["formats"] += 1
        summary["copies"] += 1
    wallets = [Wallet() for _ in range(3)]
    copies, notification = issued(issuer, token, wallets, names["dc+sd-jwt"])
    statuses = [check_sd_jwt(copy, wallet) for copy, wallet in zip(copies, wallets)]
    demand(revoked_bit(statuses[0]) == 0, "it is not revoked")
    summary["formats"] += 1
    summary["copies"] += 3
    bearer = {"Authorization": f"Bearer {token}"}
    told = HTTP.post(issuer["notification_endpoint"], json={"notification_id": notification, "event": "credential_accepted"}, headers=bearer, timeout=30)
    demand(told.status_code == 204, told.text)
    for body, error in [
        ({"notification_id": notification, "event": "sold"}, "invalid_notification_request"),
        ({"event": "credential_accepted"}, "invalid_notification_request"),
        ({"notification_id": "x", "event": "credential_accepted"}, "invalid_notification_id"),
    ]:
        answer = HTTP.post(issuer["notification_endpoint"], json=body, headers=bearer, timeout=30)
        summary["refused"] += refused(answer, 400, error)

    # By authorization details, and a key that is named by its DID.
    _, offered = offer()
    details = json.dumps([{"type": "openid_credential", "credential_configuration_id": names["ldp_vc"]}])
    summary["refused"] += refused(redeem(server, offered, authorization_details="[]"), 400, "invalid_authorization_details")
    summary["refused"] += refused(redeem(server, offered, "123456"), 400, "invalid_request")
    answer = redeem(server, offered, authorization_details=details).json()
    identifier = answer["authorization_details"][0]["credential_identifiers"][0]
    wallet = Wallet()
    answer = ask(issuer, answer["access_token"], [wallet.proof(nonce(issuer), "kid")], credential_identifier=identifier)
    demand(answer.status_code == 200, answer.text)
    demand(answer.json()["credentials"][0]["credential"]["credentialSubject"]["id"] == wallet.did(), "bound to the wallet's own DID")
    summary["copies"] += 1

    # What must not work.
    _, offered = offer()
    token = redeem(server, offered).json()["access_token"]
    fresh = nonce(issuer)
    wallet = Wallet()
    configuration = names["jwt_vc_json"]
    stale = int(time.time()) - 3600
    for answer, status, error in [
        (ask(issuer, token, [wallet.proof(fresh, aud="https://other.example")], configuration), 400, "invalid_proof"),
        (ask(issuer, token, [wallet.proof(fresh, iat=stale)], configuration), 400, "invalid_proof"),
        (ask(issuer, token, [wallet.proof(fresh, iss="me")], configuration), 400, "invalid_proof"),
        (ask(issuer, token, [wallet.proof(None)], configuration), 400, "invalid_proof"),
        (ask(issuer, token, [], configuration), 400, "invalid_proof"),
        (ask(issuer, token, [wallet.proof(fresh)[:-4] + "AAAA"], configuration), 400, "invalid_proof"),
        (ask(issuer, token, [wallet.proof("made-up")], configuration), 400, "invalid_nonce"),
        (ask(issuer, token, [wallet.proof(fresh)], "Other"), 400, "unknown_credential_configuration"),
        (ask(issuer, token, [wallet.proof(fresh)], credential_identifier="other"), 400, "unknown_credential_identifier"),
        (ask(issuer, token, [wallet.proof(fresh)]), 400, "invalid_credential_request"),
        (ask(issuer, token, [wallet.proof(fresh)], configuration, credential_identifier="x"), 400, "invalid_credential_request"),
        (ask(issuer, token, [wallet.proof(fresh)], configuration, credential_response_encryption={}), 400, "invalid_encryption_parameters"),
        (ask(issuer, "A" * 43, [wallet.proof(fresh)], configuration), 401, "invalid_token"),
        (ask(issuer, None, [wallet.proof(fresh)], configuration), 401, "invalid_token"),
    ]:
        summary["refused"] += refused(answer, status, error)
        demand(status != 401 or answer.headers["WWW-Authenticate"].startswith("Bearer"), "a challenge is missing")
    for data, kind in [("grant_type=password", "unsupported_grant_type"), ("", "invalid_request"), ("grant_type=a&grant_type=b", "invalid_request")]:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        summary["refused"] += refused(HTTP.post(server["token_endpoint"], data=data, headers=headers, timeout=30), 400, kind)
    huge = HTTP.post(issuer["credential_endpoint"], data=b"[" * 3_000_000, headers={"Content-Type": "application/json", "Authorization": f"Bearer {token}"}, timeout=30)
    demand(huge.status_code == 413, f"a huge body: {huge.status_code}")

    # Two clients at once with one nonce: one gets the credential.
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        proofs = [Wallet().proof(fresh) for _ in range(8)]
        answers = list(pool.map(lambda proof: ask(issuer, token, [proof], configuration), proofs))
    demand(sorted(a.status_code for a in answers) == [200] + [400] * 7, f"{[a.status_code for a in answers]}")
    for answer in answers:
        if answer.status_code == 400:
            summary["refused"] += refused(answer, 400, "invalid_nonce")
    _, offered = offer()
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: redeem(server, offered), range(8)))
    demand(sorted(a.status_code for a in answers) == [200] + [400] * 7, "one code, several tokens")

    # Revoked: no more copies, and the bit of those that were issued is set.
    token = next(a for a in answers if a.status_code == 200).json()["access_token"]
    done = HTTP.post(f"{BASE}/api/credentials/{CREDENTIAL.rsplit('/', 1)[1]}/revocation", json={"reason": "A test."}, auth=tuple(KEY.split(":", 1)), timeout=30)
    demand(done.status_code == 204, done.text)
    summary["refused"] += refused(ask(issuer, token, [Wallet().proof(nonce(issuer))], configuration), 400, "credential_request_denied")
    deadline = time.time() + 30
    while not revoked_bit(statuses[0]):
        demand(time.time() < deadline, "the status list token never told of the revocation")
        time.sleep(0.2)
    demand(server_checks(copies[0])[0] == "revoked", "a copy of what was revoked is not told to be revoked")
    again = HTTP.post(f"{BASE}/api/credentials/{CREDENTIAL.rsplit('/', 1)[1]}/offers", json={}, auth=tuple(KEY.split(":", 1)), timeout=30)
    demand(again.status_code == 409, f"a revoked credential is offered: {again.status_code}")
    print(json.dumps(summary))


main()
