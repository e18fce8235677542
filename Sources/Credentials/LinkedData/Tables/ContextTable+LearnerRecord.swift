extension ContextTable {
    /// Comprehensive Learner Record 2.0.1.
    ///
    /// The published context lacks the prefix `xsd`, so that it is the scheme of IRIs, and protects nothing.
    static let learnerRecord = ContextTable(
        LearnerRecordCredential.contextText,
        sha256: "880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6", isProtected: false
    ) {
        Namespace.learnerRecord.scope("ClrCredential", isProtected: false) {
            Namespace.learnerRecord.terms("partial", type: "xsd:boolean")
        }
        Namespace.learnerRecord.scope("ClrSubject", isProtected: false) {
            Namespace.credentials.prefix("cred")
            Namespace.openBadges.prefix("obi")
            Namespace.learnerRecord.terms("achievement", type: Namespace.openBadges("Achievement"), in: .set)
            Namespace.learnerRecord.terms("association", type: Namespace.learnerRecord("Association"), in: .set)
            Namespace.learnerRecord.terms(
                "verifiableCredential", type: Namespace.credentials("verifiableCredential"), in: .set)
            Namespace.learnerRecord.terms(
                "identifier", as: "identifier-1", type: Namespace.openBadges("Identifier"), in: .set)
        }
        Namespace.learnerRecord.scope("Association", hasAliases: false, isProtected: false) {
            Namespace.learnerRecord.terms("associationType", as: "AssociationType")
            Namespace.learnerRecord.terms("sourceId", "targetId", type: "xsd:anyURI")
        }
    }
}
