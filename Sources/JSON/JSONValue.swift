/// A view of one value of a document.
///
/// ```swift
/// let score = document.root["result"]?["score"]?["scaled"]?.lexeme   // "0.90", as received
/// ```
public struct JSONValue: Sendable {
    /// The document the value belongs to.
    public let document: JSONDocument
    /// The value's place on the document's tape.
    public let node: Int

    /// A view of the value at a place of the tape.
    public init(document: JSONDocument, node: Int) {
        self.document = document
        self.node = node
    }

    /// The value's kind.
    public var kind: JSONKind { document.kind(node) }

    /// Where the value stands in the document's bytes; a string with its quotes.
    public var range: Range<Int> { document.range(node) }

    /// The value's bytes, exactly as received.
    public var bytes: ArraySlice<UInt8> { document.slice(node) }

    /// The value's JSON Pointer (RFC 6901).
    public var pointer: String { document.pointer(node) }

    /// Whether the value is `null`.
    public var isNull: Bool { kind == .null }

    /// The value of `true` or `false`.
    public var boolean: Bool? { kind == .boolean ? document.entry(node).isTrue : nil }

    /// A string's text.
    public var string: String? { kind == .string ? document.string(node) : nil }

    /// A string's text as UTF-8.
    public var stringBytes: [UInt8]? { kind == .string ? document.text(node) : nil }

    /// A number's digits, exactly as received.
    public var lexeme: String? { kind == .number ? document.lexeme(node) : nil }

    /// A number as an integer, when it is written as one and fits.
    public var integer: Int64? { lexeme.flatMap { Int64($0) } }

    /// A number as the nearest double.
    public var double: Double? { lexeme.flatMap { Double($0) } }

    /// The number of members or elements; 0 for what holds neither.
    public var count: Int { kind == .object || kind == .array ? document.count(node) : 0 }

    /// The value of an object's member with this name, compared by bytes.
    public subscript(name: String) -> JSONValue? {
        guard kind == .object else { return nil }
        for (key, value) in members where document.text(key.node, equals: name) { return value }
        return nil
    }

    /// An array's element.
    public subscript(position: Int) -> JSONValue? {
        guard kind == .array, position >= 0 else { return nil }
        for (index, element) in elements.enumerated() where index == position { return element }
        return nil
    }
}
