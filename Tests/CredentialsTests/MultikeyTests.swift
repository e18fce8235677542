import Foundation
import Testing

@testable import Credentials

@Suite("Multikeys, Ed25519 and did:key")
struct MultikeyTests {
    /// The key of RFC 8410, section 10.3.
    static let rfc8410Key = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
        -----END PRIVATE KEY-----
        """

    @Test(
        "Base58 agrees with the draft's vectors",
        arguments: [
            (Array("Hello World!".utf8), "2NEpo7TZRRrLZSi2U"), ([], ""), ([0, 0, 0x28, 0x7F, 0xB4, 0xCD], "11233QC4"),
            (
                Array("The quick brown fox jumps over the lazy dog.".utf8),
                "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
            ),
        ])
    func base58(plain: [UInt8], encoded: String) {
        #expect(Base58.string(plain) == encoded)
        #expect(Base58.decode(Array(encoded.utf8)) == plain)
    }

    @Test("Base58 reads back whatever it wrote, and no foreign characters")
    func base58RoundTrip() {
        for length in 0..<70 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...3) &* 85 }
            #expect(Base58.decode(Array(Base58.string(bytes).utf8)) == bytes)
        }
        for text in ["0", "O", "I", "l", "a b", "é", String(repeating: "z", count: 257)] {
            #expect(Base58.decode(Array(text.utf8)) == nil)
        }
    }

    @Test("The signature of RFC 8032's test 2 comes out, and is valid only unchanged")
    func rfc8032() throws {
        let seed: [UInt8] = [
            0x4C, 0xCD, 0x08, 0x9B, 0x28, 0xFF, 0x96, 0xDA, 0x9D, 0xB6, 0xC3, 0x46, 0xEC, 0x11, 0x4E, 0x0F,
            0x5B, 0x8A, 0x31, 0x9F, 0x35, 0xAB, 0xA6, 0x24, 0xDA, 0x8C, 0xF6, 0xED, 0x4F, 0xB8, 0xA6, 0xFB,
        ]
        let expected =
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        let key = try SigningKey(seed: seed)
        var signature = try #require(Self.bytes(hexadecimal: expected))
        #expect(key.publicKey.isValid(signature: signature, over: [0x72]))
        #expect(!key.publicKey.isValid(signature: signature, over: [0x73]))
        signature[0] ^= 1
        #expect(!key.publicKey.isValid(signature: signature, over: [0x72]))
        #expect(try key.publicKey.isValid(signature: key.signature(over: [1, 2]), over: [1, 2]))
    }

    @Test("An Ed25519 key is read from PEM (RFC 8410), and survives it")
    func pem() throws {
        let key = try SigningKey(pem: Self.rfc8410Key + "\n")
        let x = "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE"
        #expect(try key.publicKey == PublicKey(jwk: Array(#"{"kty":"OKP","crv":"Ed25519","x":"\#(x)"}"#.utf8)))
        #expect(key.pem == Self.rfc8410Key)
        let fresh = SigningKey.ed25519()
        #expect(try SigningKey(pem: fresh.pem).publicKey == fresh.publicKey)
        #expect(fresh.algorithm == .edDSA && !"\(fresh)".contains(fresh.pem))
    }

    @Test("The thumbprint of RFC 8037 comes out, and the key survives its JSON Web Key")
    func jwk() throws {
        let text = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
        let key = try PublicKey(jwk: Array(text.utf8))
        #expect(key.thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
        #expect(try PublicKey(jwk: key.jwk(id: "k")) == key)
    }

    @Test(
        "Keys of each kind are read from did:key and written again",
        arguments: [
            ("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", "EdDSA"),
            ("zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169", "ES256"),
            ("z82LkvCwHNreneWpsgPEbV3gu1C6NFJEBg4srfJ5gdxEsMGRJUz2sG9FE42shbn2xkZJh54", "ES384"),
        ])
    func didKey(multibase: String, algorithm: String) throws {
        let identity = try DIDKey(did: "did:key:" + multibase)
        #expect(identity.key.multibase == multibase && identity.key.algorithm.name == algorithm)
        #expect(identity.did == "did:key:" + multibase)
        let document = identity.document
        #expect(document.isAssertionMethod("did:key:\(multibase)#\(multibase)"))
        #expect(try PublicKey(jwk: identity.key.jwk()) == identity.key)
    }

    @Test(
        "What is no multikey is refused",
        arguments: [
            "", "z", "z6Mk", "6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", "m7QE",
            "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2z", "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq",
            "zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU216",
        ])
    func malformed(multibase: String) {
        #expect(throws: CredentialError.self) { try PublicKey(multibase: multibase) }
        #expect(throws: CredentialError.self) { try DIDKey(did: "did:key:" + multibase) }
    }

    @Test("A did:key in another alphabet is refused, so that no key has two names")
    func otherAlphabet() throws {
        let key = SigningKey.ed25519().publicKey
        let text = Multibase.base64URL([0xED, 0x01] + key.bytes)
        #expect(try PublicKey(multibase: text) == key)
        #expect(throws: CredentialError.self) { try DIDKey(did: "did:key:" + text) }
    }

    @Test("A document lists Ed25519 keys as multikeys named by the key, P-256 keys as JSON Web Keys")
    func document() throws {
        let issuer = try Example.identity()
        let keys = [SigningKey.ed25519().publicKey, SigningKey().publicKey]
        let document = DIDDocument(issuer: issuer, signing: keys)
        #expect(document.assertionMethods[0] == "did:web:badges.example#" + keys[0].multibase)
        let text = String(decoding: document.json, as: UTF8.self)
        #expect(
            text.contains(
                #""@context":["https://www.w3.org/ns/did/v1","https://w3id.org/security/multikey/v1","#
                    + #""https://w3id.org/security/jwk/v1"]"#))
        #expect(text.contains(#""type":"Multikey""#) && text.contains(#""type":"JsonWebKey""#))
        #expect(try DIDDocument(parsing: document.json, issuer: issuer) == document)
        #expect(String(decoding: JWKSet(of: document).json, as: UTF8.self).contains(#""crv":"Ed25519""#))
        let published = text.replacingOccurrences(
            of: #""publicKeyMul"#, with: #""secretKeyMultibase":"z","publicKeyMul"#)
        #expect(throws: CredentialError.self) { try DIDDocument(parsing: Array(published.utf8), issuer: issuer) }
    }

    @Test("A token is not signed with an Ed25519 key, which 1EdTech's validator refuses")
    func token() async throws {
        let signer = KeySigner(key: .ed25519())
        #expect(signer.verificationMethod == DIDKey(signer.key.publicKey).verificationMethod)
        let error = await #expect(throws: CredentialError.self) {
            try await JWTSecuring(signer: signer).secure(OpenBadgeCredential(Example.award()))
        }
        #expect(error?.code == .signingFailed)
    }

    static func bytes(hexadecimal text: String) -> [UInt8]? {
        let digits = Array(text)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        return bytes.count * 2 == digits.count ? bytes : nil
    }
}
