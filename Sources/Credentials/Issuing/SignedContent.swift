public import FoundationEssentials
internal import JSON

/// What a credential said when it was signed, to be signed anew: the same, but perhaps in force from another time.
///
/// ```swift
/// let content = try SignedContent(json: stored, validFrom: now)
/// let token = try await JWTSecuring(signer: signer).secure(content)
/// ```
public struct SignedContent: Hashable, Sendable {
    /// The credential's id.
    public let id: String
    /// The credential without proof.
    public let json: [UInt8]
    /// The claims of a token that repeat parts of it, as an object.
    let claims: [UInt8]

    /// Reads a credential of ours without proof.
    ///
    /// Its members stay as they are, byte for byte, but for two: `validFrom`, so that whoever has both takes the later
    /// one, and a creator of the achievement that only repeats the issuer.
    ///
    /// - Parameter validFrom: From when it is in force; nil for the time that it names.
    /// - Throws: `CredentialError` when it is no credential of the form that is issued here.
    public init(json bytes: [UInt8], validFrom: Date? = nil) throws(CredentialError) {
        let root = try Self.parse(bytes)
        guard let id = root["id"]?.string, let issuer = root["issuer"]?["id"]?.string,
            let subject = root["credentialSubject"]?["id"]?.string, let start = root["validFrom"]?.string,
            let known = DateTime.parse(start)
        else { throw CredentialError(.invalidCredential, "The credential lacks an id, issuer, subject or date.") }
        let until = root["validUntil"]?.string.flatMap(DateTime.parse)
        let from = validFrom.map { Instant($0) } ?? known
        self.id = id
        json = Self.replacing(root, validFrom: validFrom.map(DateTime.text) ?? start)
        claims =
            JSONTree.object(
                .init("iss", issuer), .init("jti", id), .init("sub", subject), .init("nbf", .integer(from.seconds)),
                .init("exp", until.map { .integer($0.seconds) })
            ).bytes
    }

    init(id: String, json: [UInt8], claims: [UInt8]) {
        self.id = id
        self.json = json
        self.claims = claims
    }

    private static func replacing(_ root: JSONValue, validFrom: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            for (key, value) in root.members {
                let name = key.string ?? ""
                writer.key(name)
                if sameBytes(name, "validFrom") {
                    writer.string(validFrom)
                } else if sameBytes(name, "credentialSubject") {
                    writer.raw(withoutCreator(value, of: root["issuer"]))
                } else {
                    writer.raw(value.bytes)
                }
            }
        }
        return writer.bytes
    }

    private static func withoutCreator(_ subject: JSONValue, of issuer: JSONValue?) -> [UInt8] {
        guard let achievement = subject["achievement"], let creator = achievement["creator"], let issuer,
            Array(creator.bytes) == Array(issuer.bytes)
        else { return Array(subject.bytes) }
        var writer = JSONWriter()
        writer.object { writer in
            for (key, value) in subject.members {
                let name = key.string ?? ""
                writer.key(name)
                writer.raw(
                    sameBytes(name, "achievement") ? achievement.bytes(without: ["creator"]) : Array(value.bytes))
            }
        }
        return writer.bytes
    }

    static func parse(_ bytes: [UInt8]) throws(CredentialError) -> JSONValue {
        let limits = JSONLimits(maximumDepth: 32, maximumBytes: CompactJWS.maximumBytes)
        do { return try JSONDocument(parsing: bytes, limits: limits).root } catch {
            throw CredentialError(.invalidCredential, "The credential is not JSON: \(error.reason)")
        }
    }
}

extension JWTSecuring {
    /// Signs what a credential said.
    public func secure(_ content: SignedContent) async throws -> SecuredCredential {
        // One object of both: the credential's members, then the claims.
        let payload = content.json.dropLast() + [UInt8(ascii: ",")] + content.claims.dropFirst()
        return try await secure(payload: Array(payload), id: content.id)
    }
}

extension DataIntegritySecuring {
    /// Signs what a credential said.
    public func secure(_ content: SignedContent) async throws -> SecuredCredential {
        try await secure(content.json, id: content.id)
    }
}
