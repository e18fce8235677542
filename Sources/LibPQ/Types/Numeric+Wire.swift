extension Numeric: PostgresEncodableElement, PostgresDecodableElement {
    /// `numeric`.
    public static var postgresType: PostgresType { .numeric }

    /// Writes count, weight, sign, scale and the base-10000 digits.
    public func encode(into writer: inout PostgresWriter) {
        writer.write(UInt16(digits.count))
        writer.write(Int16(weight))
        writer.write(kind.rawValue)
        writer.write(UInt16(scale))
        for digit in digits { writer.write(digit) }
    }

    /// Accepts `numeric` and integers.
    public static func accepts(_ type: PostgresType) -> Bool { type == .numeric || Int64.accepts(type) }

    /// `numeric, int2, int4 or int8`.
    public static var postgresTypeNames: String { "numeric, \(Int64.postgresTypeNames)" }

    /// Reads a decimal or an integer.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        guard type == .numeric else {
            self.init(try Int64(postgres: bytes, type: type))
            return
        }
        let count = Int(try bytes.bigEndian(at: 0, as: UInt16.self))
        let weight = Int(try bytes.bigEndian(at: 2, as: Int16.self))
        guard let kind = Kind(rawValue: try bytes.bigEndian(at: 4, as: UInt16.self)) else {
            throw .decoding("the sign of the numeric is not known")
        }
        let scale = Int(try bytes.bigEndian(at: 6, as: UInt16.self))
        guard scale <= Self.maximumScale, bytes.byteCount == 8 + 2 * count else {
            throw .decoding("the numeric is malformed")
        }
        var digits: [UInt16] = []
        digits.reserveCapacity(count)
        for index in 0..<count {
            let digit = try bytes.bigEndian(at: 8 + 2 * index, as: UInt16.self)
            guard digit < 10_000 else { throw .decoding("the numeric is malformed") }
            digits.append(digit)
        }
        self.init(kind: kind, digits: digits, weight: weight, scale: scale)
    }
}
