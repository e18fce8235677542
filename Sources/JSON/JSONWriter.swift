/// Writes JSON text into bytes, with the commas in their places.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object { $0.member("title", string: "Bad request"); $0.member("status", number: 400) }
/// ```
public struct JSONWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// An empty text.
    public init() {}

    /// Writes an object; `content` writes its members.
    public mutating func object(_ content: (inout JSONWriter) -> Void) {
        container(UInt8(ascii: "{"), UInt8(ascii: "}"), content)
    }

    /// Writes an array; `content` writes its elements.
    public mutating func array(_ content: (inout JSONWriter) -> Void) {
        container(UInt8(ascii: "["), UInt8(ascii: "]"), content)
    }

    /// Writes a member's name; its value has to follow.
    public mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a string.
    public mutating func string(_ text: String) {
        separate()
        Self.append(string: text.utf8, to: &bytes)
    }

    /// Writes an integer.
    public mutating func number(_ value: some BinaryInteger) {
        raw(String(value).utf8)
    }

    /// Writes `true` or `false`.
    public mutating func boolean(_ value: Bool) {
        raw((value ? "true" : "false").utf8)
    }

    /// Writes `null`.
    public mutating func null() {
        raw("null".utf8)
    }

    /// Writes a value that is JSON text already; it is not checked.
    public mutating func raw(_ json: some Sequence<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
    }

    private mutating func container(_ first: UInt8, _ last: UInt8, _ content: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(first)
        needsComma = false
        content(&self)
        bytes.append(last)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}
