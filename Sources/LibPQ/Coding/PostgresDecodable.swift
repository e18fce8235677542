/// A value that can be read from a result's column, in PostgreSQL's binary format.
///
/// A `RawRepresentable` type gets its conformance from its raw value.
public protocol PostgresDecodable: Sendable {
    /// Whether a column of this type can be read as `Self`.
    ///
    /// It is asked once per result. A refused column ends the query with an error that names column and types.
    static func accepts(_ type: PostgresType) -> Bool

    /// The SQL types for the error of a refused column, such as `int4 or int8`.
    static var postgresTypeNames: String { get }

    /// What NULL reads as; nil when NULL is refused.
    static var postgresNull: Self? { get }

    /// Reads a value that is not NULL. The bytes belong to the result and are not copied before.
    init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError)
}

extension PostgresDecodable {
    /// Nil; only optionals can be NULL.
    public static var postgresNull: Self? { nil }
}

/// What may be the element of an array that is read.
///
/// Don't conform to it: conform to ``PostgresDecodableElement``. It stands apart so that `[UInt8]` is a `bytea`.
public protocol PostgresArrayDecodable: Sendable {
    /// Whether a column of this type can be read as `[Self]`.
    static func acceptsArray(_ type: PostgresType) -> Bool

    /// The SQL types of arrays for the error of a refused column.
    static var postgresArrayTypeNames: String { get }

    /// Reads an array.
    static func decodeArray(_ bytes: RawSpan, type: PostgresType) throws(PostgresError) -> [Self]
}

/// A value whose arrays can be read too.
public protocol PostgresDecodableElement: PostgresDecodable, PostgresArrayDecodable {}

extension PostgresDecodableElement {
    /// Whether the elements are accepted.
    public static func acceptsArray(_ type: PostgresType) -> Bool { type.element.map(accepts) ?? false }

    /// The names of the elements' types, as arrays.
    public static var postgresArrayTypeNames: String { "an array of \(postgresTypeNames)" }

    /// Reads a one-dimensional array.
    public static func decodeArray(_ bytes: RawSpan, type: PostgresType) throws(PostgresError) -> [Self] {
        try readArray(bytes)
    }
}

extension PostgresDecodable {
    /// Reads header and elements of a one-dimensional (or empty) array.
    static func readArray(_ bytes: RawSpan) throws(PostgresError) -> [Self] {
        let dimensions = try bytes.bigEndian(at: 0, as: Int32.self)
        let element = PostgresType(rawValue: try bytes.bigEndian(at: 8, as: UInt32.self))
        guard accepts(element) else {
            throw .decoding("expected elements of \(postgresTypeNames), the array has \(element)")
        }
        guard dimensions != 0 else { return [] }
        guard dimensions == 1 else { throw .decoding("the array has \(dimensions) dimensions, not one") }
        let count = Int(try bytes.bigEndian(at: 12, as: Int32.self))
        // Each element takes at least its length, which bounds what a false count could make us reserve.
        guard count >= 0, count <= (bytes.byteCount - 20) / 4 else { throw .decoding("the array is cut short") }
        var elements: [Self] = []
        elements.reserveCapacity(count)
        var offset = 20
        for _ in 0..<count {
            let length = Int(try bytes.bigEndian(at: offset, as: Int32.self))
            offset += 4
            if length < 0 {
                guard let null = postgresNull else { throw .decoding("an element is NULL") }
                elements.append(null)
            } else {
                guard length <= bytes.byteCount - offset else { throw .decoding("the array is cut short") }
                elements.append(try Self(postgres: bytes.extracting(offset..<offset + length), type: element))
                offset += length
            }
        }
        return elements
    }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
    /// Whether the raw value accepts the type.
    public static func accepts(_ type: PostgresType) -> Bool { RawValue.accepts(type) }
    /// The names of the raw value's types.
    public static var postgresTypeNames: String { RawValue.postgresTypeNames }
    /// Reads the raw value, and refuses one that is no case.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        guard let value = Self(rawValue: try RawValue(postgres: bytes, type: type)) else {
            throw .decoding("the value is no \(Self.self)")
        }
        self = value
    }
}
