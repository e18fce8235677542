/// Statements as they are served, one behind the other: those of a page are sent as they lie.
public struct ServedStatements: Sendable {
    /// The statements in order, with commas between them: what stands in the brackets of a JSON array.
    public private(set) var bytes: [UInt8] = []
    /// Where in the bytes each begins and ends.
    private var ranges: [Range<Int>] = []
    /// How many there may be.
    private var expected = 0

    /// No statements.
    public init() {}

    /// No statements yet, with room for so many.
    init(expecting count: Int) {
        expected = count
        ranges.reserveCapacity(count)
    }

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
        // What one needs tells what all need, a little more or less: to grow would be to copy.
        if ranges.count == 1, expected > 1 { bytes.reserveCapacity((bytes.count + 1) * expected * 9 / 8) }
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
