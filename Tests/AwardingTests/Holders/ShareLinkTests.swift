import FoundationEssentials
import JSON
import LearningRecords
import LibPQ
import TestSupport
import Testing
import Training

@testable import Awarding

@Suite("links by which holders show credentials", .migratedDatabaseForEachTest)
struct ShareLinkTests {
    let pilot: Pilot
    let holders: HolderStore
    let shares: ShareLinkStore

    init() async throws {
        pilot = try Pilot()
        try await pilot.define()
        try await pilot.issuer.registerKeys()
        holders = HolderStore(pool: pilot.database.service)
        shares = ShareLinkStore(pool: pilot.database.service)
    }

    /// A person with a credential, who has been let in.
    private func holder(_ person: String) async throws -> (Holder, UUID) {
        let evidence = Evidence(person: person, about: [try await pilot.item("A1")], level: 1)
        try await pilot.work(on: evidence)
        let wish = #"{"account":{"homePage":"https://id.riga.example.eu","name":"\#(person)"}}"#
        let made = try await ClaimLinkStore(CallerDatabase(pool: pilot.database.service, partner: nil))
            .make(for: Array(wish.utf8), by: "test")
        let session = try #require(try await holders.openSession(by: made.secret))
        let holder = try #require(try await holders.holder(session.secret))
        let credential = try #require(try await pilot.credentialIDs(restingOn: evidence.id).first)
        return (holder, credential)
    }

    private func entries(_ holder: Holder) async throws -> [JSONValue] {
        let json = try JSONDocument(parsing: try await holders.credentials(of: holder)).root
        return json["credentials"]?.elements.flatMap { $0["shares"].map { Array($0.elements) } ?? [] } ?? []
    }

    @Test func `a link shows its credential until the holder takes it back, and the holder sees how often`()
        async throws
    {
        let (holder, credential) = try await holder("p-1")
        let token = try #require(
            try await shares.make(
                ShareWish(label: "City of Łódź", days: 30, showsEvidence: true), of: credential, by: holder))
        for isOpening in [true, false, true] {
            guard
                case .shown(let id, let showsEvidence, let until, nil) = try await shares.open(
                    token, isOpening: isOpening)
            else {
                Issue.record("it shows nothing")
                return
            }
            #expect(id == credential && showsEvidence)
            #expect(try #require(until) > Date(timeIntervalSinceNow: 29 * 86400))
        }
        let entry = try #require(try await entries(holder).first)
        #expect(entry["label"]?.string == "City of Łódź" && entry["openings"]?.lexeme == "2")
        #expect(entry["isGood"]?.boolean == true && entry["lastOpenedOn"] != nil)
        let id = try #require(entry["id"]?.string.flatMap(UUID.init(uuidString:)))
        for _ in 1...2 { #expect(try await shares.revoke(id, by: holder)) }
        #expect(try await shares.open(token, isOpening: true) == .revoked)
        #expect(try await entries(holder).first?["openings"]?.lexeme == "2")
    }

    @Test func `nobody makes or takes back links of another's credentials`() async throws {
        let (one, credential) = try await holder("p-1")
        let (other, _) = try await holder("p-2")
        #expect(try await shares.make(ShareWish(), of: credential, by: other) == nil)
        #expect(try await shares.make(ShareWish(), of: UUID(), by: one) == nil)
        let token = try #require(try await shares.make(ShareWish(), of: credential, by: one))
        let id = try #require(try await entries(one).first?["id"]?.string.flatMap(UUID.init(uuidString:)))
        #expect(try await shares.revoke(id, by: other) == false)
        #expect(try await shares.revoke(UUID(), by: one) == false)
        let shown = SharedCredential.shown(credential, showsEvidence: false, until: nil, name: nil)
        #expect(try await shares.open(token, isOpening: false) == shown)
        #expect(try await entries(other).isEmpty)
    }

    @Test func `an expired link shows nothing, a guessed one is unknown, and tokens are kept as hashes`() async throws {
        let (holder, credential) = try await holder("p-1")
        let token = try #require(try await shares.make(ShareWish(days: 1), of: credential, by: holder))
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript(
                "UPDATE credential.share_link SET created_at = now() - interval '2 d', expires_at = now() - interval '1 s'"
            )
        }
        #expect(try await shares.open(token, isOpening: true) == .expired)
        #expect(try await shares.open(LinkSecret(), isOpening: true) == nil)
        let kept = try await pilot.database.administrator.withConnection { db in
            try await db.one("SELECT row_to_json(s)::text FROM credential.share_link AS s", as: String.self)
        }
        #expect(!kept.contains(token.text) && kept.contains(#""openings":0"#))
    }

    @Test func `there are so many good links of a credential and no more`() async throws {
        let (holder, credential) = try await holder("p-1")
        for _ in 0..<ShareLinkStore.maximumLinks {
            _ = try #require(try await shares.make(ShareWish(), of: credential, by: holder))
        }
        #expect(try await shares.make(ShareWish(), of: credential, by: holder) == nil)
        let id = try #require(try await entries(holder).first?["id"]?.string.flatMap(UUID.init(uuidString:)))
        try await shares.revoke(id, by: holder)
        #expect(try await shares.make(ShareWish(), of: credential, by: holder) != nil)
    }
}
