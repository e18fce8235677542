import Foundation
import LibPQ
import TestSupport
import Testing

@testable import Operations

@Suite("API keys", .migratedDatabase)
struct APIKeyStoreTests {
    let database: MigratedDatabase
    let store: APIKeyStore
    let name = "key-\(UUID())"

    init() async throws {
        database = try MigratedDatabase.current
        store = APIKeyStore(pool: database.service)
        try await database.administrator.withConnection { db in
            try await db.executeScript(
                "INSERT INTO training.partner (code, name) VALUES ('riga', 'Riga') ON CONFLICT DO NOTHING")
        }
    }

    private func create(
        _ name: String? = nil, scopes: Set<Scope> = [.statementsWrite], secret: String? = nil
    ) async throws -> (id: UUID, secret: String) {
        try await store.create(.init(name: name ?? self.name, scopes: scopes), secret: secret, actor: "tests")
    }

    /// What the audit log tells of keys of a name, oldest first.
    private func events() async throws -> [String] {
        try await database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT actor || ' ' || action FROM ops.audit_event
                WHERE detail ->> 'name' = \(name) ORDER BY event_key
                """, as: String.self)
        }
    }

    @Test("a new key is found by its name, accepts its secret and no other, and tells what it was made with")
    func created() async throws {
        let expiry = Date(timeIntervalSince1970: 4_000_000_000)
        let request = APIKeyStore.Request(
            name: name, scopes: [.statementsWrite, .statementsReadMine], partner: "riga", expiresAt: expiry,
            xapiVersion: "1.0.3")
        let (id, secret) = try await store.create(request, actor: "tests")
        let key = try #require(try await store.key(named: name))
        #expect(key.id == id && key.name == name && key.scopes == [.statementsWrite, .statementsReadMine])
        #expect(key.partnerCode == "riga" && key.partnerKey != nil && key.xapiVersion == "1.0.3")
        #expect(key.expiresAt == expiry && key.lastUsedAt == nil)
        #expect(abs(key.createdAt.timeIntervalSinceNow) < 60)
        #expect(key.accepts(secret: secret))
        for wrong in ["", secret + " ", String(secret.dropLast()), secret.lowercased(), name] {
            #expect(!key.accepts(secret: wrong))
        }
    }

    @Test("a secret has 256 random bits, and no two are the same")
    func secrets() async throws {
        let secrets = (0..<1000).map { _ in Secret.random() }
        #expect(Set(secrets).count == 1000)
        #expect(secrets.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_-]{43}/) != nil })
    }

    @Test("the secret stands nowhere in the database, only its SHA-256")
    func hashOnly() async throws {
        let secret = "correct horse battery staple"
        _ = try await create(secret: secret)
        let text = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT concat(
                    (SELECT string_agg(k::text, ' ') FROM ops.api_key AS k),
                    (SELECT string_agg(e::text, ' ') FROM ops.audit_event AS e))
                """, as: String.self)
        }
        #expect(!text.contains("horse"))
        #expect(!text.contains(Data("correct horse".utf8).map { String(format: "%02x", $0) }.joined()))
        let isHash = try await database.administrator.withConnection { db in
            try await db.one(
                "SELECT secret_hash = sha256(\(secret)::text::bytea) FROM ops.api_key WHERE name = \(name)",
                as: Bool.self)
        }
        #expect(isHash)
    }

    @Test("a name that a living key has is refused, and that key stays as it is")
    func taken() async throws {
        let (id, secret) = try await create()
        await #expect(throws: APIKeyError.nameTaken(name)) { try await create(scopes: [.all]) }
        let key = try #require(try await store.key(named: name))
        #expect(key.id == id && key.accepts(secret: secret) && key.scopes == [.statementsWrite])
        #expect(try await events() == ["tests key.create"])
    }

    @Test("of several who take one name at once, one gets it")
    func atOnce() async throws {
        let made = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { (try? await create()) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(made == 1)
    }

    @Test("a name that HTTP Basic cannot carry is refused", arguments: ["", "a:b", ":", "a\nb", "a\u{0}", "\r\n"])
    func badNames(name: String) async throws {
        await #expect(throws: APIKeyError.badName(name)) { try await create(name) }
    }

    @Test("a name may have spaces, quotes and letters of any script", arguments: ["LMS of Rīga", "a'b\"c\\", "学习 平台"])
    func goodNames(name: String) async throws {
        let (_, secret) = try await create(name)
        #expect(try await store.key(named: name)?.accepts(secret: secret) == true)
    }

    @Test("a secret shorter than 8 bytes and an unknown partner are refused")
    func refused() async throws {
        await #expect(throws: APIKeyError.weakSecret) { try await create(secret: "1234567") }
        await #expect(throws: APIKeyError.unknownPartner("atlantis")) {
            try await store.create(.init(name: name, scopes: [.all], partner: "atlantis"), actor: "tests")
        }
        #expect(try await store.key(named: name) == nil)
        #expect(try await events() == [])
    }

    @Test("a revoked key is not found, and its name can be given again")
    func revoked() async throws {
        let (old, secret) = try await create()
        try await store.revoke(name: name, actor: "tests")
        #expect(try await store.key(named: name) == nil)
        await #expect(throws: APIKeyError.unknownName(name)) { try await store.revoke(name: name, actor: "tests") }
        let (new, _) = try await create()
        #expect(new != old)
        #expect(try await store.key(named: name)?.accepts(secret: secret) == false)
        #expect(try await events() == ["tests key.create", "tests key.revoke", "tests key.create"])
    }

    @Test("a rotated key has a new secret, and is the same key otherwise")
    func rotated() async throws {
        let (id, old) = try await create(scopes: [.define])
        let new = try await store.rotate(name: name, actor: "tests")
        let key = try #require(try await store.key(named: name))
        #expect(key.id == id && key.scopes == [.define])
        #expect(key.accepts(secret: new) && !key.accepts(secret: old))
        #expect(try await events() == ["tests key.create", "tests key.rotate"])
        await #expect(throws: APIKeyError.unknownName("nobody")) {
            _ = try await store.rotate(name: "nobody", actor: "tests")
        }
    }

    @Test("a key ends at the moment of its expiry")
    func expiry() async throws {
        let expiry = Date(timeIntervalSince1970: 2_000_000_000)
        _ = try await store.create(.init(name: name, scopes: [.all], expiresAt: expiry), actor: "tests")
        let key = try #require(try await store.key(named: name))
        #expect(!key.isExpired(at: expiry - 0.001))
        #expect(key.isExpired(at: expiry) && key.isExpired(at: expiry + 1))
        let endless = name + "-endless"
        _ = try await create(endless)
        #expect(try await store.key(named: endless)?.isExpired(at: .distantFuture) == false)
    }

    @Test("the list has every living key by name, with an expired one, without a revoked one")
    func list() async throws {
        for suffix in ["-b", "-a", "-c", "-revoked"] { _ = try await create(name + suffix) }
        try await store.revoke(name: name + "-revoked", actor: "tests")
        let past = Date(timeIntervalSince1970: 0)
        _ = try await store.create(.init(name: name + "-past", scopes: [.all], expiresAt: past), actor: "tests")
        let names = try await store.list().map(\.name).filter { $0.hasPrefix(name) }
        #expect(names == ["-a", "-b", "-c", "-past"].map { name + $0 })
    }

    @Test("the installation's first key is made once, whoever asks for it and however often")
    func ensure() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 { group.addTask { try await store.ensure(name: name, secret: "first secret") } }
            try await group.waitForAll()
        }
        try await store.ensure(name: name, secret: "another secret")
        let key = try #require(try await store.key(named: name))
        #expect(key.accepts(secret: "first secret") && key.scopes == [.all])
        #expect(try await events() == ["bootstrap key.create"])
    }

    @Test("use is noted to the minute, for the keys that were used")
    func use() async throws {
        let (used, _) = try await create()
        _ = try await create(name + "-idle")
        // A key is never used before it was made, not even by the seconds that are cut off.
        try await store.noteUse(of: [used, UUID()])
        var key = try #require(try await store.key(named: name))
        #expect(try #require(key.lastUsedAt) >= key.createdAt)
        try await database.administrator.withConnection { db in
            _ = try await db.execute(
                """
                UPDATE ops.api_key SET created_at = now() - interval '1 day', last_used_at = now() - interval '1 hour'
                WHERE key_id = \(used)
                """)
        }
        try await store.noteUse(of: [used])
        key = try #require(try await store.key(named: name))
        let moment = try #require(key.lastUsedAt)
        #expect(moment.timeIntervalSince1970.truncatingRemainder(dividingBy: 60) == 0)
        #expect((-1..<121).contains(Date().timeIntervalSince(moment)))
        #expect(try await store.key(named: name + "-idle")?.lastUsedAt == nil)
        try await store.noteUse(of: [])
    }

    @Test("a scope that the database knows and this version does not grants nothing")
    func unknownScope() async throws {
        _ = try await create()
        try await database.administrator.withConnection { db in
            _ = try await db.execute(
                "UPDATE ops.api_key SET scopes = '{statements/read,future/scope}' WHERE name = \(name)")
        }
        #expect(try await store.key(named: name)?.scopes == [.statementsRead])
    }
}
