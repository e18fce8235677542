internal import Foundation
public import JWTKit

/// An issuer of bearer tokens, for tests: keys that it publishes, and tokens that it signs.
public struct TestTokens: Sendable {
    /// What `iss` is.
    public static let issuer = "https://login.example.org/city"
    /// What `aud` is.
    public static let audience = "tessera"

    /// The id of the key.
    public let keyID: String
    private let key = ES256PrivateKey()

    /// An issuer with one key.
    public init(keyID: String) {
        self.keyID = keyID
    }

    /// The claims of a token.
    public struct Claims: JWTPayload {
        /// `iss`.
        public var iss: String? = TestTokens.issuer
        /// `sub`.
        public var sub: String? = "ada"
        /// `aud`.
        public var aud: [String]? = [TestTokens.audience]
        /// `exp`.
        public var exp: Double? = Date().timeIntervalSince1970 + 600
        /// `nbf`.
        public var nbf: Double?
        /// `scope`.
        public var scope: String? = "statements/write statements/read/mine"
        /// `azp`.
        public var azp: String?
        /// `city`.
        public var city: String?
        /// `scp`.
        public var scp: [String]?

        /// Claims that are in order.
        public init() {}

        /// Everything goes.
        public func verify(using algorithm: some JWTAlgorithm) {}
    }

    /// A token, with the claims changed.
    public func token(_ change: (inout Claims) -> Void = { _ in }) async throws -> String {
        var claims = Claims()
        change(&claims)
        let kid = JWKIdentifier(string: keyID)
        return try await JWTKeyCollection().add(ecdsa: key, kid: kid).sign(claims, kid: kid)
    }

    /// A token signed with the published key as if it were a shared secret.
    public func tokenBySecret() async throws -> String {
        let secret = HMACKey(from: Data(key.publicKey.pemRepresentation.utf8))
        return try await JWTKeyCollection()
            .add(hmac: secret, digestAlgorithm: .sha256, kid: .init(string: keyID))
            .sign(Claims(), kid: .init(string: keyID))
    }

    /// A token that nobody signed.
    public func tokenUnsigned() async throws -> String {
        let parts = try await token().split(separator: ".")
        let header = Data(#"{"alg":"none","kid":"\#(keyID)"}"#.utf8).base64EncodedString()
        return header.replacing("=", with: "") + ".\(parts[1])."
    }

    /// The public key as a JSON Web Key.
    public var publicKey: String {
        get throws {
            struct Missing: Error {}
            guard let point = key.parameters else { throw Missing() }
            let (x, y) = (Self.url(point.x), Self.url(point.y))
            return #"{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"\#(keyID)","x":"\#(x)","y":"\#(y)"}"#
        }
    }

    /// The set of keys of issuers, beside keys that are of no use here.
    public static func keySet(_ issuers: TestTokens...) throws -> String {
        let others =
            #"{"kty":"oct","kid":"secret","k":"AAAA"},{"kty":"RSA","use":"enc","kid":"e","n":"AQAB","e":"AQAB"}"#
        return #"{"keys":[\#(([others] + (try issuers.map { try $0.publicKey })).joined(separator: ","))]}"#
    }

    private static func url(_ base64: String) -> String {
        base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
