import FoundationEssentials
import JSON
import LearningRecords
import LibPQ
import TestSupport
import Testing
import Training

@testable import Awarding

@Suite("claim links and the sessions that they open", .migratedDatabaseForEachTest)
struct ClaimLinkTests {
    let pilot: Pilot
    let holders: HolderStore

    init() async throws {
        pilot = try Pilot()
        try await pilot.define()
        try await pilot.issuer.registerKeys()
        holders = HolderStore(pool: pilot.database.service)
    }

    private func links(_ partner: String? = nil) -> ClaimLinkStore {
        ClaimLinkStore(CallerDatabase(pool: pilot.database.service, partner: partner))
    }

    private func make(_ person: String, partner: String? = nil) async throws -> MadeClaimLink {
        try await links(partner).make(for: Array(person.utf8), by: "test")
    }

    private static let home = "https://id.riga.example.eu"
    private let known = #"{"account":{"homePage":"\#(home)","name":"p-1"}}"#

    private func award(_ persons: String...) async throws {
        for person in persons {
            try await pilot.work(on: Evidence(person: person, about: [try await pilot.item("A1")], level: 1))
        }
    }

    @Test func `a link lets its person in to what they hold, again and again, and nobody else`() async throws {
        try await award("p-1", "p-2")
        let made = try await make(known)
        #expect(made.secret.text.utf8.count == 43)
        for _ in 1...2 {
            let session = try #require(try await holders.openSession(by: made.secret))
            #expect(session.endsAt > Date(timeIntervalSinceNow: 11 * 3600))
            let holder = try #require(try await holders.holder(session.secret))
            #expect(holder.identity == "https://id.riga.example.eu p-1" && holder.partner == nil)
            let json = try JSONDocument(parsing: try await holders.credentials(of: holder)).root
            let held = json["credentials"]?.elements.compactMap { $0["id"]?.string.flatMap(UUID.init(uuidString:)) }
            #expect(held?.count == 1)
            for id in try await pilot.credentialIDs() {
                #expect(try await holders.holds(id, holder) == held?.contains(id))
            }
        }
    }

    @Test func `only hashes are kept, of links as of sessions`() async throws {
        try await award("p-1")
        let made = try await make(known)
        let session = try #require(try await holders.openSession(by: made.secret))
        let kept = try await pilot.database.administrator.withConnection { db in
            try await db.rows(
                "SELECT row_to_json(l)::text FROM credential.claim_link AS l UNION ALL SELECT row_to_json(s)::text FROM credential.holder_session AS s",
                as: String.self)
        }.joined()
        #expect(!kept.contains(made.secret.text) && !kept.contains(session.secret.text))
        #expect(
            kept.contains(made.secret.hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()))
        #expect(made.secret != session.secret)
    }

    @Test func `what is guessed, or of another kind, lets nobody in`() async throws {
        try await award("p-1")
        let made = try await make(known)
        let session = try #require(try await holders.openSession(by: made.secret))
        #expect(try await holders.openSession(by: LinkSecret()) == nil)
        #expect(try await holders.holder(LinkSecret()) == nil)
        // A link is no session, and a session no link.
        #expect(try await holders.holder(made.secret) == nil)
        #expect(try await holders.openSession(by: session.secret) == nil)
        guard case .unknown = try await holders.state(ofClaimLink: LinkSecret()) else {
            Issue.record("a guessed link is known")
            return
        }
    }

    @Test(
        "what cannot be a secret is none",
        arguments: ["", "a", String(repeating: "A", count: 42) + "B", String(repeating: "=", count: 43), "%00"])
    func malformed(text: String) {
        #expect(LinkSecret(text) == nil)
    }

    @Test func `an expired or revoked link opens nothing; a revoked one ends its sessions, signing out only one`()
        async throws
    {
        try await award("p-1")
        let made = try await make(known)
        let (one, other) = (
            try #require(try await holders.openSession(by: made.secret)),
            try #require(try await holders.openSession(by: made.secret))
        )
        try await holders.close(one.secret)
        #expect(try await holders.holder(one.secret) == nil)
        #expect(try await holders.holder(other.secret) != nil)
        try await links().revoke(made.id, by: "test")
        #expect(try await holders.holder(other.secret) == nil)
        #expect(try await holders.openSession(by: made.secret) == nil)
        let old = try await make(known)
        let session = try #require(try await holders.openSession(by: old.secret))
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript(
                """
                UPDATE credential.claim_link SET created_at = now() - interval '31 days', expires_at = now() - interval '1 s';
                UPDATE credential.holder_session SET opened_at = now() - interval '1 d', expires_at = now() - interval '1 s';
                """)
        }
        #expect(try await holders.openSession(by: old.secret) == nil)
        #expect(try await holders.holder(session.secret) == nil)
        guard case .ended = try await holders.state(ofClaimLink: old.secret) else {
            Issue.record("an expired link is good")
            return
        }
    }

    @Test func `a partner's key makes links for people of its own pilots, which show those pilots' credentials only`()
        async throws
    {
        try await pilot.database.service.withConnection { db in
            let definition = """
                {"code": "torun-1", "iri": "\(Pilot.home)torun-1", "title": "Toruń",
                 "framework": {"code": "IUS", "version": "0.1"}, "profile": {"code": "P4"},
                 "curriculum": {"iri": "\(Pilot.home)curriculum", "version": "1.0"},
                 "partners": [{"code": "torun", "name": "Toruń"}], "startsOn": "2026-03-02", "endsOn": "2026-03-27"}
                """
            _ = try await db.one("SELECT training.define_pilot(\(JSONBText(Array(definition.utf8))))", as: Int64.self)
        }
        try await award("p-1", "p-2")
        let about = [try await pilot.item("A2")]
        try await pilot.work(on: Evidence(person: "p-1", about: about, level: 1, pilot: "torun-1"))
        await #expect(throws: DefinitionError.self) {
            try await make(#"{"account":{"homePage":"\#(Self.home)","name":"p-2"}}"#, partner: "torun")
        }
        await #expect(throws: DefinitionError.self) { try await make(known, partner: "-") }
        let made = try await make(known, partner: "torun")
        let session = try #require(try await holders.openSession(by: made.secret))
        let holder = try #require(try await holders.holder(session.secret))
        let json = try JSONDocument(parsing: try await holders.credentials(of: holder)).root
        #expect(json["credentials"]?.elements.compactMap { $0["competence"]?.string } == ["A2"])
        await #expect(throws: DefinitionError.self) { try await links("riga").revoke(made.id, by: "test") }
        try await links("torun").revoke(made.id, by: "test")
    }

    @Test func `people are named by mail address, or by pilot and account alone`() async throws {
        let about = [try await pilot.item("A1")]
        try await pilot.work(
            on: Evidence(actor: #"{"mbox":"mailto:zoe@example.eu"}"#, about: about, level: 1),
            Evidence(person: "p-3", about: about, level: 1))
        let byMail = try await make(#"{"mbox":"mailto:zoe@example.eu"}"#)
        let session = try #require(try await holders.openSession(by: byMail.secret))
        #expect(try await holders.holder(session.secret)?.identity == "zoe@example.eu")
        _ = try await make(#"{"pilot":"riga-1","account":{"name":"p-3"}}"#)
    }

    @Test(
        "what is wrong with a wish is told with the field",
        arguments: [
            (#"{}"#, ""), (#"{"mbox":"mailto:a@b.eu","account":{"name":"p-1"}}"#, ""),
            (#"{"account":{"name":"p-1"}}"#, "/account/homePage"), (#"{"mbox":"zoe"}"#, "/mbox"),
            (#"{"account":{"homePage":"https://id.riga.example.eu","name":"p-1"},"days":0}"#, "/days"),
            (#"{"account":{"homePage":"https://id.riga.example.eu","name":"p-1"},"days":366}"#, "/days"),
            (#"{"account":{"homePage":"https://id.riga.example.eu","name":"p-1"},"until":1}"#, "/until"),
            (#"{"account":"p-1"}"#, "/account"), (#"[]"#, ""),
        ])
    func refused(person: String, pointer: String) async throws {
        let error = await #expect(throws: DefinitionError.self) { try await make(person) }
        #expect(error?.pointer == pointer, "\(error?.message ?? "")")
    }

    @Test func `who is in no pilot and holds nothing gets no link`() async throws {
        for person in [
            known, #"{"pilot":"riga-1","account":{"name":"p-1"}}"#, #"{"pilot":"none","account":{"name":"p-1"}}"#,
        ] {
            let error = await #expect(throws: DefinitionError.self) { try await make(person) }
            #expect(error?.kind == .missing)
        }
    }

    @Test func `erasing a person takes links and sessions away`() async throws {
        try await award("p-1", "p-2")
        let (gone, kept) = (try await make(known), try await make(known.replacing("p-1", with: "p-2")))
        let session = try #require(try await holders.openSession(by: gone.secret))
        let holder = try #require(try await holders.holder(session.secret))
        let credential = try #require(try await pilot.credentialIDs().first { _ in true })
        let shares = ShareLinkStore(pool: pilot.database.service)
        let token = try #require(try await shares.make(ShareWish(), of: credential, by: holder))
        _ = try await HolderEraser(CallerDatabase(pool: pilot.database.service, partner: nil)).forget(
            Array(#"{"account":{"homePage":"https://id.riga.example.eu","name":"p-1"}}"#.utf8), by: "operator")
        #expect(try await holders.holder(session.secret) == nil)
        #expect(try await holders.openSession(by: gone.secret) == nil)
        #expect(try await shares.open(token, isOpening: true) == nil)
        #expect(try await holders.openSession(by: kept.secret) != nil)
    }
}
