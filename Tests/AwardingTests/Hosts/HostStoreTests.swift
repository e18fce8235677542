import Credentials
import Foundation
import JSON
import LibPQ
import TestSupport
import Testing
import Training

@testable import Awarding

@Suite("hosts of badges", .migratedDatabaseForEachTest)
struct HostStoreTests {
    static let redirect = "https://host.example/callback"
    static let verifier = String(repeating: "v", count: 43)

    let pilot: Pilot
    let hosts: HostStore

    init() async throws {
        pilot = try Pilot()
        hosts = HostStore(pool: pilot.database.service)
        try await pilot.define()
        try await pilot.issuer.registerKeys()
        let about = [try await pilot.item("A1")]
        try await pilot.work(on: Evidence(person: "p-1", about: about), Evidence(person: "p-2", about: about))
    }

    func client(_ scopes: [HostScope] = HostScope.allCases) async throws -> HostClient {
        let registered = try await hosts.register(
            HostRegistration(
                name: "Host", homePage: "https://host.example/", redirectURIs: [Self.redirect], scopes: scopes,
                json: Array(#"{"client_name":"Host"}"#.utf8)))
        let client = try #require(try await hosts.client(registered.id))
        #expect(client.accepts(secret: registered.secret.text) && !client.accepts(secret: LinkSecret().text))
        return client
    }

    func holder(_ person: String = "p-1", partner: String? = nil) async throws -> Holder {
        let key = try await pilot.database.administrator.withConnection { db in
            try await db.one("SELECT agent_key FROM lrs.agent WHERE identifier = \(person)", as: Int64.self)
        }
        return Holder(key: key, partner: partner, identity: person, sessionEndsAt: Date() + 3600)
    }

    func guest(
        of holder: Holder, by client: HostClient, scopes: [HostScope] = HostScope.allCases
    ) async throws -> HostGuest {
        let code = try await hosts.grant(
            scopes, to: client, by: holder, redirectURI: Self.redirect,
            challenge: HostStore.challenge(for: Self.verifier))
        let tokens = try #require(
            try await hosts.redeem(
                code: code, verifier: Self.verifier, redirectURI: Self.redirect, by: client))
        return try #require(try await hosts.guest(tokens.access))
    }

    func sql(_ query: Query) async throws {
        try await pilot.database.administrator.withConnection { db in _ = try await db.execute(query) }
    }

    func sent(_ body: String, from day: Double = 0, id: String = "urn:1") -> SentCredential {
        SentCredential(
            issuerID: "did:web:other.example", id: id, validFrom: Date(timeIntervalSince1970: day * 86_400),
            isToken: true, body: Array(body.utf8))
    }

    @Test func `PKCE's challenge is that of RFC 7636's example`() {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        #expect(HostStore.challenge(for: verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test func `a host sees the credentials of who let it in, and only as far as that holder's link shows them`()
        async throws
    {
        try await sql("INSERT INTO training.partner (code, name) VALUES ('lille', 'Lille')")
        let client = try await client()
        let all = try await pilot.credentialIDs().count
        let own = try await hosts.credentials(
            of: guest(of: holder(), by: client), since: nil, limit: 10, offset: 0)
        #expect(own.total * 2 == all && own.entries.count == own.total && own.total > 0)
        for (partner, count) in [("riga", own.total), ("lille", 0)] {
            let guest = try await guest(of: holder(partner: partner), by: client)
            #expect(try await hosts.credentials(of: guest, since: nil, limit: 10, offset: 0).total == count)
        }
        let guest = try await guest(of: holder(), by: client)
        let page = try await hosts.credentials(of: guest, since: nil, limit: 1, offset: Int64(own.total - 1))
        #expect(page.total == own.total && page.entries.count == 1)
        #expect(try await hosts.credentials(of: guest, since: nil, limit: 1, offset: 1000).total == own.total)
        let id = try #require(JSONDocument(parsing: page.entries[0].body).root["id"]?.string?.dropFirst(9))
        _ = try await pilot.credentials.revoke(
            #require(UUID(uuidString: String(id))), reason: "A mistake.", by: "anna", partner: nil)
        #expect(try await hosts.credentials(of: guest, since: nil, limit: 10, offset: 0).total == own.total - 1)
    }

    @Test func `codes and tokens end when they are said to`() async throws {
        let (client, holder) = (try await client(), try await holder())
        let code = try await hosts.grant(
            [.readCredentials], to: client, by: holder, redirectURI: Self.redirect,
            challenge: HostStore.challenge(for: Self.verifier))
        try await sql("UPDATE wallet.authorization_code SET expires_at = now() - interval '1 s'")
        #expect(
            try await hosts.redeem(code: code, verifier: Self.verifier, redirectURI: Self.redirect, by: client) == nil)
        let other = try await hosts.grant(
            HostScope.allCases, to: client, by: holder, redirectURI: Self.redirect,
            challenge: HostStore.challenge(for: Self.verifier))
        let tokens = try #require(
            try await hosts.redeem(code: other, verifier: Self.verifier, redirectURI: Self.redirect, by: client))
        try await sql(
            "UPDATE wallet.host_token SET issued_at = now() - interval '2 h', expires_at = now() - interval '1 s'")
        #expect(try await hosts.guest(tokens.access) == nil)
        #expect(try await hosts.refresh(#require(tokens.refresh), scopes: nil, by: client) == nil)
    }

    @Test func `a refresh token that two use at once gives one of them tokens, which end with that`() async throws {
        let client = try await client()
        let code = try await hosts.grant(
            HostScope.allCases, to: client, by: holder(), redirectURI: Self.redirect,
            challenge: HostStore.challenge(for: Self.verifier))
        let tokens = try #require(
            try await hosts.redeem(code: code, verifier: Self.verifier, redirectURI: Self.redirect, by: client))
        let refresh = try #require(tokens.refresh)
        let hosts = hosts
        let given = try await withThrowingTaskGroup(of: HostTokens?.self) { group in
            for _ in 0..<5 { group.addTask { try await hosts.refresh(refresh, scopes: nil, by: client) } }
            return try await group.reduce(into: [HostTokens]()) { if let tokens = $1 { $0.append(tokens) } }
        }
        #expect(given.count == 1)
        #expect(try await hosts.guest(#require(given.first).access) == nil)
    }

    @Test func `of two of the same issuer and id the newer stays; another holder's are others`() async throws {
        let client = try await client()
        let (one, two) = (
            try await guest(of: holder(), by: client), try await guest(of: holder("p-2"), by: client)
        )
        #expect(try await hosts.upsert(sent("a", from: 2), of: one) == .created)
        #expect(try await hosts.upsert(sent("b", from: 1), of: one) == .older)
        #expect(try await hosts.upsert(sent("c", from: 2), of: one) == .replaced)
        #expect(try await hosts.upsert(sent("d", from: 3), of: one) == .replaced)
        #expect(try await hosts.upsert(sent("e", from: 1), of: two) == .created)
        let page = try await hosts.credentials(of: one, since: nil, limit: 10, offset: 0)
        #expect(page.entries.filter(\.isToken).map { String(decoding: $0.body, as: UTF8.self) } == ["d"])
        let hosts = hosts
        let concurrent = (1...6).map { sent("x\($0)", from: Double($0), id: "urn:2") }
        try await withThrowingTaskGroup { group in
            for credential in concurrent { group.addTask { _ = try await hosts.upsert(credential, of: one) } }
            try await group.waitForAll()
        }
        let bodies = try await hosts.credentials(of: one, since: nil, limit: 10, offset: 0).entries.map {
            String(decoding: $0.body, as: UTF8.self)
        }
        #expect(bodies.contains("x6") && bodies.count == page.total + 1)
    }

    @Test func `of no secret more than its hash is kept`() async throws {
        let client = try await client()
        let code = try await hosts.grant(
            HostScope.allCases, to: client, by: holder(), redirectURI: Self.redirect,
            challenge: HostStore.challenge(for: Self.verifier))
        let tokens = try #require(
            try await hosts.redeem(code: code, verifier: Self.verifier, redirectURI: Self.redirect, by: client))
        let kept = try await pilot.database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT c::text FROM wallet.client AS c
                UNION ALL SELECT c::text FROM wallet.authorization_code AS c
                UNION ALL SELECT t::text FROM wallet.host_token AS t
                UNION ALL SELECT a::text FROM ops.audit_event AS a
                """, as: String.self)
        }.joined()
        for secret in [code, tokens.access, try #require(tokens.refresh)] {
            let digits = Array(secret.text.utf8).map { String($0, radix: 16) }.joined()
            #expect(!kept.contains(secret.text) && !kept.contains(digits))
        }
    }
}
