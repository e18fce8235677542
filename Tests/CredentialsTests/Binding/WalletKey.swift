import Foundation

@testable import Credentials

/// A wallet's key, and the proofs that it makes with it.
struct WalletKey {
    let key: SigningKey

    init(_ key: SigningKey = SigningKey()) { self.key = key }

    /// A proof by the key itself; `header` and `payload` replace what stands there otherwise.
    func proof(header: String? = nil, payload: String? = nil, signedBy other: SigningKey? = nil) throws -> [UInt8] {
        let algorithm = key.algorithm.name
        let jwk = String(decoding: key.publicKey.bareTree.bytes, as: UTF8.self)
        let header = header ?? #"{"typ":"openid4vci-proof+jwt","alg":"\#(algorithm)","jwk":\#(jwk)}"#
        let payload = payload ?? #"{"aud":"https://badges.example","iat":1800000000,"nonce":"n-0"}"#
        let input = base64url(header) + "." + base64url(payload)
        let signature = try (other ?? key).signature(over: Array(input.utf8))
        return Array((input + "." + base64url(signature)).utf8)
    }
}
