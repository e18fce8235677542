#!/usr/bin/env python3
"""The Transit engine of a Vault, as far as signing goes: it really signs, with keys that it makes when it starts.

    fake_vault.py TOKEN [BUSY]

POST /v1/sys/seal?mode=M with the token has it answer nothing but 503 (M is `seal`), close connections without an answer
(`drop`), or work again (`none`), as an operator's Vault would be sealed, down, or back.

Has the keys `tessera-es256` (ecdsa-p256) and `tessera-ed25519` under the mount `transit`, and serves over HTTP on a port
of 127.0.0.1 that it prints. The first BUSY requests to sign are answered 503, as a sealed or overloaded Vault does.

Needs: cryptography (PyPI), Python 3.10 or later.
"""

import base64
import http.server
import json
import sys
import threading

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils

TYPES = {"tessera-es256": "ecdsa-p256", "tessera-ed25519": "ed25519"}


def make(kind):
    return ec.generate_private_key(ec.SECP256R1()) if kind == "ecdsa-p256" else ed25519.Ed25519PrivateKey.generate()


def public(key):
    """A public half as Vault shows it: PEM, of Ed25519 the bytes in base64."""
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return base64.b64encode(key.public_key().public_bytes_raw()).decode()
    encoding, form = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(encoding, form).decode()


def sign(key, data, marshaling):
    if isinstance(key, ed25519.Ed25519PrivateKey):
        signature = key.sign(data)
    else:
        signature = key.sign(data, ec.ECDSA(hashes.SHA256()))
        if marshaling == "jws":
            r, s = utils.decode_dss_signature(signature)
            signature = r.to_bytes(32, "big") + s.to_bytes(32, "big")
    if marshaling == "jws":
        return base64.urlsafe_b64encode(signature).decode().rstrip("=")
    return base64.b64encode(signature).decode()


class Vault(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    lock = threading.Lock()
    keys = {name: [make(kind)] for name, kind in TYPES.items()}
    busy = 0
    mode = "none"

    def do_GET(self):
        self.serve(None)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.serve(json.loads(body) if body else {})

    def serve(self, body):
        if self.path.startswith("/v1/sys/seal?mode="):
            Vault.mode = self.path.split("=")[1]
        elif Vault.mode == "drop":
            self.close_connection = True
            return
        with self.lock:
            status, answer = self.answered(self.path.removeprefix("/v1/").split("/"), body)
        data = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def answered(self, path, body):
        if self.headers.get("X-Vault-Token") != sys.argv[1]:
            return 403, {"errors": ["permission denied"]}
        if path[0] == "sys":
            return 200, {}
        if Vault.mode == "seal":
            return 503, {"errors": ["Vault is sealed"]}
        if len(path) < 3 or path[0] != "transit" or path[2] not in self.keys:
            return 404, {"errors": []}
        name, versions = path[2], self.keys[path[2]]
        if path[1] == "sign":
            if Vault.busy > 0:
                Vault.busy -= 1
                return 503, {"errors": ["Vault is sealed"]}
            version = body.get("key_version") or len(versions)
            data = base64.b64decode(body["input"], validate=True)
            text = sign(versions[version - 1], data, body.get("marshaling_algorithm", "asn1"))
            return 200, {"data": {"signature": f"vault:v{version}:{text}", "key_version": version}}
        if path[3:] == ["rotate"]:
            versions.append(make(TYPES[name]))
        shown = {str(number): {"public_key": public(key)} for number, key in enumerate(versions, 1)}
        return 200, {"data": {"name": name, "type": TYPES[name], "latest_version": len(versions), "keys": shown}}

    def log_message(self, *_arguments):
        pass


if __name__ == "__main__":
    Vault.busy = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Vault)
    print(server.server_port, flush=True)
    server.serve_forever()
