import Credentials
import FoundationEssentials
import LibPQ
import TestSupport

@testable import Awarding

/// Awards and credentials as they were kept before rules had conditions and credentials a status (migration 0018).
struct OldAwards: Sendable {
    /// An award of then.
    struct Award: Sendable {
        let id = UUID()
        let statement = UUID()
        let person: String
        /// Whether its credential was signed.
        var isSigned = true
        /// Whether it had been withdrawn.
        var isWithdrawn = false
        /// Whether its statement was voided, which nobody had looked at yet.
        var isVoided = false
    }

    let awards = [
        Award(person: "standing"), Award(person: "withdrawn", isWithdrawn: true, isVoided: true),
        Award(person: "voided", isVoided: true), Award(person: "unsigned", isSigned: false),
    ]
    let identity: IssuerIdentity

    init(key: SigningKey) throws {
        identity = try IssuerIdentity(
            baseURL: Pilot.baseURL, name: "The scheme", tokenKey: key, proofKey: .ed25519())
    }

    /// The award of a person.
    subscript(person: String) -> Award? { awards.first { $0.person == person } }

    /// Fills a database of then.
    func fill(_ database: MigratedDatabase) async throws {
        try await database.administrator.withConnection { db in
            try await db.executeScript(Self.surroundings)
            try await db.execute(
                """
                INSERT INTO credential.signing_key (key_id, algorithm, issuer, public_jwk)
                VALUES (
                    \(identity.tokenKey.id), 'ES256', \(identity.did.did),
                    \(JSONText(identity.tokenKey.publicKey.jwk(id: identity.tokenKey.signer.verificationMethod))))
                """)
        }
        for (number, award) in awards.enumerated() { try await insert(award, Int64(number + 1), into: database) }
    }

    private func insert(_ award: Award, _ number: Int64, into database: MigratedDatabase) async throws {
        let credential = try OpenBadgeCredential(badge(of: award))
        let token = try await JWTSecuring(signer: identity.tokenKey.signer).secure(credential)
        try await database.administrator.withConnection { db in
            try await db.execute(
                """
                WITH person AS (
                    INSERT INTO lrs.agent (kind, identifier, home_page)
                    VALUES ('account', \(award.person), 'https://id.riga.example.eu') RETURNING agent_key
                ),
                stored AS (
                    INSERT INTO lrs.statement (
                        statement_key, statement_id, stored, "timestamp", actor_key, object_activity_key, competence_key,
                        level, success, score_scaled, voided, fingerprint, verb_key, authority_key, object_kind, id_sent,
                        timestamp_sent, version_sent, version, payload
                    )
                    SELECT \(number) << 20, \(award.statement), now(), '2026-03-20T10:00:00Z', person.agent_key,
                        test.activity_key, about.activity_key, 2, true, 0.9, \(award.isVoided), gen_random_uuid(),
                        verb.verb_key, authority.authority_key, 'activity', true, true, true, '1.0.3',
                        '{"result":{"success":true}}'
                    FROM person, lrs.verb, lrs.authority, lrs.activity AS test, lrs.activity AS about
                    WHERE test.iri = 'https://lms.example.eu/old-test' AND about.cf_identifier IS NOT NULL
                ),
                made AS (
                    INSERT INTO credential.award (
                        award_id, agent_key, competence_item_key, level, rule_key, achieved_at, withdrawn_at,
                        withdrawal_reason
                    )
                    SELECT \(award.id), person.agent_key, item.item_key, 2, rule.rule_key, '2026-03-20T10:00:00Z',
                        CASE WHEN \(award.isWithdrawn) THEN now() END,
                        CASE WHEN \(award.isWithdrawn) THEN 'Its evidence was voided.' END
                    FROM person, framework.item, credential.rule
                    WHERE item.code = 'Z1' AND rule.active
                    RETURNING award_key
                ),
                proven AS (
                    INSERT INTO credential.award_evidence (award_key, statement_key, statement_id)
                    SELECT made.award_key, \(number) << 20, \(award.statement) FROM made
                )
                INSERT INTO credential.credential (credential_id, award_key, key_id, valid_from, jwt, document)
                SELECT \(award.id), made.award_key, \(identity.tokenKey.id), now(), \(token.text),
                    \(JSONText(credential.json))
                FROM made WHERE \(award.isSigned)
                """)
        }
    }

    /// The credential as it was signed then: without a status.
    private func badge(of award: Award) -> CompetenceAward {
        let items = Pilot.baseURL + "/ims/case/v1p1/CFItems/"
        let levels = (1...4).map { number in
            CompetenceLevel(
                uri: items + "old-\(number)", number: number, name: "Level \(number)", descriptor: "Does it.")
        }
        return CompetenceAward(
            credentialID: award.id, issuer: identity.profile, achievementID: Pilot.baseURL + "/achievements/Z1.2",
            competence: Competence(
                uri: items + "old", code: "Z1", name: "Old", framework: FrameworkReference(name: "Old 1.0"),
                levels: levels),
            level: 2, criteria: "A passed test.",
            recipient: Recipient(
                subjectID: UUID(),
                identifiers: [.account(homePage: "https://id.riga.example.eu", name: award.person)]),
            validFrom: Date(timeIntervalSinceNow: -3600))
    }

    /// What awards of then rested on, by the columns of then.
    private static let surroundings = """
        INSERT INTO framework.document (identifier, code, version, title, creator)
        VALUES (gen_random_uuid(), 'OLD', '1.0', 'An old framework', 'The test');
        INSERT INTO framework.item (document_key, identifier, kind, code, full_statement, position)
        SELECT document_key, gen_random_uuid(), 'area', 'Z', 'An area', 1 FROM framework.document WHERE code = 'OLD';
        INSERT INTO framework.item (document_key, identifier, kind, code, full_statement, parent_key, position)
        SELECT document_key, gen_random_uuid(), 'competence', 'Z1', 'A competence', item_key, 1
        FROM framework.item WHERE code = 'Z';
        INSERT INTO framework.item (document_key, identifier, kind, code, full_statement, parent_key, level, position)
        SELECT document_key, gen_random_uuid(), 'level', 'Z1.' || number, 'Does it', item_key, number, number
        FROM framework.item, generate_series(1, 4) AS number WHERE code = 'Z1';
        INSERT INTO lrs.verb (iri) VALUES ('http://adlnet.gov/expapi/verbs/passed');
        INSERT INTO lrs.activity (iri, type)
        VALUES ('https://lms.example.eu/old-test', 'http://adlnet.gov/expapi/activities/assessment');
        INSERT INTO lrs.activity (iri)
        SELECT 'https://framework.example.eu/ims/case/v1p1/CFItems/' || identifier
        FROM framework.item WHERE code = 'Z1';
        INSERT INTO lrs.agent (kind, identifier, home_page) VALUES ('account', 'platform', 'https://tessera.example/');
        INSERT INTO lrs.authority (agent_key, document, digest)
        SELECT agent_key, '{"account":{"homePage":"https://tessera.example/","name":"platform"}}', sha256('platform')
        FROM lrs.agent WHERE identifier = 'platform';
        INSERT INTO credential.rule (code, version, description, verb_iri, object_type, method, minimum_scaled, active)
        VALUES
            ('passed-assessment', 1, 'As it was at first.', 'http://adlnet.gov/expapi/verbs/passed',
                'http://adlnet.gov/expapi/activities/assessment', 'test', 0.5, false),
            ('passed-assessment', 2, 'As it was then.', 'http://adlnet.gov/expapi/verbs/passed',
                'http://adlnet.gov/expapi/activities/assessment', 'test', 0.75, true);
        """
}
