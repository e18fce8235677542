internal import JSON

/// A credential with its own proof, as it goes into a learner record: byte for byte as it was issued.
public struct RecordedCredential: Hashable, Sendable {
    /// The credential's id.
    public let id: String
    /// The credential with its proof.
    public let document: [UInt8]
    /// The id of what was achieved.
    let achievement: String?
    /// The id of the scale on which a level was reached.
    let scale: String?
    /// The number of that level, from 1.
    let level: Int?

    /// Reads a credential.
    /// - Throws: ``CredentialError`` when it is no credential with an id and a proof within it.
    public init(_ document: [UInt8]) throws(CredentialError) {
        let root: JSONValue
        do { root = try JSONDocument(parsing: document).root } catch {
            throw CredentialError(.invalidCredential, "A credential of the record is not JSON: \(error.reason)")
        }
        guard let id = root["id"]?.string, root["proof"] != nil, root["credentialSubject"]?.kind == .object else {
            throw CredentialError(
                .invalidCredential, "A credential of the record has no id, no subject, or no proof within it.")
        }
        self.id = id
        self.document = document
        let subject = root["credentialSubject"]
        achievement = subject?["achievement"]?["id"]?.string
        let result = subject?["result"]?.elements.first { $0["achievedLevel"] != nil }
        scale = result?["resultDescription"]?.string
        level = Self.level(result?["achievedLevel"]?.string, on: scale, subject?["achievement"])
    }

    /// The number that the description of a scale has for a level.
    private static func level(_ uri: String?, on scale: String?, _ achievement: JSONValue?) -> Int? {
        guard let uri, let scale else { return nil }
        let description = achievement?["resultDescription"]?.elements.first {
            $0["id"]?.string.map(sameBytes(scale)) ?? false
        }
        let level = description?["rubricCriterionLevel"]?.elements.first {
            $0["id"]?.string.map(sameBytes(uri)) ?? false
        }
        return level?["level"]?.string.flatMap(Int.init)
    }
}
