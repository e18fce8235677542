import Credentials
import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import XAPI

@testable import Awarding

/// Everything between a statement and a credential, on one database.
struct Pilot: Sendable {
    static let baseURL = "https://tessera.example"
    static let home = "https://pilots.example.eu/"
    /// Home page of the accounts of those who assess.
    static let assessors = "https://id.assessors.example.eu"

    let database: MigratedDatabase
    let store: StatementStore
    let finder: AwardFinder
    let issuer: CredentialIssuer
    let credentials: CredentialStore
    let identity: IssuerIdentity
    let lists: StatusListPublisher
    let keys: IssuerKeyStore

    init(key: SigningKey = SigningKey()) throws {
        database = try MigratedDatabase.current
        store = StatementStore(pool: database.service)
        finder = AwardFinder(pool: database.service)
        identity = try IssuerIdentity(baseURL: Self.baseURL, name: "The scheme", tokenKey: key, proofKey: .ed25519())
        issuer = CredentialIssuer(pool: database.service, identity: identity)
        credentials = CredentialStore(pool: database.service)
        lists = StatusListPublisher(pool: database.service, identity: identity)
        keys = IssuerKeyStore(pool: database.service)
    }

    /// Defines the pilot that the statements name, or another one.
    func define(_ code: String = "riga-1") async throws {
        let definition = """
            {"code": "\(code)", "iri": "\(Self.home)\(code)", "title": "Local police in Riga",
             "framework": {"code": "IUS", "version": "0.1"}, "profile": {"code": "P4"},
             "curriculum": {"iri": "\(Self.home)curriculum", "version": "1.0"},
             "partners": [{"code": "riga", "name": "City of Riga"}],
             "startsOn": "2026-03-02", "endsOn": "2026-03-27"}
            """
        try await database.service.withConnection { db in
            _ = try await db.one(
                "SELECT training.define_pilot(\(JSONBText(Array(definition.utf8))))", as: Int64.self)
        }
    }

    /// The IRI of a framework's item, by its code: a competence (`A1`) or a level (`A1.3`).
    func item(_ code: String) async throws -> String {
        let identifier = try await database.administrator.withConnection { db in
            try await db.one("SELECT identifier FROM framework.item WHERE code = \(code)", as: UUID.self)
        }
        return "https://framework.example.eu/ims/case/v1p1/CFItems/\(identifier.uuidString.lowercased())"
    }

    func store(_ evidence: Evidence...) async throws {
        try await store.store(
            evidence.map { try $0.incoming() },
            authority: Authority(accountHomePage: Self.baseURL + "/", name: "platform"))
    }

    /// Works until nothing of the outbox is unread and nothing is due, and returns what came of it.
    @discardableResult
    func findAwards() async throws -> AwardFinder.Findings {
        let steps = try await steps(of: finder)
        return AwardFinder.Findings(
            read: steps.reduce(0) { $0 + $1.read }, reviewed: steps.reduce(0) { $0 + $1.reviewed },
            weighed: steps.reduce(0) { $0 + $1.weighed }, awarded: steps.reduce(0) { $0 + $1.awarded },
            withdrawn: steps.reduce(0) { $0 + $1.withdrawn })
    }

    /// The steps that it takes a finder to read all of the outbox and to weigh what is due.
    ///
    /// Transactions of other databases, older ones, hold it back for a moment: theirs are the same numbers.
    func steps(of finder: AwardFinder) async throws -> [AwardFinder.Findings] {
        struct Endless: Error {}
        var steps: [AwardFinder.Findings] = []
        for _ in 0..<6000 {
            let findings = try await finder.findAwards()
            if !findings.isIdle { steps.append(findings) }
            let isDone = try await database.administrator.withConnection { db in
                try await db.one(
                    """
                    SELECT NOT EXISTS (
                        SELECT FROM lrs.outbox, ops.consumer
                        WHERE name = 'awarding' AND (xid, statement_key) > (position_xid, position_key))
                        AND NOT EXISTS (SELECT FROM credential.due)
                        AND NOT EXISTS (SELECT FROM credential.review)
                    """, as: Bool.self)
            }
            if isDone { return steps }
            if findings.isIdle { try await Task.sleep(for: .milliseconds(5)) }
        }
        throw Endless()
    }

    /// An award, as the tests look at it.
    struct Award: Equatable {
        let person: String
        let competence: String
        let level: Int16
        var isWithdrawn = false
        var hasCredential = false
    }

    /// The awards of a person; of everybody, when nobody is named.
    func awards(of person: String? = nil) async throws -> [Award] {
        try await database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT p.identifier, i.code, a.level, a.withdrawn_at IS NOT NULL, c.credential_id IS NOT NULL
                FROM credential.award AS a
                JOIN lrs.agent AS p ON p.agent_key = a.agent_key
                JOIN framework.item AS i ON i.item_key = a.competence_item_key
                LEFT JOIN credential.credential AS c ON c.award_key = a.award_key
                WHERE \(person as String?)::text IS NULL OR p.identifier = \(person as String?)
                ORDER BY p.identifier, i.code, a.level, a.award_key
                """, as: (String, String, Int16, Bool, Bool).self)
        }.map { Award(person: $0.0, competence: $0.1, level: $0.2, isWithdrawn: $0.3, hasCredential: $0.4) }
    }

    /// How many awards rest on a statement.
    func count(restingOn statement: UUID) async throws -> Int64 {
        try await database.administrator.withConnection { db in
            try await db.one(
                "SELECT count(*) FROM credential.award_evidence WHERE statement_id = \(statement)", as: Int64.self)
        }
    }

    /// Ids of all credentials, or those that rest on a statement.
    func credentialIDs(restingOn statement: UUID? = nil) async throws -> [UUID] {
        try await database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT credential_id FROM credential.credential
                WHERE \(statement as UUID?)::uuid IS NULL
                    OR award_key IN (
                        SELECT award_key FROM credential.award_evidence WHERE statement_id = \(statement as UUID?))
                ORDER BY award_key
                """, as: UUID.self)
        }
    }

    /// Stores evidence, and works until there is nothing left to do.
    func work(on evidence: Evidence...) async throws {
        for evidence in evidence { try await store(evidence) }
        try await findAwards()
        while try await issuer.issueCredentials() > 0 {}
    }

    /// What an employer is told of a credential.
    func verify(_ bytes: [UInt8], recipient: String? = nil) async throws -> VerificationReport {
        let document = try await credentials.didDocument(of: identity.did)
        let statuses = OwnStatuses(credentials: credentials, identity: identity)
        return await CredentialVerifier(issuers: KnownIssuers([document]), statuses: statuses)
            .verify(bytes, at: Date(), recipient: recipient)
    }
}
