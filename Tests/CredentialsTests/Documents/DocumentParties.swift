import Foundation
import JSON
import Testing

@testable import Credentials

/// An issuer of any documents, a verifier, and a holder, all of them known by nothing but their keys.
struct DocumentParties {
    static let now = Date(timeIntervalSince1970: 1_760_000_000)

    let proofKey = SigningKey.ed25519()
    let tokenKey = SigningKey()
    let holderKey = SigningKey.ed25519()
    let verifier = DocumentVerifier(lists: NoLists())

    var issuer: DocumentIssuer { DocumentIssuer(proofKey: proofKey, tokenKey: tokenKey) }

    var holder: String { DIDKey(holderKey.publicKey).did }

    struct NoLists: StatusListSource {
        func statusList(at url: String) async throws -> [UInt8] { throw StatusListError(.retrieval, "There is none.") }
    }

    /// A credential of this issuer's.
    func credential(_ form: DocumentIssuer.Form, _ changes: (name: String, value: String)...) throws -> JSONValue {
        var document = try SampleDocument.changed(
            SampleDocument.credential, "issuer", #""\#(issuer.did(for: form))""#)
        for change in changes {
            let text = String(decoding: document.bytes, as: UTF8.self)
            document = try SampleDocument.changed(text, change.name, change.value)
        }
        return document
    }

    /// The credential with a proof, or in an envelope.
    func issue(
        _ credential: JSONValue, _ form: DocumentIssuer.Form, _ options: ProofOptions = ProofOptions(created: now)
    ) async throws -> JSONValue {
        let secured = try await issuer.issue(credential, as: form, options)
        guard form == .token else { return try JSONDocument(parsing: secured).root }
        return try SampleDocument.parsed(Self.envelope(secured, "vc+jwt", "EnvelopedVerifiableCredential"))
    }

    static func envelope(_ token: [UInt8], _ mediaType: String, _ type: String) -> String {
        let url = "data:application/\(mediaType),\(String(decoding: token, as: UTF8.self))"
        return #"{"@context":"https://www.w3.org/ns/credentials/v2","id":"\#(url)","type":"\#(type)"}"#
    }

    /// A presentation of credentials, signed by the holder.
    func present(
        _ credentials: [JSONValue], holder: String? = nil, domain: String? = "e.example", challenge: String? = "c",
        purpose: String = "authentication"
    ) async throws -> JSONValue {
        let list = credentials.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: ",")
        let text = try SampleDocument.changed(
            SampleDocument.presentation, "verifiableCredential", credentials.isEmpty ? nil : "[\(list)]")
        let document = try SampleDocument.changed(
            String(decoding: text.bytes, as: UTF8.self), "holder", #""\#(holder ?? self.holder)""#)
        let signer = DocumentSigner(
            signer: KeySigner(key: holderKey), suite: .eddsaRDFC2022, graphs: LinkedDataProcessor.testSuites)
        let options = ProofOptions(created: Self.now, purpose: purpose, domain: domain, challenge: challenge)
        return try await JSONDocument(parsing: signer.sign(Array(document.bytes), options)).root
    }

    /// The faults of a credential.
    func faults(_ credential: JSONValue, at instant: Date = now) async -> [DataModelFault] {
        await verifier.faults(ofCredential: credential, at: instant)
    }
}
