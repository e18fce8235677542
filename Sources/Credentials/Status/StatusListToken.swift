public import FoundationEssentials
internal import Gzip

/// A status list as a token (draft-ietf-oauth-status-list): the same bits as the list's credential, for SD-JWT VCs.
///
/// The first credential has the lowest bit of the first byte here; in a Bitstring Status List it has the highest.
public struct StatusListToken: Sendable {
    /// The media type of the token.
    public static let mediaType = "application/statuslist+jwt"

    /// The token's URL, which credentials name as `uri`.
    public var uri: String
    /// The bits.
    public var bits: StatusBits
    /// When it is signed; whole seconds are kept.
    public var issuedAt: Date
    /// Until when it is in force, so that a stale copy is noticed.
    public var expiresAt: Date
    /// For how long a verifier may keep a copy.
    public var timeToLive: Duration

    /// Describes a token.
    public init(uri: String, bits: StatusBits, issuedAt: Date, expiresAt: Date, timeToLive: Duration) {
        self.uri = uri
        self.bits = bits
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.timeToLive = timeToLive
    }

    /// Signs the token with ES256.
    public func sign(with signer: any Signer) async throws -> SecuredCredential {
        let header = JSONTree.object(
            .init("alg", signer.algorithm.name), .init("typ", "statuslist+jwt"), .init("kid", signer.verificationMethod)
        )
        let payload = JSONTree.object(
            .init("sub", uri), .init("iat", .integer(Instant(issuedAt).seconds)),
            .init("exp", .integer(Instant(expiresAt).seconds)), .init("ttl", .integer(Int(timeToLive / .seconds(1)))),
            .init("status_list", .object(.init("bits", .integer(1)), .init("lst", try Self.encoded(bits.bytes)))))
        return SecuredCredential(
            id: uri, mediaType: Self.mediaType, verificationMethod: signer.verificationMethod,
            bytes: try await CompactJWS.token(header: header, payload: payload.bytes, signer: signer))
    }

    /// The member `lst` for the bytes of a Bitstring Status List: each byte turned round, all compressed with zlib.
    static func encoded(_ bytes: [UInt8]) throws(CredentialError) -> String {
        let compressor: GzipCompressor
        do { compressor = try GzipCompressor(.zlib) } catch {
            throw CredentialError(.invalidStatusList, "The list could not be compressed: \(error)")
        }
        return Base64URL.string(compressor.compress(bytes.map(reversed)) + compressor.finish())
    }

    private static func reversed(_ byte: UInt8) -> UInt8 {
        (0..<8).reduce(0) { $0 << 1 | (byte >> UInt8($1) & 1) }
    }
}
