"""What happens to one credential: every form of it must verify, and every change of it must be refused."""

import collections
import json

from . import Refused, demand, images
from .credential import place_of
from .encodings import parse, text_of
from .mutations import chance_of, characters, structures, tokens
from .proof import check_document

GENUINE = ("valid", "expired", "notYetValid", "revoked")


def plainly(value):
    """A value without what has no meaning in JSON-LD: a list around one element, an element that stands twice."""
    if isinstance(value, dict):
        return {name: plainly(member) for name, member in value.items()}
    if isinstance(value, list):
        elements = list({json.dumps(element, sort_keys=True): element for element in map(plainly, value)}.values())
        return elements[0] if len(elements) == 1 else elements
    return value


class Trial:
    """Tries credentials, and counts."""

    def __init__(self, server, verifier, forms, tries_changes):
        self.server = server
        self.verifier = verifier
        self.forms = forms
        self.tries_changes = tries_changes
        self.counts = collections.Counter()
        self.deviations = []

    def run(self, url, verdict, is_thorough, server_checks):
        """Tries a credential; returns the list and the place of its status.

        `verdict` is what the server is to find; `is_thorough` tries changes of structure as well; `server_checks` is how many of the changes the server is asked
        about, and stands for all of them when None.
        """
        path = self.server.path_of(url)
        uuid = url.rsplit("/", 1)[1].lower()
        text = self.server.text(path, "application/vc")
        document, token = parse(text), self.server.text(path, "application/vc+jwt")
        credential = self.verifier.document(document, uuid)
        self.counts["documents"] += 1
        demand(self.verifier.token(token, uuid) == credential, "the token says something else than the document")
        self.counts["tokens"] += 1
        for body in (text, token):
            found = self.server.verdict(body.encode("utf-8"))
            demand(found == verdict, f"the server finds it {found}")
        self.baked(path, uuid, credential)
        if self.tries_changes:
            self.changes(uuid, document, token, is_thorough, server_checks)
        return place_of(credential)

    def baked(self, path, uuid, credential):
        """Its images hold it, and an image whose credential was changed holds none."""
        for ending, kind, read in (("png", "image/png", images.from_png), ("svg", "image/svg+xml", images.from_svg)):
            if ending not in self.forms:
                continue
            image = self.server.bytes(f"{path}.{ending}", kind)
            text = read(image)
            found = self.verifier.document(parse(text), uuid) if text[:1] == "{" else self.verifier.token(text, uuid)
            demand(found == credential, f"the {ending} says something else than the document")
            self.counts["images"] += 1
            place = image.index(uuid.encode("ascii"))
            changed = image[:place] + (b"0" if image[place : place + 1] != b"0" else b"1") + image[place + 1 :]
            self.refuse(f"{ending}: one character", lambda: self.verifier.document(parse(read(changed))))

    def changes(self, uuid, document, token, is_thorough, server_checks):
        """Every change is refused by this verifier, and those that it is asked about by the server."""
        changed = [*characters(document, chance_of(uuid))]
        if is_thorough:
            changed += structures(document, chance_of(uuid + "s"))
        bodies = []
        plain = plainly(document)
        for what, value in changed:
            if value == document:
                continue
            self.refuse_document(what, value)
            # What says exactly the same as before may be refused, but need not be.
            if plainly(value) != plain:
                bodies.append((what, text_of(value)))
        for what, text in tokens(token, chance_of(uuid + "t"), is_thorough):
            if text == token:
                continue
            self.refuse(what, lambda: self.verifier.token(text))
            bodies.append((what, text))
        if server_checks is not None:
            bodies = chance_of(uuid + "v").sample(bodies, min(server_checks, len(bodies)))
        for what, body in bodies:
            found = self.server.verdict(body.encode("utf-8"))
            self.counts["server_refused"] += found not in GENUINE
            if found in GENUINE:
                self.deviations.append(f"the server finds a change {found}: {what}")

    def refuse_document(self, what, document):
        """Refused, and told by what: the proof, or only the form."""
        try:
            check_document(document, self.verifier.issuer, self.verifier.graphs.fast)
        except Refused:
            self.counts["refused"] += 1
            return
        self.counts["refused_by_form_alone"] += 1
        self.refuse(what, lambda: self.verifier.document(document))

    def refuse(self, what, verify):
        try:
            verify()
        except Refused:
            self.counts["refused"] += 1
        else:
            self.deviations.append(f"a change is accepted: {what}")
