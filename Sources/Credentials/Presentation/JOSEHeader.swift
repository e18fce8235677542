internal import JSON

/// The header of a credential's JWS.
struct JOSEHeader: Sendable {
    /// The length beyond which a header isn't read; a key in the header needs no more.
    static let maximumBytes = 4096

    /// Which members a header may have.
    enum Reading {
        /// Those that Open Badges allows: `alg`, `kid` or `jwk`, `typ`.
        case badgeMembers
        /// Any that need not be understood: SD-JWT VC and key bindings have them.
        case anyMembers

        /// The length beyond which a header isn't read; a chain of certificates needs more than a key.
        var maximumBytes: Int { self == .badgeMembers ? JOSEHeader.maximumBytes : 4 * JOSEHeader.maximumBytes }
    }

    let algorithm: String
    /// What the token says that it is.
    let type: String?
    /// The DID URL of the key.
    let keyID: String?
    /// Whether the token brings its own key, which proves nothing about the issuer.
    let bringsKey: Bool
    /// Whether the token brings certificates for its key.
    let isByCertificate: Bool

    /// What `typ` may say of a credential.
    static let credentialTypes = ["jwt", "vc+jwt", "vc+ld+json+jwt", "vc+ld+jwt"]
    /// What `typ` may say of a presentation.
    static let presentationTypes = ["jwt", "vp+jwt", "vp+ld+json+jwt", "vp+ld+jwt"]

    /// Reads a header.
    init(
        parsing bytes: [UInt8], types: [String] = credentialTypes, reading: Reading = .badgeMembers
    ) throws(CredentialError) {
        let document: JSONDocument
        let limits = JSONLimits(maximumDepth: 4, maximumBytes: reading.maximumBytes)
        do { document = try JSONDocument(parsing: bytes, limits: limits) } catch {
            throw CredentialError(.invalidToken, "The header is not JSON: \(error.reason)")
        }
        let root = document.root
        guard root.kind == .object else { throw CredentialError(.invalidToken, "The header is not an object.") }
        for (name, value) in root.members {
            let name = name.string ?? ""
            guard ["alg", "kid", "jwk", "typ"].contains(where: { sameBytes($0, name) }) else {
                if reading == .anyMembers, !sameBytes(name, "crit") { continue }
                throw CredentialError(
                    .invalidToken, "The header has a member that may not stand there: \(quoted(name)).")
            }
            guard value.kind == (sameBytes(name, "jwk") ? .object : .string) else {
                throw CredentialError(.invalidToken, "The header's member \(quoted(name)) is of the wrong kind.")
            }
        }
        guard let algorithm = root["alg"]?.string else {
            throw CredentialError(.invalidToken, "The header names no algorithm.")
        }
        if let type = root["typ"]?.string, !types.contains(where: sameBytes(type.lowercased())) {
            throw CredentialError(
                .invalidToken, "The header's type, \(quoted(type)), is not that of what is to be verified.")
        }
        self.algorithm = algorithm
        type = root["typ"]?.string
        isByCertificate = root["x5c"] != nil
        keyID = root["kid"]?.string
        bringsKey = root["jwk"] != nil
    }
}
