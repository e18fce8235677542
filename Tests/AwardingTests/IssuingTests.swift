import Credentials
import FoundationEssentials
import JSON
import LearningRecords
import LibPQ
import Logging
import TestSupport
import Testing

@testable import Awarding

@Suite("from awards to credentials", .migratedDatabaseForEachTest)
struct IssuingTests {
    let pilot: Pilot

    init() async throws {
        pilot = try Pilot()
        try await pilot.define()
        try await pilot.issuer.registerKeys()
    }

    @Test("a worker that died between award and signature has left the award; the next signs it")
    func crashBeforeSigning() async throws {
        try await pilot.store(Evidence(about: [try await pilot.item("A1")]))
        try await pilot.findAwards()
        #expect(try await pilot.awards().map(\.hasCredential) == [false])
        let next = CredentialIssuer(pool: pilot.database.service, identity: pilot.identity)
        #expect(try await next.issueCredentials() == 1)
        #expect(try await next.issueCredentials() == 0)
        #expect(try await pilot.awards().map(\.hasCredential) == [true])
    }

    @Test("a batch of signatures that could not be kept is made again")
    func crashBeforeKeeping() async throws {
        let about = [try await pilot.item("A1")]
        for person in 1...3 { try await pilot.store(Evidence(person: "p-\(person)", about: about)) }
        try await pilot.findAwards()
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript(
                "ALTER TABLE credential.credential ADD CONSTRAINT broken CHECK (jwt = '')")
        }
        await #expect(throws: PostgresError.self) { try await pilot.issuer.issueCredentials() }
        #expect(try await pilot.credentialIDs() == [])
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript("ALTER TABLE credential.credential DROP CONSTRAINT broken")
        }
        #expect(try await pilot.issuer.issueCredentials(atMost: 2) == 2)
        #expect(try await pilot.issuer.issueCredentials(atMost: 2) == 1)
    }

    @Test("a withdrawn award is not signed any more; a signed one is revoked")
    func withdrawal() async throws {
        let about = [try await pilot.item("A1")]
        let (unsigned, signed) = (Evidence(person: "p-1", about: about), Evidence(person: "p-2", about: about))
        try await pilot.work(on: signed)
        try await pilot.store(unsigned)
        try await pilot.findAwards()
        for evidence in [unsigned, signed] { try await pilot.store.void(evidence.id) }
        #expect(try await pilot.findAwards().withdrawn == 2)
        #expect(try await pilot.issuer.issueCredentials() == 0)
        let ids = try await pilot.credentialIDs()
        try #require(ids.count == 1)
        let credential = try #require(try await pilot.credentials.credential(ids[0]))
        #expect(credential.revokedAt != nil)
        #expect(credential.revocationReason?.contains("voided") == true)
        #expect(try await pilot.verify(#require(credential.document)).verdict == .revoked)
        #expect(try await pilot.credentials.credentials(ofPilot: "riga-1", partner: nil) == [])
    }

    @Test("the credentials of a pilot are listed oldest first, for the partners who run it")
    func list() async throws {
        try await pilot.work(on: Evidence(about: [try await pilot.item("A1"), try await pilot.item("B1")]))
        let listed = try await pilot.credentials.credentials(ofPilot: "riga-1", partner: nil)
        #expect(listed.map(\.competence) == ["A1", "B1"])
        #expect(listed.map(\.level) == [2, 2])
        #expect(try await pilot.credentials.credentials(ofPilot: "riga-1", partner: "riga") == listed)
        #expect(try await pilot.credentials.credentials(ofPilot: "riga-1", partner: "lille") == [])
        #expect(try await pilot.credentials.credentials(ofPilot: "lille-1", partner: nil) == [])
        #expect(try await pilot.credentials.credentials(ofPilot: "riga-1", partner: nil, atMost: 1).count == 1)
        #expect(try await pilot.credentials.credential(UUID()) == nil)
    }

    @Test("no credential is signed with a key that this node does not have, or that was not made known")
    func unknownKey() async throws {
        let stranger = try Pilot()
        try await pilot.store(Evidence(about: [try await pilot.item("A1")]))
        try await pilot.findAwards()
        let error = await #expect(throws: IssuerKeyError.self) { try await stranger.issuer.issueCredentials() }
        #expect(error?.code == .notHere && error?.description.contains(pilot.identity.tokenKey.id) == true)
        #expect(try await pilot.credentialIDs() == [])
    }

    @Test("a worker does all of it by itself, waits while the database is away, and ends when it is told to")
    func worker() async throws {
        let finder = AwardFinder(pool: pilot.database.service)
        let worker = AwardWorker(
            finder: finder, issuer: pilot.issuer, lists: pilot.lists, interval: .milliseconds(10),
            logger: Logger(label: "test"))
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript("ALTER TABLE ops.consumer RENAME TO consumer_away")
        }
        let running = Task { try await worker.run() }
        try await pilot.store(Evidence(about: [try await pilot.item("A1")]))
        try await Task.sleep(for: .milliseconds(100))
        #expect(try await pilot.awards() == [])
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript("ALTER TABLE ops.consumer_away RENAME TO consumer")
        }
        var isDone = false
        for _ in 0..<3000 where !isDone {
            isDone = try await pilot.credentialIDs().count == 1
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(isDone)
        running.cancel()
        try await running.value
    }
}
