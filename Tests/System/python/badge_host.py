#!/usr/bin/env python3
"""Acts as a host of badges towards a running server: Open Badges 3.0 API, OAuth 2.0 code flow with PKCE.

    badge_host.py BASE_URL KEY CREDENTIAL...

KEY is name:secret of a key that may make claim links, and CREDENTIALs are URLs of credentials of a demonstration.

It registers, is let in by two holders, reads, writes, refreshes and gives back its tokens; then tries what must not work.
One line of JSON on standard output sums up; exit code 1 on any deviation.
"""

import base64
import concurrent.futures
import hashlib
import json
import re
import secrets
import sys
import urllib.parse

import requests

BASE, KEY, *CREDENTIALS = sys.argv[1:]
SCOPE = "https://purl.imsglobal.org/spec/ob/v3p0/scope/"
ALL = [SCOPE + name for name in ("credential.readonly", "credential.upsert", "profile.readonly", "profile.update")] + ["offline_access"]
REDIRECT = "http://127.0.0.1:9/callback"
SUMMARY = {"refused": 0, "read": 0}


def demand(condition, message):
    if not condition:
        raise SystemExit(f"badge_host: {message}")


def refused(answer, status, code=None):
    """An error with this status, in the form of its interface."""
    demand(answer.status_code == status, f"{answer.status_code} instead of {status}: {answer.text[:300]}")
    if code and "error" in answer.json():
        demand(answer.json()["error"] == code, f"{answer.json()} instead of {code}")
    elif code:
        field = answer.json()["imsx_codeMinor"]["imsx_codeMinorField"][0]
        demand(field["imsx_codeMinorFieldValue"] == code and answer.json()["imsx_codeMajor"] == "failure", answer.text)
    SUMMARY["refused"] += 1


def accounts():
    """The accounts that the credentials are about, found by the hashes in them, and each one's credentials."""
    names, more = set(), f"{BASE}/xapi/statements?limit=500"
    while more:
        page = requests.get(more, auth=tuple(KEY.split(":", 1)), headers={"X-Experience-API-Version": "1.0.3"}, timeout=30).json()
        names |= {(s["actor"]["account"]["homePage"], s["actor"]["account"]["name"]) for s in page["statements"] if "account" in s["actor"]}
        more = page.get("more") and urllib.parse.urljoin(BASE, page["more"])
    found = {}
    for url in CREDENTIALS:
        document = requests.get(url, headers={"Accept": "application/vc"}, timeout=30).json()
        who = next(i for i in document["credentialSubject"]["identifier"] if i["identityType"] == "accountId")
        for home, name in names:
            digest = hashlib.sha256(f"{home} {name}{who['salt']}".encode()).hexdigest()
            if "sha256$" + digest == who["identityHash"]:
                found.setdefault((home, name), set()).add(document["id"])
    return found


class Holder:
    """A browser that a claim link let in."""

    def __init__(self, account):
        home, name = account
        made = requests.post(f"{BASE}/api/holders/claim-links", json={"account": {"homePage": home, "name": name}}, auth=tuple(KEY.split(":", 1)), timeout=30)
        demand(made.status_code == 201, f"claim link: {made.status_code} {made.text}")
        self.browser = requests.Session()
        opened = self.browser.post(made.json()["url"], allow_redirects=False, timeout=30)
        demand(opened.status_code == 303 and self.browser.cookies, f"{opened.status_code} {opened.text[:200]}")

    def authorize(self, decision="allow", headers=None, **parameters):
        query = urllib.parse.urlencode({k: v for k, v in parameters.items() if v is not None})
        url = f"{BASE}/oauth/authorize?{query}"
        asked = self.browser.get(url, headers={"Accept": "text/html"}, allow_redirects=False, timeout=30)
        if asked.status_code != 200:
            return asked
        action = re.search(r'<form method="post" action="([^"]+)"', asked.text).group(1).replace("&amp;", "&")
        demand("127.0.0.1:9" in asked.headers["Content-Security-Policy"], asked.headers["Content-Security-Policy"])
        return self.browser.post(urllib.parse.urljoin(BASE, action), data={"decision": decision}, headers=headers, allow_redirects=False, timeout=30)


class Host:
    """A client that registers itself."""

    def __init__(self, registration_url, scope=ALL):
        self.metadata = {
            "client_name": "A <b>host</b> & friends", "client_uri": "http://127.0.0.1:9/", "logo_uri": "http://127.0.0.1:9/logo.png",
            "tos_uri": "http://127.0.0.1:9/terms", "policy_uri": "http://127.0.0.1:9/privacy", "software_id": "c88b6ed8",
            "software_version": "1", "redirect_uris": [REDIRECT], "token_endpoint_auth_method": "client_secret_basic",
            "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"], "scope": " ".join(scope),
            "contacts": ["x@example.org"],
        }
        answer = requests.post(registration_url, json=self.metadata, timeout=30)
        demand(answer.status_code == 201, f"registration: {answer.status_code} {answer.text}")
        body = answer.json()
        demand(all(body[name] == value for name, value in self.metadata.items() if name != "scope"), f"{body}")
        demand(set(body["scope"].split()) == set(scope) and body["client_secret_expires_at"] == 0, f"{body}")
        demand(answer.headers["Cache-Control"] == "no-store", "a secret may be cached")
        self.id, self.secret = body["client_id"], body["client_secret"]

    def request(self, scope=ALL, **changes):
        self.verifier = secrets.token_urlsafe(48)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest()).decode().rstrip("=")
        self.state = secrets.token_urlsafe(8)
        return {
            "response_type": "code", "client_id": self.id, "redirect_uri": REDIRECT, "scope": " ".join(scope),
            "state": self.state, "code_challenge": challenge, "code_challenge_method": "S256",
        } | changes

    def code(self, holder, scope=ALL):
        answer = holder.authorize(**self.request(scope))
        demand(answer.status_code == 303, f"{answer.status_code} {answer.text[:300]}")
        return self.answer(answer)["code"]

    def answer(self, answer):
        location = urllib.parse.urlsplit(answer.headers["Location"])
        demand(answer.headers["Location"].startswith(REDIRECT + "?"), answer.headers["Location"])
        values = dict(urllib.parse.parse_qsl(location.query))
        demand(values["iss"] == BASE and values.get("state", self.state) == self.state, f"{values}")
        return values

    def token(self, secret=None, **form):
        return requests.post(TOKEN_URL, data=form, auth=(self.id, secret or self.secret), timeout=30)

    def redeem(self, code, **changes):
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": REDIRECT, "code_verifier": self.verifier, "scope": " ".join(ALL)}
        return self.token(**(form | changes))

    def tokens(self, holder, scope=ALL):
        answer = self.redeem(self.code(holder, scope))
        demand(answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store", answer.text)
        return answer.json()


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


def read(token, query=""):
    return requests.get(f"{BASE}/ims/ob/v3p0/credentials{query}", headers=bearer(token), timeout=30)


def everything(token):
    """All credentials, two at a time, by the links to the next page."""
    ids, url, pages = [], f"{BASE}/ims/ob/v3p0/credentials?limit=2", 0
    while url:
        answer = requests.get(url, headers=bearer(token), timeout=30)
        demand(answer.status_code == 200, answer.text)
        links = {rel: target for target, rel in re.findall(r'<([^>]+)>; rel="(\w+)"', answer.headers["Link"])}
        demand({"first", "last"} <= set(links) and ("prev" in links) == (pages > 0), f"{links}")
        for credential in answer.json().get("credential", []):
            ids.append(credential["id"])
            verdict = requests.post(f"{BASE}/api/verify", json=credential, timeout=30).json()["verdict"]
            demand(verdict == "valid", f"a credential that is {verdict}")
        pages += 1
        url = links.get("next")
        total = int(answer.headers["X-Total-Count"])
    demand(len(ids) == len(set(ids)) == total, f"{len(ids)} of {total}")
    return set(ids)


discovery = requests.get(f"{BASE}/ims/ob/v3p0/discovery", timeout=30).json()
demand(discovery["openapi"].startswith("3.0") and discovery["info"]["termsOfService"] and discovery["info"]["x-imssf-privacyPolicyUrl"], f"{discovery}")
SCHEME = discovery["components"]["securitySchemes"]["OAuth2ACG"]
FLOW = SCHEME["flows"]["authorizationCode"]
TOKEN_URL = FLOW["tokenUrl"]
demand(set(FLOW["scopes"]) == set(ALL), f"{FLOW}")
demand(requests.get(discovery["info"]["termsOfService"], timeout=30).status_code == 200, "no terms")
REGISTER = SCHEME["x-imssf-registrationUrl"]

people = sorted(accounts().items(), key=lambda item: (-len(item[1]), item[0]))
demand(len(people) >= 2, f"{len(people)} holders in the demonstration")
(first, firsts), (second, seconds) = people[0], people[1]
anna, bert = Holder(first), Holder(second)
host, other = Host(REGISTER), Host(REGISTER, ALL[:1])

# The whole way: each holder's credentials, and no others.
tokens = host.tokens(anna)
demand(tokens["token_type"] == "Bearer" and set(tokens["scope"].split()) == set(ALL) and tokens["expires_in"] == 3600, f"{tokens}")
demand(everything(tokens["access_token"]) == firsts, "others than the holder's")
of_bert = other.tokens(bert, ALL[:1])
demand("refresh_token" not in of_bert and everything(of_bert["access_token"]) == seconds, f"{of_bert}")
SUMMARY["read"] = len(firsts) + len(seconds)
demand(read(tokens["access_token"], "?since=2999-01-01T00:00:00Z").headers["X-Total-Count"] == "0", "since")

# The profile, which is kept as it was put.
url = f"{BASE}/ims/ob/v3p0/profile"
refused(requests.get(url, headers=bearer(tokens["access_token"]), timeout=30), 404, "not_found")
profile = {"@context": ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"], "type": ["Profile"], "id": "https://a.example/1", "name": "Ąnna", "phone": "1"}
demand(requests.put(url, json=profile, headers=bearer(tokens["access_token"]), timeout=30).json() == profile, "putProfile")
demand(requests.get(url, headers=bearer(tokens["access_token"]), timeout=30).json() == profile, "getProfile")
refused(requests.put(url, json={"type": ["Profile"]}, headers=bearer(tokens["access_token"]), timeout=30), 400, "invalid_data")
refused(requests.put(url, data=b"{", headers=bearer(tokens["access_token"]) | {"Content-Type": "application/json"}, timeout=30), 400, "invalid_data")

# Writing: what can't be verified, and what was issued here, isn't taken.
url = f"{BASE}/ims/ob/v3p0/credentials"
ours = read(tokens["access_token"], "?limit=1").json()["credential"][0]
unsigned = {name: value for name, value in ours.items() if name != "proof"}
forged = ours | {"name": "Another"}
jwt = requests.get(CREDENTIALS[0], headers={"Accept": "application/vc+jwt"}, timeout=30).text
for body, kind, status, code in [
    (json.dumps(ours), "application/vc+ld+json", 400, "not_allowed"), (jwt, "text/plain", 400, "not_allowed"),
    (json.dumps(unsigned), "application/json", 400, "invalid_data"), (json.dumps(forged), "application/json", 400, "invalid_data"),
    (jwt, "application/json", 400, "invalid_data"), (json.dumps(ours), "text/plain", 400, "invalid_data"),
    (json.dumps(ours), "text/csv", 415, "invalid_data"), ("", "text/plain", 400, "invalid_data"),
    ("{" * 2_000_000, "application/json", 413, "invalid_data"),
]:
    refused(requests.post(url, data=body.encode(), headers=bearer(tokens["access_token"]) | {"Content-Type": kind}, timeout=30), status, code)

# Tokens: without, made up, for something else; queries that there aren't.
refused(requests.get(url, timeout=30), 401, "unauthorizedrequest")
refused(read("A" * 43), 401, "unauthorizedrequest")
refused(read("x"), 401, "unauthorizedrequest")
refused(read(tokens["refresh_token"]), 401, "unauthorizedrequest")
insufficient = requests.post(url, json=ours, headers=bearer(of_bert["access_token"]), timeout=30)
refused(insufficient, 403, "forbidden")
demand("insufficient_scope" in insufficient.headers["WWW-Authenticate"], f"{insufficient.headers}")
for query in ("?limit=0", "?offset=-1", "?limit=x", "?since=yesterday", "?limit=1&limit=2", "?other=1"):
    refused(read(tokens["access_token"], query), 400, "invalid_query_parameter")

# The authorization request: of what is wrong with host or address only the holder is told, of the rest the host.
good = host.request()
for changes in ({"client_id": "x"}, {"client_id": None}, {"redirect_uri": "http://127.0.0.1:9/other"}, {"redirect_uri": None}, {"redirect_uri": REDIRECT + "#x"}):
    answer = anna.authorize(**(good | changes))
    demand("Location" not in answer.headers, "redirected to an address that isn't registered")
    refused(answer, 400)
for changes, error in [
    ({"state": None}, "invalid_request"), ({"response_type": "token"}, "unsupported_response_type"),
    ({"code_challenge": None}, "invalid_request"), ({"code_challenge_method": "plain"}, "invalid_request"), ({"code_challenge": "short"}, "invalid_request"),
    ({"scope": "all"}, "invalid_scope"), ({"scope": None}, "invalid_scope"), ({"scope": "offline_access"}, "invalid_scope"),
]:
    answer = host.answer(anna.authorize(**(good | changes)))
    demand(answer["error"] == error and "code" not in answer, f"{answer}")
    SUMMARY["refused"] += 1
too_much = other.answer(anna.authorize(**other.request(ALL)))
demand(too_much["error"] == "invalid_scope", "more than was registered")
demand(host.answer(anna.authorize("deny", **host.request()))["error"] == "access_denied", "a refusal")
refused(anna.authorize("perhaps", **host.request()), 400)
refused(anna.authorize(headers={"Origin": "https://evil.example"}, **host.request()), 403)
stranger = requests.get(f"{BASE}/oauth/authorize", params=host.request(), headers={"Accept": "text/html"}, timeout=30)
demand("&lt;b&gt;host&lt;/b&gt;" in stranger.text and "<b>host" not in stranger.text, "a name of markup")
refused(stranger, 401)
refused(requests.post(f"{BASE}/oauth/authorize?" + urllib.parse.urlencode(host.request()), data={"decision": "allow"}, allow_redirects=False, timeout=30), 401)

# Codes: another verifier, address, host or secret; twice; at once.
for changes in ({"code_verifier": secrets.token_urlsafe(48)}, {"redirect_uri": REDIRECT + "x"}):
    refused(host.redeem(host.code(anna), **changes), 400, "invalid_grant")
code = host.code(anna)
other.verifier = host.verifier
refused(other.redeem(code), 400, "invalid_grant")
refused(host.redeem(code, secret="A" * 43), 401, "invalid_client")
refused(requests.post(TOKEN_URL, data={"grant_type": "authorization_code", "code": code}, timeout=30), 401, "invalid_client")
refused(host.token(grant_type="authorization_code", code=code), 400, "invalid_request")
got = host.redeem(code).json()
demand(read(got["access_token"]).status_code == 200, "another host's attempt cost the code")
refused(host.redeem(code), 400, "invalid_grant")
refused(read(got["access_token"]), 401, "unauthorizedrequest")
refused(host.token(grant_type="refresh_token", refresh_token=got["refresh_token"]), 400, "invalid_grant")
code = host.code(anna)
with concurrent.futures.ThreadPoolExecutor(6) as pool:
    answers = list(pool.map(lambda _: host.redeem(code).status_code, range(6)))
demand(sorted(answers) == [200] + [400] * 5, f"{answers}")

# Refreshing: less than was granted, not more; once; the old one ends all.
fresh = host.token(grant_type="refresh_token", refresh_token=tokens["refresh_token"], scope=ALL[0])
demand(fresh.status_code == 200 and fresh.json()["scope"] == ALL[0], fresh.text)
fresh = fresh.json()
demand(read(fresh["access_token"]).status_code == 200, "a fresh token")
refused(requests.get(f"{BASE}/ims/ob/v3p0/profile", headers=bearer(fresh["access_token"]), timeout=30), 403, "forbidden")
refused(host.token(grant_type="refresh_token", refresh_token=fresh["refresh_token"], scope="all"), 400, "invalid_scope")
refused(other.token(grant_type="refresh_token", refresh_token=fresh["refresh_token"]), 400, "invalid_grant")
refused(host.token(grant_type="refresh_token", refresh_token=tokens["refresh_token"]), 400, "invalid_grant")
refused(read(fresh["access_token"]), 401, "unauthorizedrequest")

# Giving back: an access token alone, a refresh token with all that it is of; another host's stays.
revoke = f"{BASE}/oauth/revoke"
tokens = host.tokens(anna)
demand(requests.post(revoke, data={"token": tokens["access_token"]}, auth=(other.id, other.secret), timeout=30).status_code == 200, "revocation")
demand(read(tokens["access_token"]).status_code == 200, "another host gave it back")
requests.post(revoke, data={"token": tokens["access_token"], "token_type_hint": "access_token"}, auth=(host.id, host.secret), timeout=30)
refused(read(tokens["access_token"]), 401, "unauthorizedrequest")
tokens = host.token(grant_type="refresh_token", refresh_token=tokens["refresh_token"]).json()
requests.post(revoke, data={"token": tokens["refresh_token"], "token_type_hint": "refresh_token"}, auth=(host.id, host.secret), timeout=30)
refused(read(tokens["access_token"]), 401, "unauthorizedrequest")
demand(requests.post(revoke, data={"token": "nonsense"}, auth=(host.id, host.secret), timeout=30).status_code == 200, "what is no token is none already")
refused(requests.post(revoke, data={"token": "x", "token_type_hint": "x"}, auth=(host.id, host.secret), timeout=30), 400, "unsupported_token_type")
refused(requests.post(revoke, data={"token": "x"}, timeout=30), 401, "invalid_client")

# The holder takes back what was granted; another holder can't.
tokens = host.tokens(anna)
page = anna.browser.get(f"{BASE}/holder/hosts", timeout=30).text
grants = re.findall(r"/holder/hosts/([0-9a-f-]{36})/revocation", page)
demand(grants and "&lt;b&gt;host" in page, "the page of hosts")
refused(bert.browser.post(f"{BASE}/holder/hosts/{grants[0]}/revocation", allow_redirects=False, timeout=30), 404)
demand(read(tokens["access_token"]).status_code == 200, "another holder took it back")
done = anna.browser.post(f"{BASE}/holder/hosts/{grants[0]}/revocation", allow_redirects=False, timeout=30)
demand(done.status_code == 303, f"{done.status_code}")
refused(read(tokens["access_token"]), 401, "unauthorizedrequest")

# Registrations that aren't in order.
for changes, error in [
    ({"client_name": ""}, "invalid_client_metadata"), ({"tos_uri": "http://evil.example/"}, "invalid_client_metadata"),
    ({"policy_uri": "https://other.example/"}, "invalid_client_metadata"), ({"scope": "all"}, "invalid_client_metadata"),
    ({"token_endpoint_auth_method": "none"}, "invalid_client_metadata"), ({"grant_types": ["implicit"]}, "invalid_client_metadata"),
    ({"response_types": ["token"]}, "invalid_client_metadata"), ({"redirect_uris": []}, "invalid_redirect_uri"),
    ({"redirect_uris": ["javascript:alert(1)"]}, "invalid_redirect_uri"), ({"redirect_uris": ["http://127.0.0.1:9/#x"]}, "invalid_redirect_uri"),
    ({"redirect_uris": ["http://user@127.0.0.1:9/"]}, "invalid_redirect_uri"), ({"redirect_uris": "x"}, "invalid_redirect_uri"),
    ({"redirect_uris": ["https://evil.example/\r\nSet-Cookie: a=b"]}, "invalid_redirect_uri"),
]:
    refused(requests.post(REGISTER, json=host.metadata | changes, timeout=30), 400, error)
refused(requests.post(REGISTER, data=b"[" * 200_000, headers={"Content-Type": "application/json"}, timeout=30), 413)
print(json.dumps(SUMMARY))
