internal import JSON

/// Resources that a credential is bound to by their digests (§5.3).
extension DataModelCheck {
    mutating func checkRelatedResources(_ credential: JSONValue) {
        var known: [String] = []
        for resource in objects(credential, "relatedResource", .relatedResources) {
            checkIdentifier(resource, isRequired: true, rule: .relatedResources)
            if let mediaType = resource["mediaType"], mediaType.kind != .string {
                fault(mediaType, .relatedResources, "This must be a media type.")
            }
            let id = resource["id"]?.string ?? ""
            if !id.isEmpty, known.contains(where: sameBytes(id)), let member = resource["id"] {
                fault(member, .relatedResources, "Another related resource has this id.")
            }
            known.append(id)
            checkDigests(resource, of: id)
        }
    }

    private mutating func checkDigests(_ resource: JSONValue, of id: String) {
        let members = [
            (resource["digestSRI"], ResourceDigest.readSRI),
            (resource["digestMultibase"], ResourceDigest.readMultibase),
        ]
        if members.allSatisfy({ $0.0 == nil }) {
            fault(resource, .relatedResources, "It has neither a “digestSRI” nor a “digestMultibase”.")
        }
        for case (let member?, let read) in members {
            let digests = read(member.string ?? "")
            if digests.isEmpty {
                fault(member, .relatedResources, "This must be a SHA-256, SHA-384 or SHA-512 digest in its own form.")
            } else if ResourceDigest.contradicts(digests, of: id) {
                fault(member, .relatedResources, "The resource has another digest.")
            }
        }
    }
}
