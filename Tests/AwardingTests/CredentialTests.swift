import Credentials
import FoundationEssentials
import JSON
import LearningRecords
import LibPQ
import Logging
import TestSupport
import Testing

@testable import Awarding

// One after the other, so that each signs its own.
@Suite("credentials", .migratedDatabase, .serialized)
struct CredentialTests {
    let pilot: Pilot

    init() async throws {
        pilot = try Pilot()
        try await pilot.define()
        try await pilot.issuer.registerKeys()
        // The tests share a database; each goes on with keys of its own.
        for key in pilot.identity.keys { _ = try await pilot.keys.use(key.id, isAtOnce: true, by: "test") }
    }

    /// The one credential that rests on a statement.
    private func credential(for evidence: Evidence) async throws -> (id: UUID, credential: IssuedCredential) {
        try await pilot.work(on: evidence)
        let ids = try await pilot.credentialIDs(restingOn: evidence.id)
        try #require(ids.count == 1)
        return (ids[0], try #require(try await pilot.credentials.credential(ids[0])))
    }

    @Test("an award becomes one credential, which verifies and says what was awarded")
    func verifies() async throws {
        let evidence = Evidence(person: "p-7", about: [try await pilot.item("A1")], level: 3)
        let (id, credential) = try await credential(for: evidence)
        #expect(credential.revokedAt == nil && credential.revocationReason == nil)
        let report = try await pilot.verify(Array(credential.jwt.utf8), recipient: "https://id.riga.example.eu p-7")
        #expect(report.verdict == .valid, "\(report.text)")
        let content = try #require(report.content)
        // Both forms say the same: the document ends with its proof, the payload with the claims of the token.
        let signed = try #require(credential.document)
        let document = String(decoding: signed, as: UTF8.self)
        let unsigned = try #require(document.ranges(of: #","proof":["#).last).lowerBound
        #expect(content.json.starts(with: document[..<unsigned].utf8))
        #expect(try await pilot.verify(Array(document.utf8)).verdict == .valid)
        #expect(content.id == "urn:uuid:\(id.uuidString.lowercased())")
        #expect(content.issuerID == "did:web:tessera.example" && content.issuerName == "The scheme")
        #expect(content.achievementCode == "A1.3")
        let level = try await pilot.item("A1.3").split(separator: "/").last
        #expect(content.achievedLevel?.hasSuffix(String(level ?? "?")) == true)
        let other = try await pilot.verify(Array(credential.jwt.utf8), recipient: "https://id.riga.example.eu p-8")
        #expect(other.verdict == .invalid)
        // The pseudonym itself stands nowhere in it.
        #expect(!document.contains("p-7"))
    }

    @Test("one changed character makes it invalid")
    func forged() async throws {
        let (_, credential) = try await credential(for: Evidence(about: [try await pilot.item("A1")]))
        var token = Array(credential.jwt.utf8)
        let middle = token.count / 2
        token[middle] = token[middle] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        #expect(try await pilot.verify(token).verdict == .invalid)
        let document = String(decoding: try #require(credential.document), as: UTF8.self)
        let changed = document.replacing(#""level":"4""#, with: #""level":"3""#, maxReplacements: 1)
        #expect(changed != document)
        #expect(try await pilot.verify(Array(changed.utf8)).verdict == .invalid)
    }

    @Test("its evidence is the statement's id, and the digest of the statement as it is served")
    func evidence() async throws {
        let evidence = Evidence(about: [try await pilot.item("A1")])
        let (_, credential) = try await credential(for: evidence)
        let served = try #require(try await pilot.store.statement(evidence.id))
        let document = try #require(credential.document)
        let entries = try #require(try JSONDocument(parsing: document).root["evidence"])
        #expect(entries.count == 1)
        let entry = try #require(entries[0])
        #expect(entry["id"]?.string == "urn:uuid:\(evidence.id.uuidString.lowercased())")
        #expect(entry["digestMultibase"]?.string == (try EvidenceDigest(of: served.bytes).multibase))
    }

    @Test("a person known by mail is recognised by it; one known by a digest or an OpenID is not named")
    func recipients() async throws {
        let about = [try await pilot.item("A1")]
        let mail = Evidence(actor: #"{"mbox":"mailto:ana@example.eu"}"#, about: about)
        let openID = Evidence(actor: #"{"openid":"https://open.example.eu/ana"}"#, about: about)
        let (_, byMail) = try await credential(for: mail)
        let (_, byOpenID) = try await credential(for: openID)
        #expect(try await pilot.verify(Array(byMail.jwt.utf8), recipient: "ana@example.eu").verdict == .valid)
        #expect(try await pilot.verify(Array(byOpenID.jwt.utf8)).verdict == .valid)
        let document = String(decoding: try #require(byOpenID.document), as: UTF8.self)
        #expect(!document.contains("open.example.eu"))
    }
}
