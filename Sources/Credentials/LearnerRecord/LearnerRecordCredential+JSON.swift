extension LearnerRecordCredential {
    /// The record without proof, its members always in the same order.
    public var json: [UInt8] { JSONTree.members(members).bytes }

    /// The schema that 1EdTech's validator checks against.
    static let schema = "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json"

    /// The contexts: those of badges, with that of learner records in the place that CLR 2.0 wants it in.
    static let contexts = [OpenBadgeCredential.contexts[0], context] + OpenBadgeCredential.contexts.dropFirst()

    var members: [JSONTree.Member] {
        [
            .init("@context", texts: Self.contexts),
            .init("id", id.urn),
            .init("type", texts: ["VerifiableCredential", "ClrCredential"]),
            .init("name", "Competence passport"),
            .init("description", description),
            // Omitted means that all are there.
            .init("partial", isPartial ? .boolean(true) : nil),
            .init("issuer", issuer.tree),
            .init("validFrom", DateTime.text(validFrom)),
            .init("credentialSubject", subject),
            .init(
                "credentialSchema",
                .array([.object(.init("id", Self.schema), .init("type", "1EdTechJsonSchemaValidator2019"))])),
        ].filter { $0.value != nil }
    }

    private var description: String {
        let count = credentials.count == 1 ? "1 credential" : "\(credentials.count) credentials"
        return "Holds \(count) of one person, each as it was issued and with a proof of its own, by which it can be"
            + " verified alone." + (identifiers.contains { $0.type == "name" } ? " " + SignedContent.nameNote : "")
    }

    private var subject: JSONTree {
        .object(
            .init("id", subjectID), .init("type", texts: ["ClrSubject"]),
            .init("identifier", .array(identifiers.map(\.tree))),
            .init("verifiableCredential", .array(credentials.map { .raw($0.document) })),
            .init("association", .array(Association.levels(of: credentials).map(\.tree))))
    }
}
