/// A value that can be a parameter, in PostgreSQL's binary format.
///
/// A `RawRepresentable` type gets its conformance from its raw value:
///
/// ```swift
/// enum Phase: String, PostgresEncodable { case before, after }
/// ```
public protocol PostgresEncodable: Sendable {
    /// The type the server is told.
    static var postgresType: PostgresType { get }

    /// Whether this value is NULL, in which case ``encode(into:)`` isn't called.
    var isPostgresNull: Bool { get }

    /// Appends the binary form of the value.
    func encode(into writer: inout PostgresWriter)
}

extension PostgresEncodable {
    /// False; only optionals are NULL.
    @inlinable public var isPostgresNull: Bool { false }
}

/// What may be the element of an array that is a parameter.
///
/// Don't conform to it: conform to ``PostgresEncodableElement``. It stands apart so that `[UInt8]` is a `bytea`.
public protocol PostgresArrayEncodable: Sendable {
    /// The type of an array of these.
    static var postgresArrayType: PostgresType { get }

    /// Appends the binary form of an array of these.
    static func encodeArray(_ elements: [Self], into writer: inout PostgresWriter)
}

/// A value whose array can be a parameter too.
///
/// Only types whose ``PostgresEncodable/postgresType`` is built in have one.
public protocol PostgresEncodableElement: PostgresEncodable, PostgresArrayEncodable {}

extension PostgresEncodableElement {
    /// The array type of ``PostgresEncodable/postgresType``.
    public static var postgresArrayType: PostgresType { postgresType.array ?? .unknown }

    /// Appends a one-dimensional array.
    public static func encodeArray(_ elements: [Self], into writer: inout PostgresWriter) {
        writer.writeArray(elements, of: postgresType)
    }
}

extension PostgresWriter {
    /// The header of a one-dimensional array with lower bound 1, then its elements; an empty one has no dimension.
    mutating func writeArray<Element: PostgresEncodable>(_ elements: [Element], of type: PostgresType) {
        write(Int32(elements.isEmpty ? 0 : 1))
        write(Int32(elements.contains { $0.isPostgresNull } ? 1 : 0))
        write(type.rawValue)
        guard !elements.isEmpty else { return }
        write(Int32(elements.count))
        write(Int32(1))
        for element in elements { writeField(element) }
    }
}

extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
    /// The type of the raw value.
    public static var postgresType: PostgresType { RawValue.postgresType }
    /// Encodes the raw value.
    public func encode(into writer: inout PostgresWriter) { rawValue.encode(into: &writer) }
}
