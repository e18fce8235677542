import Testing
import XAPI

/// A text that breaks exactly one rule, and where.
struct RuleCase: Sendable, CustomTestStringConvertible {
    let rule: String
    let pointer: String
    let text: String
    let versions: [XAPIVersion]

    init(_ rule: String, _ pointer: String, _ text: String, only version: XAPIVersion? = nil) {
        self.rule = rule
        self.pointer = pointer
        self.text = text
        self.versions = version.map { [$0] } ?? XAPIVersion.allCases
    }

    var testDescription: String { "\(rule) at \(pointer): \(text.prefix(160))" }
}
