/// The rules a JSON text can break, under names that never change.
public struct JSONRule: Sendable, Hashable, CustomStringConvertible {
    /// The rule's stable name.
    public let id: String
    /// What the rule demands, in one line.
    public let text: String

    /// The rule's stable name.
    public var description: String { id }

    /// The grammar of RFC 8259.
    public static let syntax = JSONRule(id: "json-syntax", text: "The text follows the grammar of RFC 8259.")
    /// Well-formed UTF-8.
    public static let utf8 = JSONRule(id: "json-utf8", text: "Strings are well-formed UTF-8.")
    /// No name twice in one object.
    public static let duplicateKey = JSONRule(
        id: "json-duplicate-key", text: "A name stands at most once in an object.")
    /// The limit of nesting.
    public static let depth = JSONRule(
        id: "json-depth", text: "Arrays and objects are nested no deeper than the limit.")
    /// No half of a surrogate pair.
    public static let loneSurrogate = JSONRule(
        id: "json-lone-surrogate", text: "A \\u escape of a surrogate stands in a pair.")
    /// No NUL character, which PostgreSQL's text cannot hold.
    public static let nul = JSONRule(id: "json-nul", text: "The character U+0000 does not occur.")
    /// The limit of size.
    public static let size = JSONRule(id: "json-size", text: "The text is no longer than the limit.")
    /// The bound of numbers.
    public static let numberRange = JSONRule(
        id: "json-number-range", text: "Where numbers are bounded, a double can have their magnitude.")

    /// All rules, for a table in the documentation.
    public static let all: [JSONRule] = [syntax, utf8, duplicateKey, depth, loneSurrogate, nul, size, numberRange]
}
