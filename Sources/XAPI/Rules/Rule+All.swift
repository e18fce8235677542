extension Rule {
    /// All rules on statements, in the order of the specification.
    public static let all: [Rule] = [
        structureGroup, actorsGroup, objectsGroup, interactionsGroup, resultsGroup, contextsGroup, attachmentsGroup,
        dataTypesGroup,
    ].flatMap { $0 }

    /// All rules on requests that bring the data of attachments, and on signatures among them.
    public static let allOnAttachmentData: [Rule] = transmissionGroup + signaturesGroup
}
