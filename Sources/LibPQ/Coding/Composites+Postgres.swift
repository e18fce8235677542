/// Some fields of a row of a composite type, in binary form.
///
/// Rows can so be encoded where there is time, ahead of the query that takes them.
public struct PostgresFields: Sendable {
    @usableFromInline var writer = PostgresWriter()
    /// No fields yet.
    public init() {}

    /// How many bytes the fields take.
    public var byteCount: Int { writer.count }

    /// Adds a field, whose type must be that of the composite type's attribute.
    @inlinable
    public mutating func append<Value: PostgresEncodable>(_ value: Value) {
        writer.write(Value.postgresType.rawValue)
        writer.writeField(value)
    }

    /// Makes room for more bytes.
    public mutating func reserve(_ byteCount: Int) { writer.reserve(byteCount) }
}

/// Rows of a composite type as one parameter: an array of them.
///
/// The query casts the parameter to the array type, such as `$1::score[]`.
public struct PostgresRows: PostgresEncodable {
    /// The server learns the type from the cast.
    public static var postgresType: PostgresType { .unknown }

    private var writer = PostgresWriter()
    /// How many rows there are.
    public private(set) var count = 0

    /// No rows yet.
    ///
    /// - Parameter type: The composite type, as `regtype` tells it.
    public init(of type: PostgresType) {
        writer.write(Int32(0))
        writer.write(Int32(0))
        writer.write(type.rawValue)
        writer.write(Int32(0))
        writer.write(Int32(1))
    }

    /// Makes room for more bytes.
    public mutating func reserve(_ byteCount: Int) { writer.reserve(byteCount) }

    /// Adds a row: its first fields, and then those of `fields` whose bytes are in a range.
    ///
    /// - Parameters:
    ///   - first: The row's first fields.
    ///   - range: The bytes of fields in `fields`.
    ///   - fieldCount: How many fields these are.
    public mutating func append<each Value: PostgresEncodable>(
        _ first: repeat each Value, then fields: borrowing PostgresFields, range: Range<Int>, fieldCount: Int
    ) {
        let start = writer.count
        writer.write(Int32(0))
        var total = fieldCount
        for _ in repeat (each Value).self { total += 1 }
        writer.write(Int32(truncatingIfNeeded: total))
        for value in repeat each first {
            writer.write(type(of: value).postgresType.rawValue)
            writer.writeField(value)
        }
        writer.write(fields.writer, range: range)
        writer.replace(at: start, with: Int32(truncatingIfNeeded: writer.count - start - 4))
        count += 1
        writer.replace(at: 0, with: Int32(1))
        writer.replace(at: 12, with: Int32(truncatingIfNeeded: count))
    }

    /// Appends the array.
    public func encode(into writer: inout PostgresWriter) { writer.write(bytes) }

    /// The array; an empty one has no dimension.
    var bytes: [UInt8] { count == 0 ? Array(writer.bytes[..<12]) : writer.bytes }
}
