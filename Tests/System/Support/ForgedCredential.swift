import Credentials
import Foundation
import Testing

/// Credentials that look like another's issuer's, as an attacker makes them.
enum ForgedCredential {
    /// A signer that says that its key is another's.
    private struct ForgedName: Signer {
        let key: SigningKey
        let verificationMethod: String

        var algorithm: SignatureAlgorithm { key.algorithm }

        func signature(over bytes: [UInt8]) async throws -> [UInt8] { try key.signature(over: bytes) }
    }

    /// The credential with a proof by the attacker's key, which the fragment of the issuer's DID URL repeats.
    static func withFragment(_ credential: String, issuer did: String) async throws -> String {
        let key = SigningKey.ed25519()
        let signer = ForgedName(key: key, verificationMethod: "\(did)#\(key.publicKey.multibase)")
        var document = try object(Data(credential.utf8))
        document["proof"] = nil
        let unsigned = Array(try JSONSerialization.data(withJSONObject: document))
        return String(
            decoding: try await DocumentSigner(signer: signer).sign(unsigned, ProofOptions(created: Date())),
            as: UTF8.self)
    }

    /// The token with the attacker's signature, and the attacker's key in its header.
    static func withOwnKey(_ token: String) throws -> String {
        let key = SigningKey()
        let header = #"{"alg":"ES256","jwk":\#(String(decoding: key.publicKey.jwk(), as: UTF8.self))}"#
        let payload = try #require(token.split(separator: ".").dropFirst().first)
        let input = base64url(Data(header.utf8)) + "." + payload
        return input + "." + base64url(Data(try key.signature(over: Array(input.utf8))))
    }

    /// The credential with another name of the achievement.
    static func changed(_ credential: String) throws -> String {
        let name = try #require(object(Data(credential.utf8))["name"] as? String)
        return credential.replacingOccurrences(of: name, with: name + "!")
    }

    static func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private static func base64url(_ data: Data) -> String {
        data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
