"""An independent verifier of Tessera's credentials: it shares no code with the server.

| module | what |
|---|---|
| `pinned` | the published contexts and the schema, by SHA-256 |
| `encodings` | base64url, base58 and JSON, read strictly |
| `graphs` | the canonical graph of a document, found by two processors |
| `issuer` | the keys that the issuer's DID document lists |
| `proof` | `eddsa-rdfc-2022` within a document, and ES256 around one |
| `credential` | what a credential must be and say |
| `statuslist` | Bitstring Status Lists |
| `images` | credentials in PNG and SVG |
| `mutations` | documents and tokens with one thing changed |
| `server` | the server under test |
"""


class Refused(Exception):
    """Something does not verify; the message says what."""


def demand(condition, message):
    """Refuses unless the condition holds."""
    if not condition:
        raise Refused(message)
