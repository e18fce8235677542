import Foundation
import LibPQ
import TestSupport
import Testing

@testable import Evaluation

@Suite("evaluators' roles", .migratedDatabase)
struct EvaluatorRolesTests {
    let database: MigratedDatabase
    let roles: EvaluatorRoles
    /// Roles belong to the whole server.
    let name = "e_\(UInt64.random(in: .min ... .max))"

    init() async throws {
        database = try MigratedDatabase.current
        roles = EvaluatorRoles(pool: database.administrator)
        try await database.administrator.withConnection { db in
            try await db.executeScript(
                """
                INSERT INTO training.partner (code, name) VALUES ('riga', 'Riga'), ('lille', 'Lille')
                ON CONFLICT DO NOTHING
                """)
        }
    }

    /// Drops the role of the test.
    private func dropRole() async throws {
        try await database.administrator.withConnection { db in
            try await db.executeScript("DROP ROLE IF EXISTS \"\(name)\"")
        }
    }

    /// What the role may see: all partners, or the codes of some; nil when it is not registered.
    private func sight() async throws -> (all: Bool, partners: [String])? {
        try await database.administrator.withConnection { db in
            try await db.first(
                """
                SELECT e.all_partners, array(
                    SELECT p.code FROM ops.evaluator_partner AS ep JOIN training.partner AS p USING (partner_key)
                    WHERE ep.role_name = e.role_name ORDER BY p.code)
                FROM ops.evaluator AS e WHERE e.role_name = \(name)::text::name
                """, as: (Bool, [String]).self)
        }
    }

    private func roleExists(_ name: String) async throws -> Bool {
        try await database.administrator.withConnection { db in
            try await db.one("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = \(name))", as: Bool.self)
        }
    }

    @Test("a role is made that can log in, read schema evaluation, and has no other right or membership")
    func made() async throws {
        try await roles.create(name: name, password: "correct horse", partners: ["riga", "lille"], actor: "tests")
        let sight = try await sight()
        #expect(sight?.all == false && sight?.partners == ["lille", "riga"])
        let (attributes, groups, password) = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT
                    rolcanlogin AND rolinherit
                        AND NOT (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls),
                    array(SELECT roleid::regrole::text FROM pg_auth_members WHERE member = r.oid),
                    rolpassword
                FROM pg_authid AS r WHERE rolname = \(name)
                """, as: (Bool, [String], String).self)
        }
        #expect(attributes)
        #expect(groups == ["tessera_evaluator"])
        let isVerifier = password.wholeMatch(
            of: /SCRAM-SHA-256\$4096:[A-Za-z0-9+\/]{22}==\$[A-Za-z0-9+\/]{43}=:[A-Za-z0-9+\/]{43}=/)
        #expect(isVerifier != nil)
        let events = try await database.administrator.withConnection { db in
            try await db.rows(
                "SELECT actor, action, detail::text FROM ops.audit_event WHERE subject = \(name)",
                as: (String, String, String).self)
        }
        #expect(events.count == 1)
        #expect(events.first?.0 == "tests" && events.first?.1 == "evaluator.create")
        #expect(events.first?.2.contains("horse") == false)
        try await dropRole()
    }

    @Test("without partners it sees every partner's pilots")
    func allPartners() async throws {
        try await roles.create(name: name, password: "correct horse", partners: [], actor: "tests")
        let sight = try await sight()
        #expect(sight?.all == true && sight?.partners == [])
        try await dropRole()
    }

    @Test(
        "a name that is no plain role name is refused",
        arguments: [
            "", "Ana", "1ana", "_ana", "ana maria", "ana\"; DROP TABLE x; --", "aná", "pg_ana", "tessera_ana",
            "tessera_service", String(repeating: "a", count: 64),
        ])
    func badNames(name: String) async throws {
        await #expect(throws: EvaluatorRoles.Failure.badName(name)) {
            try await roles.create(name: name, password: "correct horse", partners: [], actor: "tests")
        }
    }

    @Test("a name that is taken is refused, and the role keeps its password and its partners")
    func taken() async throws {
        try await roles.create(name: name, password: "correct horse", partners: ["riga"], actor: "tests")
        await #expect(throws: EvaluatorRoles.Failure.nameTaken(name)) {
            try await roles.create(name: name, password: "battery staple", partners: [], actor: "tests")
        }
        let sight = try await sight()
        #expect(sight?.all == false && sight?.partners == ["riga"])
        try await dropRole()
    }

    @Test("an unknown partner is refused by its code, and leaves no role, no registration and no event")
    func unknownPartner() async throws {
        await #expect(throws: EvaluatorRoles.Failure.unknownPartner("atlantis")) {
            try await roles.create(name: name, password: "x y", partners: ["riga", "atlantis"], actor: "tests")
        }
        #expect(try await !roleExists(name))
        #expect(try await sight() == nil)
        let events = try await database.administrator.withConnection { db in
            try await db.one("SELECT count(*) FROM ops.audit_event WHERE subject = \(name)", as: Int64.self)
        }
        #expect(events == 0)
    }

    @Test("a role that is made again, after somebody dropped it, sees only what it is given now")
    func madeAgain() async throws {
        try await roles.create(name: name, password: "correct horse", partners: ["riga"], actor: "tests")
        try await dropRole()
        try await roles.create(name: name, password: "correct horse", partners: ["lille"], actor: "tests")
        let sight = try await sight()
        #expect(sight?.all == false && sight?.partners == ["lille"])
        try await dropRole()
    }

    @Test("of several who make one role at once, one succeeds and the others are told that the name is taken")
    func atOnce() async throws {
        let taken = await withTaskGroup(of: EvaluatorRoles.Failure?.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    do {
                        try await roles.create(name: name, password: "correct horse", partners: [], actor: "tests")
                        return nil
                    } catch {
                        return error as? EvaluatorRoles.Failure ?? .badName("\(error)")
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(taken.count { $0 == nil } == 1)
        #expect(taken.count { $0 == .nameTaken(name) } == 3)
        try await dropRole()
    }
}
