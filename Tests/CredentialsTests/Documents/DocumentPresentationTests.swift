import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("Presentations of any documents, verified")
struct DocumentPresentationTests {
    static let rdfc = DocumentIssuer.Form.proof(.eddsaRDFC2022)

    let parties = DocumentParties()

    private func faults(
        _ presentation: JSONValue, domain: String? = "e.example", challenge: String? = "c"
    ) async -> [DataModelFault] {
        await parties.verifier.faults(
            ofPresentation: presentation, PresentationRequest(domain: domain, challenge: challenge),
            at: DocumentParties.now)
    }

    @Test("A presentation of credentials in every form verifies, and so does an empty one")
    func verifies() async throws {
        var credentials: [JSONValue] = []
        for form in DocumentVerifierTests.forms {
            credentials.append(try await parties.issue(try parties.credential(form), form))
        }
        #expect(await faults(try await parties.present(credentials)) == [])
        #expect(await faults(try await parties.present([])) == [])
    }

    @Test("It has to be for the domain, the challenge and the purpose, and by its holder")
    func expectations() async throws {
        let sound = try await parties.present([])
        #expect(await faults(sound, domain: "other.example").map(\.pointer) == ["/proof"])
        #expect(await faults(sound, challenge: "d").map(\.pointer) == ["/proof"])
        #expect(await faults(sound, domain: nil, challenge: nil) == [])
        let unasked = try await parties.present([], domain: nil, challenge: nil)
        #expect(await faults(unasked).map(\.pointer) == ["/proof"])
        let asserted = try await parties.present([], purpose: "assertionMethod")
        #expect(await faults(asserted).map(\.pointer) == ["/proof"])
        let somebodys = try await parties.present([], holder: "did:example:other")
        #expect(await faults(somebodys).map(\.pointer) == ["/proof"])
        let text = String(decoding: sound.bytes, as: UTF8.self)
        #expect(await faults(try SampleDocument.changed(text, "proof", nil)).map(\.pointer) == ["/proof"])
    }

    @Test("A credential in it that doesn't verify is named by its place")
    func brokenCredential() async throws {
        let sound = try await parties.issue(try parties.credential(Self.rdfc), Self.rdfc)
        let text = String(decoding: sound.bytes, as: UTF8.self)
        let broken = try SampleDocument.parsed(text.replacing("did:example:subject", with: "did:example:somebody"))
        let expired = try await parties.issue(
            try parties.credential(Self.rdfc, ("validUntil", #""2020-01-01T00:00:00Z""#)), Self.rdfc)
        let presentation = try await parties.present([sound, broken, expired])
        #expect(
            await faults(presentation).map(\.pointer) == [
                "/verifiableCredential/1/proof", "/verifiableCredential/2/validUntil",
            ])
    }

    @Test("Contexts added after signing are refused, known or not")
    func addedContext() async throws {
        let presentation = try await parties.present([])
        let text = String(decoding: presentation.bytes, as: UTF8.self)
        for context in [#""https://e.example/unknown""#, "5", #""https ://e.example""#] {
            let contexts = #"["https://www.w3.org/ns/credentials/v2",\#(context)]"#
            #expect(await faults(try SampleDocument.changed(text, "@context", contexts)).count == 1)
        }
    }

    /// A presentation in a token of the holder's.
    private func enveloped(
        _ header: String = #""alg":"EdDSA","kid":"KID""#, claims: String = #","nonce":"c","aud":"e.example""#,
        in claim: String? = nil, credentials: [JSONValue] = []
    ) async throws -> JSONValue {
        let unsigned = try SampleDocument.changed(
            SampleDocument.presentation, "verifiableCredential",
            credentials.first.map { String(decoding: $0.bytes, as: UTF8.self) })
        let document = String(decoding: unsigned.bytes, as: UTF8.self)
        let payload =
            claim.map { #"{"\#($0)":\#(document),"iss":"\#(parties.holder)"\#(claims)}"# }
            ?? document.dropLast() + #","iss":"\#(parties.holder)"\#(claims)}"#
        let method = DIDKey(parties.holderKey.publicKey).verificationMethod
        let head = "{\(header)}".replacing("KID", with: method)
        let input = Base64URL.string(Array(head.utf8)) + "." + Base64URL.string(Array(payload.utf8))
        let signature = try parties.holderKey.signature(over: Array(input.utf8))
        let token = Array((input + "." + Base64URL.string(signature)).utf8)
        let mediaType = claim == nil ? "vp+jwt" : "jwt"
        return try SampleDocument.parsed(
            DocumentParties.envelope(token, mediaType, "EnvelopedVerifiablePresentation"))
    }

    @Test("A presentation in a token verifies, the credential in it included; by the older claim as well")
    func envelope() async throws {
        let credential = try await parties.issue(try parties.credential(.token), .token)
        #expect(await faults(try await enveloped(credentials: [credential])) == [])
        #expect(await faults(try await enveloped(in: "vp", credentials: [credential])) == [])
        let foreign = try await parties.issue(try parties.credential(Self.rdfc), Self.rdfc)
        let text = String(decoding: foreign.bytes, as: UTF8.self)
        let broken = try SampleDocument.parsed(text.replacing("did:example:subject", with: "did:example:other"))
        #expect(await faults(try await enveloped(credentials: [broken])).map(\.rule) == [.proof])
    }

    @Test("A token by another key, with a key of its own, for another challenge, or expired, doesn't verify")
    func brokenEnvelope() async throws {
        let other = DIDKey(SigningKey.ed25519().publicKey).verificationMethod
        for header in [
            #""alg":"EdDSA""#, #""alg":"EdDSA","kid":"\#(other)""#, #""alg":"ES256","kid":"KID""#,
            #""alg":"none","kid":"KID""#, #""alg":"EdDSA","kid":"KID","jwk":{}"#,
            #""alg":"EdDSA","kid":"KID","typ":"vc+jwt""#,
        ] {
            #expect(await faults(try await enveloped(header)).map(\.pointer) == ["/id"], "\(header)")
        }
        for claims in [
            "", #","nonce":"d","aud":"e.example""#, #","nonce":"c","aud":"other.example""#,
            #","nonce":"c","aud":"e.example","exp":1"#, #","nonce":"c","aud":"e.example","nbf":9999999999"#,
            #","nonce":"c","aud":"e.example","holder":"did:example:other""#,
        ] {
            #expect(await faults(try await enveloped(claims: claims)).map(\.pointer) == ["/id"], "\(claims)")
        }
    }
}
