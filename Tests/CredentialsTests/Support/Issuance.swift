import Credentials
import Foundation
import Testing

/// An issuer with a key, who issues and publishes a document.
struct Issuance {
    let key = SigningKey()
    let issuer: DIDWeb
    let signer: KeySigner
    let document: DIDDocument

    init() throws {
        issuer = try Example.identity()
        signer = KeySigner(key: key, issuer: issuer)
        document = DIDDocument(issuer: issuer, signing: [key.publicKey])
    }

    var verifier: CredentialVerifier { CredentialVerifier(issuers: KnownIssuers([document])) }

    func issue(_ award: CompetenceAward) async throws -> [UInt8] {
        try await JWTSecuring(signer: signer).secure(OpenBadgeCredential(award)).bytes
    }

    func issue() async throws -> [UInt8] { try await issue(Example.award()) }

    /// Signs any header and payload, as an issuer with a faulty program would.
    func sign(header: String? = nil, payload: String) throws -> [UInt8] {
        let header = header ?? #"{"alg":"ES256","kid":"\#(signer.verificationMethod)"}"#
        let input = base64url(header) + "." + base64url(payload)
        let signature = try key.signature(over: Array(input.utf8))
        return Array((input + "." + base64url(signature)).utf8)
    }

    /// The payload of an issued token with a text replaced.
    func payload(replacing old: String = "", with new: String = "") async throws -> String {
        let token = try await String(decoding: issue(), as: UTF8.self)
        let payload = String(decoding: try bytes(base64url: token.split(separator: ".")[1]), as: UTF8.self)
        return old.isEmpty ? payload : payload.replacingOccurrences(of: old, with: new)
    }
}

func base64url(_ text: String) -> String { base64url(Array(text.utf8)) }

func base64url(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
        .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
}

func bytes(base64url text: some StringProtocol) throws -> [UInt8] {
    let padded =
        text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        + String(repeating: "=", count: (4 - text.count % 4) % 4)
    return try Array(#require(Data(base64Encoded: padded)))
}
