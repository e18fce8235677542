import Credentials
import FoundationEssentials
import LibPQ
import TestSupport
import Testing

@testable import Awarding

@Suite("the issuer's keys over their life", .migratedDatabaseForEachTest)
struct IssuerKeyTests {
    let pilot: Pilot
    /// Another node, whose keys come later.
    let next: Pilot

    init() async throws {
        pilot = try Pilot()
        next = try Pilot()
        try await pilot.define()
        try await pilot.issuer.registerKeys()
    }

    private func states() async throws -> [String: IssuerKeyStore.State] {
        Dictionary(uniqueKeysWithValues: try await pilot.keys.keys().map { ($0.id, $0.state) })
    }

    /// As if every key had been listed for as long as verifiers keep their copies.
    private func settle() async throws {
        try await pilot.database.administrator.withConnection { db in
            _ = try await db.execute("UPDATE credential.signing_key SET listed_at = listed_at - interval '11 minutes'")
        }
    }

    private func verdict(of id: UUID) async throws -> [VerificationVerdict] {
        let credential = try #require(try await pilot.credentials.credential(id))
        return [
            try await pilot.verify(Array(credential.jwt.utf8)).verdict,
            try await pilot.verify(#require(credential.document)).verdict,
        ]
    }

    @Test("the first keys sign at once; later ones are listed, and sign when they are used, on every node")
    func rotation() async throws {
        try await pilot.work(on: Evidence(about: [try await pilot.item("A1")]))
        try await next.issuer.registerKeys()
        try await next.issuer.registerKeys()
        let (old, new) = (pilot.identity.keys.map(\.id), next.identity.keys.map(\.id))
        for id in old { #expect(try await states()[id] == .current) }
        for id in new { #expect(try await states()[id] == .listed) }
        let document = try await pilot.credentials.didDocument(of: pilot.identity.did)
        #expect(document.assertionMethods.count == 4)

        let early = await #expect(throws: IssuerKeyError.self) {
            try await pilot.keys.use(new[0], isAtOnce: false, by: "test")
        }
        #expect(early?.code == .forbidden && early?.description.contains("--at-once") == true)
        try await settle()
        for id in new { #expect(try await pilot.keys.use(id, isAtOnce: false, by: "test")) }
        for id in new { #expect(try await !pilot.keys.use(id, isAtOnce: false, by: "test")) }
        for id in old { #expect(try await states()[id] == .retired) }

        try await pilot.store(Evidence(person: "p-2", about: [try await pilot.item("A1")]))
        try await pilot.findAwards()
        let error = await #expect(throws: IssuerKeyError.self) { try await pilot.issuer.issueCredentials() }
        #expect(error?.code == .notHere)
        #expect(try await next.issuer.issueCredentials() == 1)
        let ids = try await pilot.credentialIDs()
        #expect(ids.count == 2)
        for id in ids { #expect(try await verdict(of: id) == [.valid, .valid]) }
        #expect(try await pilot.keys.keys().map(\.credentials) == [1, 1, 1, 1])
        // A retired key may sign again.
        #expect(try await pilot.keys.use(old[0], isAtOnce: false, by: "test"))
        #expect(try await states()[new[0]] == .retired)
    }

    @Test("what a compromised key signed verifies no more, until it is signed anew; what it was is kept")
    func compromise() async throws {
        for person in ["p-1", "p-2", "p-3"] {
            try await pilot.work(on: Evidence(person: person, about: [try await pilot.item("A1")]))
        }
        try await next.issuer.registerKeys()
        try await settle()
        let ids = try await pilot.credentialIDs()
        let before = try #require(try await pilot.credentials.credential(ids[0]))
        #expect(try await pilot.credentials.revoke(ids[2], reason: "x", by: "a", partner: nil) == .revoked)
        try await pilot.lists.publishDue()
        for key in pilot.identity.keys {
            let (wasCurrent, successor) = try await pilot.keys.compromise(key.id, by: "test")
            let next = try #require(successor)
            #expect(wasCurrent && self.next.identity.keys.map(\.id).contains(next))
            #expect(try await !pilot.keys.compromise(key.id, by: "test").wasCurrent)
        }
        #expect(try await verdict(of: ids[0]) == [.invalid, .invalid])
        let resigner = CredentialResigner(
            pool: pilot.database.service, issuer: next.identity.did, ring: next.identity.ring)
        #expect(try await resigner.remaining() == 3)
        #expect(try await resigner.resignAll() == 3)
        #expect(try await resigner.resignAll() == 0)
        #expect(try await next.lists.publishDue() == 1)
        #expect(try await verdict(of: ids[0]) == [.valid, .valid])
        #expect(try await verdict(of: ids[2]) == [.revoked, .revoked])
        #expect(try await pilot.verify(Array(before.jwt.utf8)).verdict == .invalid)
        #expect(try await pilot.verify(#require(before.document)).verdict == .invalid)
        let kept = try await pilot.database.service.withConnection { db in
            try await db.rows(
                "SELECT jwt, secured FROM credential.superseded WHERE credential_id = \(ids[0])",
                as: (String, String).self)
        }
        #expect(kept.map(\.0) == [before.jwt] && kept.map { Array($0.1.utf8) } == [before.document])
        let audited = try await pilot.database.administrator.withConnection { db in
            try await db.rows(
                "SELECT DISTINCT action FROM ops.audit_event WHERE action LIKE 'issuer-key.%'", as: String.self)
        }
        #expect(audited == ["issuer-key.compromise"])
    }

    @Test("without a key that verifiers know nothing signs, until one is used at once")
    func noSuccessor() async throws {
        try await next.issuer.registerKeys()
        for key in pilot.identity.keys {
            #expect(try await pilot.keys.compromise(key.id, by: "test").successor == nil)
        }
        try await pilot.store(Evidence(about: [try await pilot.item("A1")]))
        try await pilot.findAwards()
        let error = await #expect(throws: IssuerKeyError.self) { try await next.issuer.issueCredentials() }
        #expect(error?.code == .noneInUse)
        for key in next.identity.keys { #expect(try await pilot.keys.use(key.id, isAtOnce: true, by: "test")) }
        #expect(try await next.issuer.issueCredentials() == 1)
        // A node that starts with the compromised key anew doesn't bring it back.
        try await pilot.issuer.registerKeys()
        for key in pilot.identity.keys { #expect(try await states()[key.id] == .compromised) }
    }

    @Test("keys that are unknown, compromised or in use don't change as they must not")
    func refused() async throws {
        try await next.issuer.registerKeys()
        let (current, listed) = (pilot.identity.keys[0].id, next.identity.keys[0].id)
        func code(_ body: () async throws -> Bool) async -> IssuerKeyError.Code? {
            do { _ = try await body() } catch { return (error as? IssuerKeyError)?.code }
            return nil
        }
        #expect(await code { try await pilot.keys.use("nobody's", isAtOnce: true, by: "test") } == .unknown)
        #expect(await code { try await pilot.keys.retire(current, by: "test") } == .forbidden)
        #expect(try await pilot.keys.retire(listed, by: "test"))
        #expect(try await !pilot.keys.retire(listed, by: "test"))
        _ = try await pilot.keys.compromise(listed, by: "test")
        #expect(await code { try await pilot.keys.use(listed, isAtOnce: true, by: "test") } == .forbidden)
        #expect(await code { try await pilot.keys.retire(listed, by: "test") } == .forbidden)
        let resigner = CredentialResigner(
            pool: pilot.database.service, issuer: pilot.identity.did, ring: pilot.identity.ring, keys: [current])
        #expect(try await resigner.resignAll() == 0)
        try await pilot.work(on: Evidence(about: [try await pilot.item("A1")]))
        #expect(await code { try await resigner.resignAll() > 0 } == .forbidden)
    }

    @Test("who declares a key compromised waits for what is being signed with it")
    func waits() async throws {
        let (keys, identity) = (pilot.keys, pilot.identity)
        let declaration = try await pilot.database.service.withTransaction { db in
            _ = try await identity.signingKeys(db)
            // Awaited below, once this transaction has ended.
            let task = Task { _ = try await keys.compromise(identity.tokenKey.id, by: "test") }
            try await Task.sleep(for: .milliseconds(150))
            #expect(try await states()[identity.tokenKey.id] == .current)
            return task
        }
        try await declaration.value
        #expect(try await states()[identity.tokenKey.id] == .compromised)
    }

    @Test("several at once sign everything anew once, whatever fails in between")
    func concurrentResigning() async throws {
        let about = [try await pilot.item("A1")]
        for person in 0..<40 { try await pilot.store(Evidence(person: "p-\(person)", about: about)) }
        try await pilot.findAwards()
        while try await pilot.issuer.issueCredentials() > 0 {}
        try await next.issuer.registerKeys()
        for key in pilot.identity.keys { _ = try await pilot.keys.compromise(key.id, by: "test") }
        for key in next.identity.keys { _ = try await pilot.keys.use(key.id, isAtOnce: true, by: "test") }
        // A batch that can't be kept leaves everything as it was.
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript("ALTER TABLE credential.superseded ADD CONSTRAINT broken CHECK (jwt = '')")
        }
        let resigner = CredentialResigner(
            pool: pilot.database.service, issuer: next.identity.did, ring: next.identity.ring)
        await #expect(throws: PostgresError.self) { try await resigner.resignAll() }
        #expect(try await resigner.remaining() == 40)
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript("ALTER TABLE credential.superseded DROP CONSTRAINT broken")
        }
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<3 { group.addTask { try await resigner.resignAll(atMost: 3) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts.reduce(0, +) == 40)
        let kept = try await pilot.database.service.withConnection { db in
            try await db.one(
                "SELECT count(*), count(DISTINCT credential_id) FROM credential.superseded", as: (Int64, Int64).self)
        }
        #expect(kept == (40, 40))
        for id in try await pilot.credentialIDs() { #expect(try await verdict(of: id) == [.valid, .valid]) }
    }
}
