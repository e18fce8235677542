"""What happens to a status list: both forms verify and have the same bits, every change is refused."""

import time
import zlib

from . import Refused, demand
from .encodings import base64url, parse, unbase64url
from .mutations import chance_of, characters, structures, tokens
from .statuslist import StatusLists

GZIP = 16 + zlib.MAX_WBITS
# How long a revocation may take to be published; the server looks twice a second.
PATIENCE = 15


class ListTrial:
    """Tries the status lists that credentials name."""

    def __init__(self, trial):
        self.trial = trial
        self.server = trial.server
        self.lists = StatusLists(trial.verifier.issuer, trial.verifier.graphs)

    def run(self, places, revoked):
        """Exactly the credentials that are revoked have their bit set.

        `places` has the list and the place by the credential's URL, `revoked` are URLs.
        """
        demand(len(set(places.values())) == len(places), "two credentials have the same place")
        for url in sorted({list_url for list_url, _ in places.values()}):
            wanted = {place for name, (list_url, place) in places.items() if list_url == url and name in revoked}
            document, token, published = self.published(url, wanted)
            for name, (list_url, place) in places.items():
                if list_url == url:
                    found = published.is_set(place)
                    demand(found == (place in wanted), f"{name}: its bit is {'set' if found else 'not set'}")
                    self.trial.counts["revoked"] += found
            self.trial.counts["bits"] += published.count
            if self.trial.tries_changes:
                self.changes(url, document, token)

    def published(self, url, wanted):
        """The list in both forms, once it shows what is wanted; it may be signed anew in between."""
        path = self.server.path_of(url)
        deadline = time.monotonic() + PATIENCE
        while True:
            document = parse(self.server.text(path, "application/vc"))
            token = self.server.text(path, "application/vc+jwt")
            try:
                published, same = self.lists.document(document, url), self.lists.token(token, url)
                demand(published.bits == same.bits, "the two forms have other bits")
                if all(published.is_set(place) for place in wanted) or time.monotonic() > deadline:
                    break
            except Refused:
                if time.monotonic() > deadline:
                    raise
            time.sleep(0.2)
        self.trial.counts["lists"] += 2
        return document, token, published

    def changes(self, url, document, token):
        changes = [characters(document, chance_of(url)), structures(document, chance_of(url + "s")), other_bits(document)]
        for what, changed in (change for part in changes for change in part):
            if changed != document:
                self.trial.refuse(what, lambda: self.lists.document(changed, url))
        for what, text in tokens(token, chance_of(url + "t"), True):
            if text != token:
                self.trial.refuse(what, lambda: self.lists.token(text, url))


def other_bits(document):
    """The list with another bit set or cleared, packed as it should be."""
    subject = document["credentialSubject"]
    bits = zlib.decompress(unbase64url(subject["encodedList"][1:]), GZIP)
    chance = chance_of(document["id"])
    used = [place for place, byte in enumerate(bits) if byte]
    for place in [0, len(bits) - 1, *used, *(chance.randrange(len(bits)) for _ in range(20))]:
        changed = bytearray(bits)
        changed[place] ^= 1 << chance.randrange(8)
        pack = zlib.compressobj(wbits=GZIP)
        encoded = "u" + base64url(pack.compress(bytes(changed)) + pack.flush())
        yield f"byte {place}", {**document, "credentialSubject": {**subject, "encodedList": encoded}}
