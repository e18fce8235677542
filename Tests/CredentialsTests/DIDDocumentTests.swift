import Credentials
import Foundation
import JSON
import Testing

@Suite("DID documents")
struct DIDDocumentTests {
    let active = SigningKey().publicKey
    let retired = SigningKey().publicKey
    let stolen = SigningKey().publicKey

    func document() throws -> DIDDocument {
        DIDDocument(issuer: try Example.identity(), signing: [active], retired: [retired], compromised: [stolen])
    }

    @Test("Every id in the document is absolute, and entries are texts as strict resolvers want them")
    func absolute() throws {
        let root = try JSONDocument(parsing: document().json).root
        #expect(
            root["@context"]?.elements.map(\.string) == [
                "https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1",
            ])
        #expect(root["id"]?.string == "did:web:badges.example")
        let methods = try #require(root["verificationMethod"])
        #expect(methods.count == 3)
        for method in methods.elements {
            #expect(method["id"]?.string?.hasPrefix("did:web:badges.example#") == true)
            #expect(method["controller"]?.string == "did:web:badges.example")
            #expect(method["type"]?.string == "JsonWebKey")
            #expect(method["publicKeyJwk"]?["d"] == nil)
        }
        #expect(root["assertionMethod"]?.elements.allSatisfy { $0.kind == .string } == true)
    }

    @Test("A retired key still vouches for its credentials, a compromised one doesn't")
    func standing() throws {
        let document = try document()
        let issuer = try Example.identity()
        #expect(document.isAssertionMethod(issuer.verificationMethod(for: active)))
        #expect(document.isAssertionMethod(issuer.verificationMethod(for: retired)))
        #expect(!document.isAssertionMethod(issuer.verificationMethod(for: stolen)))
        #expect(document.verificationMethod(issuer.verificationMethod(for: stolen))?.key == stolen)
    }

    @Test("A document survives writing and reading")
    func roundTrip() throws {
        let document = try document()
        #expect(try DIDDocument(parsing: document.json, issuer: Example.identity()) == document)
    }

    @Test("The JWK set names keys as credentials do, and leaves compromised ones out")
    func keySet() throws {
        let set = try JWKSet(of: document())
        let keys = try #require(JSONDocument(parsing: set.json).root["keys"])
        let issuer = try Example.identity()
        #expect(
            keys.elements.map { $0["kid"]?.string } == [active, retired].map { issuer.verificationMethod(for: $0) })
        #expect(keys.elements.allSatisfy { $0["alg"]?.string == "ES256" && $0["use"]?.string == "sig" })
        let id = issuer.verificationMethod(for: active)
        #expect(try PublicKey(jwk: #require(set.jwk(withID: id))) == active)
        #expect(set.jwk(withID: issuer.verificationMethod(for: stolen)) == nil)
    }

    @Test("Names relative to the document are understood, and keys of unknown kinds passed over")
    func foreignDocument() throws {
        let jwk = String(decoding: active.jwk(), as: UTF8.self)
        let text = #"""
            {"id":"did:web:badges.example","verificationMethod":[
             {"id":"#1","type":"JsonWebKey2020","controller":"did:web:badges.example","publicKeyJwk":\#(jwk)},
             {"id":"#2","type":"Multikey","controller":"did:web:badges.example","publicKeyMultibase":"z6Mk"}],
             "assertionMethod":["#1","#2",{"id":"#3"}]}
            """#
        let document = try DIDDocument(parsing: Array(text.utf8), issuer: Example.identity())
        #expect(document.verificationMethods.map(\.id) == ["did:web:badges.example#1"])
        #expect(document.assertionMethods == ["did:web:badges.example#1", "did:web:badges.example#2"])
    }

    @Test(
        "Documents that can't be the issuer's are refused",
        arguments: [
            ("did:web:badges.example\",\"ver", "did:web:other.example\",\"ver"), ("\"kty\"", "\"d\":\"AA\",\"kty\""),
            ("\"assertionMethod\":[", "\"assertionMethod\":{"), ("\"assertionMethod\"", "\"authentication\""),
            ("\"controller\"", "\"holder\""), ("{\"@context\"", "[\"@context\""),
        ])
    func refused(old: String, new: String) throws {
        let text = try String(decoding: document().json, as: UTF8.self).replacingOccurrences(of: old, with: new)
        #expect(throws: CredentialError.self) {
            try DIDDocument(parsing: Array(text.utf8), issuer: Example.identity())
        }
    }

    @Test("A key listed twice under one name is refused, since it would be unclear which counts")
    func twice() throws {
        let issuer = try Example.identity()
        let document = DIDDocument(issuer: issuer, signing: [active, active])
        #expect(throws: CredentialError.self) { try DIDDocument(parsing: document.json, issuer: issuer) }
    }

    @Test("A document larger than 64 KiB isn't read")
    func large() throws {
        let padded = try document().json + [UInt8](repeating: 0x20, count: 65536)
        #expect(throws: CredentialError.self) { try DIDDocument(parsing: padded, issuer: Example.identity()) }
    }
}
