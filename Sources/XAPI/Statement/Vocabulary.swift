/// IRIs the specification reserves.
enum Vocabulary {
    /// The verb of a statement that voids another.
    static let voided = "http://adlnet.gov/expapi/verbs/voided"
}
