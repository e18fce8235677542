"""The published contexts and the schema of Open Badges, read from the archive of vectors and pinned by SHA-256."""

import hashlib
import json
import tarfile

from . import demand

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"

CONTEXTS = {
    CREDENTIALS: ("credentials-v2.json", "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"),
    BADGES: ("ob-3.0.3.validator.json", "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84"),
    EXTENSIONS: ("ob-extensions.json", "146f85aa16effd7ca1da8056eb443f53ce1eca8a34186cb062832c0a97d889c3"),
    EXAMPLES: ("credentials-examples-v2.json", "57393fbc69d6efb9b9b5dc9cb6b9880b0944360abfe2eaf459c9e58cf2279d7c"),
}
SCHEMA = (
    "ob3/ob_v3p0_achievementcredential_schema.json",
    "859e405b592d93c3261fe899362f4128801140d4d20c01502a066b3540483d95",
)


class Pinned:
    """What is fixed beforehand: nothing is fetched that says what a credential means."""

    def __init__(self, archive):
        wanted = {f"vectors/contexts/{name}": digest for name, digest in CONTEXTS.values()}
        wanted["vectors/" + SCHEMA[0]] = SCHEMA[1]
        found = {}
        with tarfile.open(archive, "r:xz") as tar:
            for member in tar:
                if member.name in wanted or member.name.startswith(("vectors/vc-di-eddsa/", "vectors/ob3/validator-samples/")):
                    if member.isfile():
                        found[member.name] = tar.extractfile(member).read()
        for name, digest in wanted.items():
            demand(name in found, f"the archive has no {name}")
            demand(hashlib.sha256(found[name]).hexdigest() == digest, f"{name} is not the published one")
        self.contexts = {url: json.loads(found[f"vectors/contexts/{name}"]) for url, (name, _) in CONTEXTS.items()}
        self.schema = json.loads(found["vectors/" + SCHEMA[0]])
        self.files = {name.removeprefix("vectors/"): data for name, data in found.items()}
