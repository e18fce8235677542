import Crypto
import Foundation
import JSON

@testable import Credentials

/// An issuer of SD-JWT VCs with what it publishes, and a holder.
struct TokenIssuance {
    static let list = Example.baseURL + "/credentials/status/1/token"

    let key = SigningKey()
    let wallet = WalletKey()
    let signer: KeySigner

    init() throws { signer = KeySigner(key: key, issuer: try Example.identity()) }

    /// What the issuer publishes: by which key, and in whose name.
    func documents(_ published: SigningKey? = nil, issuer: String = Example.baseURL) -> PublishedDocuments {
        let jwk = String(decoding: (published ?? key).publicKey.jwk(id: signer.verificationMethod), as: UTF8.self)
        return PublishedDocuments(texts: [
            Example.baseURL + "/.well-known/jwt-vc-issuer":
                #"{"issuer":"\#(issuer)","jwks_uri":"\#(Example.baseURL)/.well-known/jwks.json"}"#,
            Example.baseURL + "/.well-known/jwks.json": #"{"keys":[\#(jwk)]}"#,
        ])
    }

    func verify(
        _ token: String, by documents: PublishedDocuments? = nil, list: [UInt8]? = nil,
        at instant: Date = Example.during,
        recipient: String? = nil
    ) async -> VerificationReport {
        let documents = documents ?? self.documents()
        let lists = StatusLists(
            source: StatusListTests.Lists(lists: list.map { [Self.list: $0] } ?? [:]),
            verifier: CredentialVerifier(issuers: documents), clock: { instant })
        return await CredentialVerifier(issuers: documents, statuses: lists).verify(
            Array(token.utf8), at: instant, recipient: recipient)
    }

    /// One of our own, with every disclosure.
    func issue(status: TokenStatusReference? = nil) async throws -> String {
        let bound = try BoundCredential(
            OpenBadgeCredential(Example.award()).json, holder: HolderKey(wallet.key.publicKey))
        return try await SDJWTSecuring(signer: signer, issuer: Example.baseURL, clock: { Example.during })
            .secure(bound, type: .competence(baseURL: Example.baseURL), status: status).text
    }

    /// Signs any claims, given as the members of an object, and puts disclosures after them.
    func sign(_ members: String, _ disclosures: [String] = [], header: String? = nil) throws -> String {
        let header = header ?? #"{"alg":"ES256","typ":"dc+sd-jwt","kid":"\#(signer.verificationMethod)"}"#
        let claims = #"{"iss":"\#(Example.baseURL)","vct":"https://types.example/1"\#(members)}"#
        let input = base64url(header) + "." + base64url(claims)
        let signature = try key.signature(over: Array(input.utf8))
        return ([input + "." + base64url(signature)] + disclosures).map { $0 + "~" }.joined()
    }

    /// Binds a presentation by the holder's key, or by another's.
    func bind(
        _ presentation: String, type: String = "kb+jwt", issuedAt: Date = Example.during, over other: String? = nil,
        by signer: SigningKey? = nil
    ) throws -> String {
        let digest = base64url(Array(SHA256.hash(data: Array((other ?? presentation).utf8))))
        let header = base64url(#"{"alg":"ES256","typ":"\#(type)"}"#)
        let payload = base64url(
            #"{"iat":\#(Int(issuedAt.timeIntervalSince1970)),"aud":"https://employer.example","nonce":"n","sd_hash":"\#(digest)"}"#
        )
        let signature = try (signer ?? wallet.key).signature(over: Array((header + "." + payload).utf8))
        return presentation + header + "." + payload + "." + base64url(signature)
    }

    /// A disclosure of JSON, and its digest.
    static func disclosure(_ json: String) -> (text: String, digest: String) {
        let text = base64url(json)
        return (text, base64url(Array(SHA256.hash(data: Array(text.utf8)))))
    }
}
