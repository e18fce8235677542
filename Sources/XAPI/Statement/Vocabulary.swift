/// IRIs the specification reserves.
enum Vocabulary {
    /// The verb of a statement that voids another.
    static let voided: StaticString = "http://adlnet.gov/expapi/verbs/voided"
    /// The usage type of an attachment that is the statement's signature.
    static let signature: StaticString = "http://adlnet.gov/expapi/attachments/signature"
}
