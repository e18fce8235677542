import FoundationEssentials
import LibPQ
import TestSupport

extension Pilot {
    /// Defines and publishes a rule; instead of the ones of the seed, unless it is narrower.
    func rule(_ requires: String, code: String = "test-rule", _ members: String = "") async throws {
        let definition = """
            {"code":"\(code)","description":"As the test has it.",\(members.isEmpty ? "" : members + ",")
             "requires":\(requires)}
            """
        try await database.service.withTransaction { db in
            _ = try await db.one(
                "SELECT credential.define_rule(\(JSONBText(Array(definition.utf8))), 'test')", as: Int32.self)
            _ = try await db.one("SELECT credential.publish_rule(\(code), 'test')", as: Int32.self)
        }
    }

    /// Retires the rules of the seed, so that the tests' own decide.
    func retireSeed() async throws {
        try await database.service.withTransaction { db in
            for code in ["passed-assessment", "found-by-assessor"] {
                try await db.execute("SELECT credential.retire_rule(\(code), 'test')")
            }
        }
    }

    /// Lists who may assess in a pilot, or in those of a partner.
    func list(assessors: [String], pilot: String? = nil, partner: String? = nil, homePage: String = assessors)
        async throws
    {
        let accounts = assessors.map { #"{"account":{"homePage":"\#(homePage)","name":"\#($0)"}}"# }
        let definition = JSONBText(Array(#"{"assessors":[\#(accounts.joined(separator: ","))]}"#.utf8))
        try await database.service.withTransaction { db in
            try await db.execute(
                "SELECT credential.define_assessors(\(pilot as String?), \(partner as String?), \(definition), 'test')")
        }
    }

    /// Says whether a person approves the pilot's awards.
    func approval(_ isRequired: Bool) async throws {
        try await database.service.withTransaction { db in
            try await db.execute("SELECT credential.set_approval('riga-1', \(isRequired), 'test')")
        }
    }

    /// Competence and level of the awards that stand of a person, as `A1.2`; proposed ones with a question mark.
    func held(by person: String) async throws -> [String] {
        try await findAwards()
        return try await database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT i.code || '.' || a.level || CASE a.decision WHEN 'proposed' THEN '?' ELSE '' END
                FROM credential.award AS a
                JOIN lrs.agent AS p ON p.agent_key = a.agent_key
                JOIN framework.item AS i ON i.item_key = a.competence_item_key
                WHERE a.withdrawn_at IS NULL AND p.identifier = \(person)
                ORDER BY 1
                """, as: String.self)
        }
    }

    /// Why the latest withdrawn award of a person was withdrawn.
    func withdrawalReason(of person: String) async throws -> String? {
        try await database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT a.withdrawal_reason
                FROM credential.award AS a
                JOIN lrs.agent AS p ON p.agent_key = a.agent_key
                WHERE a.withdrawn_at IS NOT NULL AND p.identifier = \(person)
                ORDER BY a.award_key DESC LIMIT 1
                """, as: String?.self
            ).first ?? nil
        }
    }
}
