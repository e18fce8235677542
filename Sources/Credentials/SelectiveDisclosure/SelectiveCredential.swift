internal import JSON

/// An SD-JWT VC as somebody handed it in (RFC 9901, draft-ietf-oauth-sd-jwt-vc).
struct SelectiveCredential: Sendable {
    /// What `typ` may say: the name of today, and that of before November 2024.
    static let types = ["dc+sd-jwt", "vc+sd-jwt"]

    /// The issuer's token.
    let token: CompactJWS
    /// What the issuer signed.
    let payload: JSONValue
    /// What the signed payload says together with what is disclosed; an error where they don't belong together.
    let claims: Result<JSONDocument, CredentialError>
    /// What the holder signed; nil when the holder did not.
    let binding: KeyBinding?
    /// The digest of all that stands before the key binding.
    let digest: String

    /// Whether bytes are to be read as an SD-JWT: a token with a tilde in it.
    static func isOne(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first(where: { !isSpace($0) }) else { return false }
        return first != UInt8(ascii: "{") && bytes.contains(UInt8(ascii: "~"))
    }

    /// Reads an SD-JWT, with or without key binding; white space around it is passed over.
    /// - Throws: ``CredentialError`` when it isn't of the form.
    init(parsing bytes: [UInt8]) throws(CredentialError) {
        guard bytes.count <= CompactJWS.maximumBytes else {
            throw CredentialError(.invalidToken, "It is longer than \(CompactJWS.maximumBytes) bytes.")
        }
        let content = Array(bytes.drop(while: Self.isSpace).reversed().drop(while: Self.isSpace).reversed())
        let parts = content.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, parts.count >= 2,
            parts.count - 2 <= DisclosedClaims.maximumCount
        else {
            throw CredentialError(
                .invalidToken,
                "An SD-JWT is a token and up to \(DisclosedClaims.maximumCount) disclosures, each before a ~.")
        }
        token = try CompactJWS(parsing: first, types: Self.types, reading: .anyMembers)
        guard let type = token.header.type, Self.types.contains(where: sameBytes(type.lowercased())) else {
            throw CredentialError(.invalidToken, "The token doesn't say that it is an SD-JWT VC (typ dc+sd-jwt).")
        }
        payload = try Self.object(token.payload)
        guard payload["vct"]?.kind == .string else {
            throw CredentialError(.invalidToken, "It doesn't say of which type it is (vct).")
        }
        guard let hash = payload["_sd_alg"].map({ $0.string.flatMap(SDHash.init(rawValue:)) }) ?? .sha256 else {
            throw CredentialError(.invalidToken, "The hash of its disclosures (_sd_alg) is not one that is known here.")
        }
        var disclosures: [ReceivedDisclosure] = []
        for part in parts.dropFirst().dropLast() { disclosures.append(try ReceivedDisclosure(part)) }
        do throws(CredentialError) {
            claims = .success(
                try JSONDocument(assembled: DisclosedClaims.json(of: payload, disclosures: disclosures, by: hash)))
        } catch { claims = .failure(error) }
        binding = last.isEmpty ? nil : try KeyBinding(last)
        digest = hash.digest(content.dropLast(last.count))
    }

    private static func object(_ bytes: [UInt8]) throws(CredentialError) -> JSONValue {
        let limits = JSONLimits(maximumDepth: 32, maximumBytes: CompactJWS.maximumBytes)
        guard let root = try? JSONDocument(parsing: bytes, limits: limits).root, root.kind == .object else {
            throw CredentialError(.invalidToken, "The content of the token is no JSON object.")
        }
        return root
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
