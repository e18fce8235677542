/// A place where a document departs from the data model, and the rule that it breaks.
package struct DataModelFault: Hashable, Sendable {
    /// The place as a JSON Pointer (RFC 6901) from the document's top; empty for the whole document.
    package let pointer: String
    /// The rule.
    package let rule: DataModelRule
    /// What is wrong there, in a sentence.
    package let message: String
}
