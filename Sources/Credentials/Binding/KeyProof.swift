public import FoundationEssentials
internal import JSON

/// A wallet's proof that it has a key: a JWT of type `openid4vci-proof+jwt` (OpenID4VCI 1.0, appendix F.1).
///
/// Reading one checks its signature with the key that it names. Whom it is for, when it was made, and whether its nonce
/// was given out and not used before, is for the caller to look at.
public struct KeyProof: Sendable {
    /// The algorithms that proofs may be signed with, by their JOSE names.
    public static let algorithms = ["ES256", "ES384", "EdDSA"]

    /// The length beyond which a proof isn't read, in bytes.
    static let maximumBytes = 16_384

    /// The key.
    public let key: HolderKey
    /// Whom the proof is for (`aud`).
    public let audience: String
    /// When it was made (`iat`).
    public let issuedAt: Date
    /// The challenge that it answers; nil where it answers none.
    public let nonce: String?
    /// Who made it (`iss`); nil for a wallet that told nobody its name.
    public let issuer: String?

    /// Reads a proof.
    /// - Throws: ``CredentialError`` with the code `invalidProof` or `invalidToken` when it isn't of the form, names no key
    ///   or more than one, or wasn't signed with the key.
    public init(_ token: [UInt8]) throws(CredentialError) {
        let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard token.count <= Self.maximumBytes, parts.count == 3, let headerBytes = Base64URL.decode(parts[0]),
            let payloadBytes = Base64URL.decode(parts[1]), let signature = Base64URL.decode(parts[2])
        else { throw Self.error("is not a compact JWS of up to \(Self.maximumBytes) bytes") }
        let header = try Self.object(headerBytes, "header")
        let payload = try Self.object(payloadBytes, "payload")
        guard header["typ"]?.string.map(sameBytes("openid4vci-proof+jwt")) == true else {
            throw Self.error("is not of the type openid4vci-proof+jwt")
        }
        guard header["crit"] == nil, header["x5c"] == nil, header["trust_chain"] == nil else {
            throw Self.error("demands more than is understood here: crit, x5c or trust_chain")
        }
        key = try Self.key(header)
        let algorithm = key.publicKey.algorithm
        let names = algorithm == .edDSA ? ["EdDSA", "Ed25519"] : [algorithm.name]
        guard let name = header["alg"]?.string, names.contains(where: sameBytes(name)) else {
            throw Self.error("names an algorithm other than that of its key, \(algorithm)")
        }
        guard key.publicKey.isValid(signature: signature, over: Array(parts[0]) + [UInt8(ascii: ".")] + parts[1]) else {
            throw Self.error("was not signed with the key that it names")
        }
        guard let audience = payload["aud"]?.string else { throw Self.error("names nobody whom it is for (aud)") }
        guard let seconds = payload["iat"]?.double, seconds.magnitude < 1e11 else {
            throw Self.error("doesn't say when it was made (iat)")
        }
        self.audience = audience
        issuedAt = Date(timeIntervalSince1970: seconds)
        nonce = try Self.text(payload, "nonce")
        issuer = try Self.text(payload, "iss")
    }

    private static func key(_ header: JSONValue) throws(CredentialError) -> HolderKey {
        switch (header["jwk"], header["kid"]) {
        case (let jwk?, nil): return HolderKey(try PublicKey(jwk: jwk))
        case (nil, let kid?):
            guard let url = kid.string else { throw error("has a kid that is no text") }
            return try HolderKey(verificationMethod: url)
        default: throw error("has to name exactly one key, by kid or by jwk")
        }
    }

    private static func text(_ payload: JSONValue, _ name: String) throws(CredentialError) -> String? {
        guard let value = payload[name] else { return nil }
        guard let text = value.string else { throw error("has a claim \(name) that is no text") }
        return text
    }

    private static func object(_ bytes: [UInt8], _ what: String) throws(CredentialError) -> JSONValue {
        let limits = JSONLimits(maximumDepth: 8, maximumBytes: maximumBytes)
        guard let document = try? JSONDocument(parsing: bytes, limits: limits), document.root.kind == .object else {
            throw error("has a \(what) that is no JSON object")
        }
        return document.root
    }

    private static func error(_ what: String) -> CredentialError {
        CredentialError(.invalidProof, "The proof \(what).")
    }
}
