"""The verifier's own trial: what others published and signed must verify, and badges that others baked must be read."""

from . import Refused, demand, images
from .encodings import parse
from .issuer import ed25519
from .mutations import chance_of, characters
from .proof import check_document

SIGNED = ("eddsa-rdfc-2022/signedDataInt.json", "eddsa-rdfc-2022/employ/signedDataInt.json")


class AnyKeys:
    """An issuer whose keys are named by themselves, as in W3C's vectors."""

    class Keys(dict):
        def __missing__(self, method):
            demand("#z6Mk" in method, f"{method} names no key")
            return ed25519(method.rsplit("#", 1)[1])

        def __contains__(self, method):
            return "#z6Mk" in method

    proof_keys = Keys()


def check_vectors(pinned, graphs):
    """Checks the published vectors; returns how many documents and images were read."""
    count = 0
    for name in SIGNED:
        data = pinned.files.get(f"vc-di-eddsa/{name}")
        demand(data, f"the archive has no {name}")
        document = parse(data.decode("utf-8"))
        if not set(document["@context"]) <= set(graphs.contexts):
            continue
        if isinstance(document["proof"], dict):
            document["proof"] = [document["proof"]]
        # Some vectors repeat the contexts in their proof.
        document["proof"][0].pop("@context", None)
        check_document(document, AnyKeys, graphs.agreed)
        for what, changed in characters(document, chance_of(name)):
            try:
                check_document(changed, AnyKeys, graphs.agreed)
            except Refused:
                continue
            raise Refused(f"a change of a published vector is accepted: {what}")
        count += 1
    demand(count, "no published vector was checked")
    for name, read in (("simple-json.png", images.from_png), ("simple-json.svg", images.from_svg)):
        demand("proof" in parse(read(pinned.files[f"ob3/validator-samples/{name}"])), f"{name} holds no credential")
    for name, read in (("simple-jwt.png", images.from_png), ("simple-jwt.svg", images.from_svg)):
        demand(read(pinned.files[f"ob3/validator-samples/{name}"]).count(".") == 2, f"{name} holds no token")
    return count + 4
