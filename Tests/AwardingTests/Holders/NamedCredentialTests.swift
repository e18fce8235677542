import Credentials
import Foundation
import JSON
import LibPQ
import TestSupport
import Testing
import Training

@testable import Awarding

@Suite("credentials with the holder's name in them", .migratedDatabaseForEachTest)
struct NamedCredentialTests {
    let pilot: Pilot
    let shares: ShareLinkStore
    let holder: Holder
    let credential: UUID
    let name: PersonName

    init() async throws {
        pilot = try Pilot()
        try await pilot.define()
        try await pilot.issuer.registerKeys()
        try await pilot.work(on: Evidence(person: "p-1", about: [try await pilot.item("A1")], level: 1))
        try await pilot.lists.publishDue()
        shares = ShareLinkStore(pool: pilot.database.service)
        credential = try #require(try await pilot.credentialIDs().first)
        let key = try await pilot.database.administrator.withConnection { db in
            try await db.one("SELECT agent_key FROM lrs.agent WHERE identifier = 'p-1'", as: Int64.self)
        }
        holder = Holder(key: key, partner: nil, identity: "p-1", sessionEndsAt: Date() + 3600)
        name = try #require(PersonName("Żaneta Kovač"))
    }

    private func shown(_ token: LinkSecret) async throws -> PersonName? {
        guard case .shown(_, _, _, let name) = try await shares.open(token, isOpening: false) else { return nil }
        return name
    }

    private func links() async throws -> [(id: UUID, sealed: [UInt8]?)] {
        try await pilot.database.administrator.withConnection { db in
            try await db.rows(
                "SELECT share_link_id, sealed_name FROM credential.share_link ORDER BY share_link_key",
                as: (UUID, [UInt8]?).self)
        }.map { (id: $0.0, sealed: $0.1) }
    }

    @Test func `both forms are signed with the name, are revoked with the credential, and nothing of them is kept`()
        async throws
    {
        let names = pilot.credentials.named(by: pilot.identity)
        let kept = try #require(try await pilot.credentials.credential(credential))
        let named = try #require(try await names.credential(credential, naming: name))
        let document = try #require(named.document)
        for form in [document, Array(named.jwt.utf8)] {
            let report = try await pilot.verify(form, recipient: name.text)
            #expect(report.verdict == .valid && report.content?.recipientName == name.text, "\(report.text)")
            #expect(report.content?.id == "urn:uuid:" + credential.uuidString.lowercased())
        }
        #expect(try await pilot.credentials.credential(credential)?.jwt == kept.jwt)
        #expect(try await pilot.credentials.credential(credential)?.document == kept.document)
        let revoked = try await pilot.credentials.revoke(credential, reason: "A mistake.", by: "anna", partner: nil)
        #expect(revoked == .revoked)
        #expect(try await pilot.verify(document).verdict == .revoked)
        #expect(try await names.credential(credential, naming: name) == nil)
        #expect(try await names.credential(UUID(), naming: name) == nil)
    }

    @Test func `a link shows the name for its token alone, until the holder takes the name out`() async throws {
        let (one, other) = (
            try #require(try await shares.make(ShareWish(name: name), of: credential, by: holder)),
            try #require(try await shares.make(ShareWish(), of: credential, by: holder))
        )
        #expect(try await shown(one) == name)
        #expect(try await shown(other) == nil)
        let rows = try await links()
        let sealed = try #require(rows[0].sealed)
        #expect(rows[1].sealed == nil)
        #expect(sealed.count == name.text.utf8.count + 28 && sealed.firstRange(of: Array("Kova".utf8)) == nil)
        // Moved to another link it opens nothing: a seal is one link's.
        try await pilot.database.administrator.withConnection { db in
            _ = try await db.execute(
                "UPDATE credential.share_link SET sealed_name = \(sealed) WHERE share_link_id = \(rows[1].id)")
        }
        #expect(try await shown(other) == nil)
        #expect(try await shares.removeName(from: rows[0].id, by: holder))
        #expect(try await shown(one) == nil)
        guard case .shown(credential, _, _, nil) = try await shares.open(one, isOpening: true) else {
            Issue.record("the link shows nothing any more")
            return
        }
        #expect(try await links()[0].sealed == nil)
    }

    @Test func `a link that is taken back keeps no name, and nobody takes the name out of another's`() async throws {
        _ = try #require(try await shares.make(ShareWish(name: name), of: credential, by: holder))
        let id = try await links()[0].id
        let stranger = Holder(key: holder.key + 1, partner: nil, identity: "x", sessionEndsAt: Date() + 60)
        #expect(try await shares.removeName(from: id, by: stranger) == false)
        #expect(try await shares.removeName(from: UUID(), by: holder) == false)
        #expect(try await links()[0].sealed != nil)
        #expect(try await shares.revoke(id, by: holder))
        #expect(try await links()[0].sealed == nil)
    }

    @Test func `no view or function of evaluators reads the names, and their role may not`() async throws {
        let (readers, grants) = try await pilot.database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT
                    (
                        SELECT count(*) FROM pg_depend AS d
                        JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                        WHERE a.attname = 'sealed_name' AND d.classid = 'pg_rewrite'::regclass
                    ) + (SELECT count(*) FROM pg_proc WHERE prosrc ~ 'sealed_name' AND pronamespace = 'evaluation'::regnamespace),
                    (
                        SELECT count(*) FROM pg_attribute AS a JOIN pg_roles AS r ON r.rolname IN (
                            'tessera_evaluator', 'tessera_identity')
                        WHERE a.attname = 'sealed_name' AND has_column_privilege(r.oid, a.attrelid, a.attnum, 'SELECT')
                    )
                """, as: (Int64, Int64).self)
        }
        #expect(readers == 0 && grants == 0)
    }
}
