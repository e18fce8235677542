import Credentials
import Foundation
import Testing

@Suite("Issuers elsewhere")
struct ForeignIssuerTests {
    static let url = "https://academy.example/issuers/7"

    /// The payload of the example's token by another issuer.
    func payload(issuer: String) async throws -> String {
        try await Issuance().payload(replacing: Example.identity().did, with: issuer)
    }

    func report(
        _ key: TokenKey, issuer: String, header: String, documents: [String: String]
    ) async throws -> VerificationReport {
        let token = try await key.token(header: header, payload: payload(issuer: issuer))
        let verifier = CredentialVerifier(issuers: PublishedDocuments(texts: documents))
        return await verifier.verify(token, at: Example.during)
    }

    func document(_ id: String, key name: String, jwk: String, controller: String? = nil, lists: Bool = true) -> String
    {
        #"""
        {"id":"\#(id)","verificationMethod":[{"id":"\#(name)","type":"JsonWebKey","controller":"\#(controller ?? id)",
         "publicKeyJwk":\#(jwk)}],"assertionMethod":[\#(lists ? "\"\(name)\"" : "")]}
        """#
    }

    @Test(
        "An issuer by did:web, with port and path, is looked up where its identifier says",
        arguments: [
            ("did:web:academy.example", "https://academy.example/.well-known/did.json"),
            ("did:web:academy.example%3A8443", "https://academy.example:8443/.well-known/did.json"),
            ("did:web:academy.example:issuers:7", "https://academy.example/issuers/7/did.json"),
        ])
    func web(did: String, url: String) async throws {
        let key = try TokenKey.make("ES256")
        let documents = [url: document(did, key: did + "#1", jwk: try key.jwk)]
        let header = #"{"alg":"ES256","kid":"\#(did)#1"}"#
        #expect(try await report(key, issuer: did, header: header, documents: documents).verdict == .valid)
        let elsewhere = ["https://academy.example/did.json": try #require(documents[url])]
        let unknown = try await report(key, issuer: did, header: header, documents: elsewhere)
        #expect(unknown.verdict == .undetermined && unknown.content == nil)
    }

    @Test(
        "Every algorithm that Open Badges and wallets use is checked", arguments: ["ES256", "ES384", "RS256", "EdDSA"])
    func algorithms(name: String) async throws {
        let did = "did:web:academy.example"
        let key = try TokenKey.make(name)
        let documents = [
            "https://academy.example/.well-known/did.json": document(did, key: did + "#1", jwk: try key.jwk)
        ]
        let header = #"{"alg":"\#(name)","kid":"\#(did)#1"}"#
        #expect(try await report(key, issuer: did, header: header, documents: documents).verdict == .valid)
        let another = try await report(.make(name), issuer: did, header: header, documents: documents)
        #expect(another.verdict == .invalid && another[.signature]?.outcome.name == "failed")
        // The key's kind decides, not the header alone.
        let confused = #"{"alg":"\#(name == "ES256" ? "RS256" : "ES256")","kid":"\#(did)#1"}"#
        #expect(try await report(key, issuer: did, header: confused, documents: documents).verdict == .invalid)
    }

    @Test("An issuer by URL is proven by a document there that lists the key")
    func controlledDocument() async throws {
        let key = try TokenKey.make("ES256")
        let name = Self.url + "#key-1"
        let header = #"{"alg":"ES256","kid":"\#(name)"}"#
        let good = document(Self.url, key: name, jwk: try key.jwk)
        #expect(try await report(key, issuer: Self.url, header: header, documents: [Self.url: good]).verdict == .valid)
        let refused = [
            document(Self.url, key: name, jwk: try key.jwk, lists: false),
            document(Self.url, key: name, jwk: try key.jwk, controller: "https://other.example"),
            document(Self.url, key: Self.url + "#key-2", jwk: try key.jwk),
        ]
        for text in refused {
            let report = try await report(key, issuer: Self.url, header: header, documents: [Self.url: text])
            #expect(report.verdict == .invalid && report[.issuer]?.outcome.name == "failed")
        }
        let another = document("https://academy.example/issuers/8", key: name, jwk: try key.jwk)
        let report = try await report(key, issuer: Self.url, header: header, documents: [Self.url: another])
        #expect(report.verdict == .undetermined && report.content == nil)
    }

    @Test("A key with a place of its own is the issuer's when the issuer's document names that place, and only then")
    func distantKey() async throws {
        let key = try TokenKey.make("RS256")
        let place = "https://keys.example/7"
        let header = #"{"alg":"RS256","kid":"\#(place)"}"#
        func report(_ names: String, _ published: String) async throws -> VerificationReport {
            let own = #"{"id":"\#(Self.url)","assertionMethod":[\#(names)]}"#
            return try await self.report(
                key, issuer: Self.url, header: header, documents: [Self.url: own, place: published])
        }
        let jwk = try key.jwk
        #expect(try await report("\"\(place)\"", jwk).verdict == .valid)
        #expect(try await report("\"\(place)\"", jwk.dropLast() + #","iss":"\#(Self.url)"}"#).verdict == .valid)
        #expect(
            try await report("\"\(place)\"", jwk.dropLast() + #","iss":"https://other.example"}"#).verdict == .invalid)
        #expect(try await report("\"https://keys.example/8\"", jwk).verdict == .invalid)
        #expect(try await report("", jwk).verdict == .invalid)
        let exposed = try await report("\"\(place)\"", jwk.dropLast() + #","d":"AQAB"}"#)
        #expect(exposed.verdict == .undetermined)
    }

    @Test("A profile without keys is proven by the set of keys of its own domain")
    func keySet() async throws {
        let key = try TokenKey.make("ES256")
        let place = "https://academy.example/keys/1"
        let header = #"{"alg":"ES256","kid":"\#(place)"}"#
        let profile = #"{"id":"\#(Self.url)","type":["Profile"],"name":"Academy"}"#
        func report(_ members: String, profile text: String? = nil, at setURL: String? = nil) async throws
            -> VerificationVerdict
        {
            let jwk = try key.jwk.dropLast() + ",\(members)}"
            let set = setURL ?? "https://academy.example/.well-known/jwks.json"
            let documents = [Self.url: text ?? profile, set: #"{"keys":[\#(jwk)]}"#, place: try key.jwk]
            return try await self.report(key, issuer: Self.url, header: header, documents: documents).verdict
        }
        let named = #""kid":"\#(place)""#
        #expect(try await report(named) == .valid)
        #expect(try await report(named, profile: "<!doctype html><title>Academy</title>") == .valid)
        #expect(try await report(named + #","iss":"\#(Self.url)""#) == .valid)
        #expect(try await report(named + #","iss":"https://academy.example/issuers/8""#) == .invalid)
        #expect(try await report(named + #","use":"enc""#) == .invalid)
        #expect(try await report(#""kid":"https://academy.example/keys/2""#) == .invalid)
        #expect(try await report(named + #","d":"AQAB""#) == .undetermined)
        #expect(try await report(named, profile: #"{"id":"https://other.example"}"#) == .undetermined)
        #expect(try await report(named, at: "https://attacker.example/.well-known/jwks.json") == .undetermined)
    }

    @Test("A key that is only published somewhere, even by the issuer's host, proves nothing")
    func publishedKey() async throws {
        let key = try TokenKey.make("ES256")
        let did = "did:web:academy.example"
        let place = "https://academy.example/uploads/key.json"
        let documents = [
            "https://academy.example/.well-known/did.json": document(
                did, key: did + "#1", jwk: try TokenKey.make("ES256").jwk), place: try key.jwk,
        ]
        let header = #"{"alg":"ES256","kid":"\#(place)"}"#
        let report = try await report(key, issuer: did, header: header, documents: documents)
        #expect(report.verdict == .invalid && report[.issuer]?.outcome.name == "failed" && report.content == nil)
    }

    @Test(
        "A key that the token brings along proves nothing with any algorithm", arguments: ["ES384", "RS256", "EdDSA"])
    func ownKey(name: String) async throws {
        let key = try TokenKey.make(name)
        for header in [
            #"{"alg":"\#(name)","jwk":\#(try key.jwk)}"#,
            #"{"alg":"\#(name)","kid":"did:web:academy.example#1","jwk":\#(try key.jwk)}"#,
        ] {
            let report = try await report(key, issuer: "did:web:academy.example", header: header, documents: [:])
            #expect(report.verdict == .invalid && report[.signature]?.outcome.name == "failed")
        }
    }

    @Test("The fragment of a DID URL that is a key is not the issuer's key: its document is always asked")
    func forgedFragment() async throws {
        let attacker = SigningKey.ed25519()
        let did = "did:web:academy.example"
        let forged = ForgedName(key: attacker, verificationMethod: "\(did)#\(attacker.publicKey.multibase)")
        var award = try Example.award()
        award.issuer.id = did
        let credential = try await DataIntegritySecuring(signer: forged).secure(OpenBadgeCredential(award)).bytes
        let own = document(did, key: did + "#1", jwk: try TokenKey.make("EdDSA").jwk)
        let source = PublishedDocuments(texts: ["https://academy.example/.well-known/did.json": own])
        let report = await CredentialVerifier(issuers: source).verify(credential, at: Example.during)
        #expect(report.verdict == .invalid && report[.issuer]?.outcome.name == "failed" && report.content == nil)
    }

    @Test("A key that stands in the list of signing keys itself is one of them")
    func embeddedKey() async throws {
        let did = "did:web:academy.example"
        let key = try TokenKey.make("ES256")
        let method = ##"{"id":"#1","type":"JsonWebKey","controller":"\##(did)","publicKeyJwk":\##(try key.jwk)}"##
        let documents = [
            "https://academy.example/.well-known/did.json": #"{"id":"\#(did)","assertionMethod":[\#(method)]}"#
        ]
        let header = #"{"alg":"ES256","kid":"\#(did)#1"}"#
        #expect(try await report(key, issuer: did, header: header, documents: documents).verdict == .valid)
    }
}

/// A signer that says that its key is somebody else's.
struct ForgedName: Signer {
    let key: SigningKey
    let verificationMethod: String

    var algorithm: SignatureAlgorithm { key.algorithm }

    func signature(over bytes: [UInt8]) async throws -> [UInt8] { try key.signature(over: bytes) }
}
