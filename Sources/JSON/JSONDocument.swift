/// A parsed JSON text: the bytes as received, and a tape of nodes that point into them.
///
/// Nothing is copied or converted: digits, escapes, order of members and white space stay what they were. A class,
/// because views share it: a ``JSONValue`` costs one reference, and walking the tape by index costs none.
///
/// ```swift
/// let document = try JSONDocument(parsing: body)
/// let name = document.root["actor"]?["name"]?.string
/// ```
@safe
public final class JSONDocument: @unchecked Sendable {
    // Sendable, because nothing changes after the initializer.

    /// The bytes as received.
    public let bytes: [UInt8]
    /// How many nodes the tape has.
    public let nodeCount: Int
    /// The names that the nodes know by number.
    public let names: JSONNames?
    @usableFromInline let tape: UnsafePointer<JSONNode>

    /// Scans a text completely: grammar, UTF-8, escapes, unique names, depth.
    ///
    /// - Parameter names: Names that nodes shall know by number.
    public init(
        parsing bytes: [UInt8], limits: JSONLimits = JSONLimits(), names: JSONNames? = nil
    ) throws(JSONError) {
        let tape = try unsafe bytes.withUnsafeBufferPointer {
            (buffer) throws(JSONError) -> UnsafeBufferPointer<JSONNode> in
            guard let base = buffer.baseAddress, !buffer.isEmpty else { throw Self.emptyText }
            return try unsafe Scanner(base: base, count: buffer.count, limits: limits, names: names?.table).scan()
        }
        self.bytes = bytes
        self.names = names
        self.nodeCount = tape.count
        unsafe self.tape = tape.baseAddress.unsafelyUnwrapped
    }

    deinit {
        unsafe tape.deallocate()
    }

    /// The value of the whole text.
    public var root: JSONValue { JSONValue(document: self, node: 0) }

    /// One entry of the tape; index 0 is the whole text's value.
    @inlinable
    public func entry(_ node: Int) -> JSONNode {
        precondition(node >= 0 && node < nodeCount)
        return unsafe tape[node]
    }

    private static let emptyText = JSONError(
        rule: .syntax, offset: 0, line: 1, column: 1, pointer: "", reason: "The text is empty.")
}
