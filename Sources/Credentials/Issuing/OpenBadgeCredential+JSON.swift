extension OpenBadgeCredential {
    /// The credential without proof, its members always in the same order.
    public var json: [UInt8] { JSONTree.members(members).bytes }

    /// The contexts: exactly these, in this order.
    package static let contexts = [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
    ]

    /// The types.
    package static let types = ["VerifiableCredential", "OpenBadgeCredential"]

    /// The schema that 1EdTech's validator checks against.
    static let schema =
        "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"

    var members: [JSONTree.Member] {
        [
            .init("@context", texts: Self.contexts),
            .init("id", id),
            .init("type", texts: Self.types),
            .init("name", name),
            .init("description", description),
            .init("issuer", issuer),
            .init("validFrom", DateTime.text(award.validFrom)),
            .init("validUntil", award.validUntil.map(DateTime.text)),
            .init("awardedDate", award.awardedDate.map(DateTime.text)),
            .init("credentialSubject", subject),
            .init("evidence", .array(award.evidence.map(\.tree))),
            .init("credentialStatus", award.status?.tree),
            .init(
                "credentialSchema",
                .array([.object(.init("id", Self.schema), .init("type", "1EdTechJsonSchemaValidator2019"))])),
        ].filter { $0.value != nil }
    }

    /// What is attested, in a sentence.
    private var description: String {
        let competence = award.competence
        return "Attests the competence \(competence.code) \(competence.name) at level \(level.number)"
            + " of \(competence.levels.count) (framework: \(competence.framework.name))."
    }

    /// The issuer; each thing that is said of it stands here once.
    var issuer: JSONTree { award.issuer.tree }

    private var subject: JSONTree {
        .object(
            .init("id", subjectID),
            .init("type", texts: ["AchievementSubject"]),
            .init("identifier", .array(award.recipient.identifiers.map(\.tree))),
            .init("role", award.profile),
            .init(
                "source",
                award.source.map {
                    .object(.init("id", $0.id), .init("type", texts: ["Profile"]), .init("name", $0.name))
                }),
            .init("achievement", achievement),
            .init("result", .array([result])))
    }

    private var result: JSONTree {
        .object(
            .init("type", texts: ["Result"]), .init("resultDescription", scaleID), .init("achievedLevel", level.uri),
            .init("status", "Completed"))
    }
}
