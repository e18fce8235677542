import Credentials
import FoundationEssentials
import JSON
import LearningRecords
import LibPQ
import TestSupport
import Testing

@testable import Awarding

/// Our published lists, as somebody else's verifier gets them.
struct PublishedLists: StatusListSource {
    let credentials: CredentialStore
    var asToken = false

    func statusList(at url: String) async throws -> [UInt8] {
        struct NoList: Error {}
        guard let number = url.split(separator: "/").last.flatMap({ Int32($0) }),
            let list = try await credentials.statusList(number)
        else { throw NoList() }
        return asToken ? list.jwt : list.document
    }
}

@Suite("published status lists", .migratedDatabaseForEachTest)
struct StatusListTests {
    let pilot: Pilot

    init() async throws {
        pilot = try Pilot()
        try await pilot.define()
        try await pilot.issuer.registerKeys()
    }

    private func issue(_ people: Int) async throws -> [UUID] {
        let about = [try await pilot.item("A1")]
        let statements = try (0..<people).map { try Evidence(person: "p-\($0)", about: about).incoming() }
        try await pilot.store.store(statements, authority: Authority(accountHomePage: "https://x.eu/", name: "lms"))
        try await pilot.findAwards()
        while try await pilot.issuer.issueCredentials() > 0 {}
        return try await pilot.credentialIDs()
    }

    /// What a verifier that knows nothing but what is published says of a credential.
    private func verdict(of id: UUID, asToken: Bool = false, at instant: Date = Date()) async throws
        -> VerificationVerdict
    {
        let issuers = KnownIssuers([try await pilot.credentials.didDocument(of: pilot.identity.did)])
        let lists = StatusLists(
            source: PublishedLists(credentials: pilot.credentials, asToken: asToken),
            verifier: CredentialVerifier(issuers: issuers), clock: { instant })
        let credential = try #require(try await pilot.credentials.credential(id))
        let bytes = asToken ? Array(credential.jwt.utf8) : try #require(credential.document)
        let report = await CredentialVerifier(issuers: issuers, statuses: lists).verify(bytes, at: instant)
        return report.verdict
    }

    @Test func `what is revoked shows in the list, to anybody, in both forms; what is not, does not`() async throws {
        let ids = try await issue(3)
        try #require(ids.count == 3)
        // Before the list is first signed nobody can tell.
        #expect(try await verdict(of: ids[0]) == .undetermined)
        #expect(try await pilot.lists.publishDue() == 1)
        #expect(try await pilot.lists.publishDue() == 0)
        for id in ids { #expect(try await verdict(of: id) == .valid) }
        #expect(
            try await pilot.credentials.revoke(ids[1], reason: "A mistake.", by: "anna", partner: nil) == .revoked)
        #expect(
            try await pilot.credentials.revoke(ids[1], reason: "Again.", by: "bert", partner: nil) == .hadBeenRevoked)
        #expect(try await pilot.lists.publishDue() == 1)
        for asToken in [false, true] {
            #expect(try await verdict(of: ids[0], asToken: asToken) == .valid)
            #expect(try await verdict(of: ids[1], asToken: asToken) == .revoked)
            #expect(try await verdict(of: ids[2], asToken: asToken) == .valid)
        }
        // Here, the reason is told, too; the list has none.
        let credential = try #require(try await pilot.credentials.credential(ids[1]))
        #expect(credential.revocationReason == "A mistake.")
        let document = try #require(credential.document)
        let check = try await pilot.verify(document).checks.first { $0.name == .status }
        #expect(check?.text.contains("A mistake.") == true)
        let list = try #require(try await pilot.credentials.statusList(1))
        #expect(!String(decoding: list.document, as: UTF8.self).contains("mistake"))
    }

    @Test func `voiding the evidence shows in the list`() async throws {
        let evidence = Evidence(about: [try await pilot.item("A1")])
        try await pilot.work(on: evidence)
        let ids = try await pilot.credentialIDs()
        try await pilot.lists.publishDue()
        #expect(try await verdict(of: ids[0]) == .valid)
        try await pilot.store.void(evidence.id)
        try await pilot.findAwards()
        try await pilot.lists.publishDue()
        #expect(try await verdict(of: ids[0]) == .revoked)
    }

    @Test func `a partner revokes credentials of the pilots that it runs, and no others`() async throws {
        let ids = try await issue(1)
        let store = pilot.credentials
        #expect(try await store.revoke(ids[0], reason: "x", by: "lille", partner: "lille") == .unknown)
        #expect(try await store.revoke(UUID(), reason: "x", by: "riga", partner: nil) == .unknown)
        #expect(try await store.revoke(ids[0], reason: "x", by: "riga", partner: "riga") == .revoked)
    }

    @Test func `a list is signed anew before a day has passed, and with the keys of now`() async throws {
        _ = try await issue(1)
        let start = Date()
        try await pilot.lists.publishDue()
        let first = try #require(try await pilot.credentials.statusList(1))
        try await pilot.database.administrator.withConnection { db in
            _ = try await db.execute(
                "UPDATE credential.status_list SET signed_at = signed_at - interval '25 hours'")
        }
        #expect(try await pilot.lists.publishDue() == 1)
        let other = try Pilot()
        try await other.issuer.registerKeys()
        #expect(try await other.lists.publishDue() == 0)
        for key in other.identity.keys {
            #expect(try await pilot.keys.use(key.id, isAtOnce: true, by: "test"))
        }
        #expect(try await other.lists.publishDue() == 1)
        let second = try #require(try await pilot.credentials.statusList(1))
        #expect(second.document != first.document && second.signedAt >= start - 1)
        let text = String(decoding: second.document, as: UTF8.self)
        #expect(text.contains(other.identity.proofKey.signer.verificationMethod))
    }

    @Test func `who revokes while lists are signed is in the next list`() async throws {
        let ids = try await issue(40)
        let (store, lists) = (pilot.credentials, pilot.lists)
        try await withThrowingTaskGroup { group in
            for id in ids[..<30] {
                group.addTask { _ = try await store.revoke(id, reason: "x", by: "a", partner: nil) }
            }
            for _ in 0..<4 {
                group.addTask { for _ in 0..<5 { try await lists.publishDue() } }
            }
            try await group.waitForAll()
        }
        try await lists.publishDue()
        for id in ids[..<30] { #expect(try await verdict(of: id) == .revoked) }
        for id in ids[30...] { #expect(try await verdict(of: id) == .valid) }
    }
}
