/// Statements as they are served, one behind the other: those of a page are sent as they lie.
public struct ServedStatements: Sendable {
    /// The statements in order, with commas between them: what stands in the brackets of a JSON array.
    public private(set) var bytes: [UInt8] = []
    /// Where in the bytes each begins and ends.
    private var ranges: [Range<Int>] = []

    /// No statements.
    public init() {}

    /// Puts statements one behind the other.
    public init(_ statements: some Collection<[UInt8]>) {
        bytes.reserveCapacity(statements.reduce(0) { $0 + $1.count + 1 })
        for statement in statements { append { bytes in bytes.append(contentsOf: statement) } }
    }

    /// Adds the statement that a closure appends.
    mutating func append(_ write: (inout [UInt8]) -> Void) {
        if !ranges.isEmpty { bytes.append(UInt8(ascii: ",")) }
        let start = bytes.count
        write(&bytes)
        ranges.append(start..<bytes.count)
    }
}

extension ServedStatements: RandomAccessCollection {
    /// The first.
    public var startIndex: Int { 0 }
    /// After the last.
    public var endIndex: Int { ranges.count }
    /// The bytes of one.
    public subscript(position: Int) -> [UInt8] { Array(bytes[ranges[position]]) }
}
