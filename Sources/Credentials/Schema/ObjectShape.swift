/// The members that an object of the data model has.
struct ObjectShape: Sendable {
    /// The objects of Open Badges 3.0 and of the Comprehensive Learner Record 2.0.
    enum Name: Sendable {
        case credential, subject, identity, evidence, achievement, alignment, criteria, identifier, image
        case endorsement, endorsementSubject, result, resultDescription, rubricLevel, related, profile, address
        case coordinates, schema, status, refresh, terms, proof
        case learnerRecord, learnerRecordSubject, association, anyCredential
    }

    var required: [String]
    var members: [String: Shape]
    /// Whether other members may stand there too.
    var isOpen = true

    init(required: [String], isOpen: Bool = true, _ members: [String: Shape]) {
        self.required = required
        self.members = members
        self.isOpen = isOpen
    }
}
