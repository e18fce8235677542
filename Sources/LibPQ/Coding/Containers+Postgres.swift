extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    /// The wrapped value's type.
    @inlinable public static var postgresType: PostgresType { Wrapped.postgresType }
    /// Whether this is nil.
    @inlinable public var isPostgresNull: Bool { self?.isPostgresNull ?? true }
    /// Writes the wrapped value.
    @inlinable public func encode(into writer: inout PostgresWriter) { self?.encode(into: &writer) }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    /// Whether the wrapped type accepts it.
    @inlinable public static func accepts(_ type: PostgresType) -> Bool { Wrapped.accepts(type) }
    /// The wrapped type's names.
    @inlinable public static var postgresTypeNames: String { Wrapped.postgresTypeNames }
    /// Nil.
    @inlinable public static var postgresNull: Wrapped?? { .some(.none) }
    /// Reads the wrapped value.
    @inlinable public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        self = try Wrapped(postgres: bytes, type: type)
    }
}

extension Optional: PostgresArrayEncodable where Wrapped: PostgresEncodableElement {
    /// The wrapped type's array.
    public static var postgresArrayType: PostgresType { Wrapped.postgresArrayType }
    /// Writes an array with NULLs.
    public static func encodeArray(_ elements: [Wrapped?], into writer: inout PostgresWriter) {
        writer.writeArray(elements, of: Wrapped.postgresType)
    }
}

extension Optional: PostgresArrayDecodable where Wrapped: PostgresDecodableElement {
    /// Whether an array of the wrapped type accepts it.
    public static func acceptsArray(_ type: PostgresType) -> Bool { Wrapped.acceptsArray(type) }
    /// The names of the wrapped type's arrays.
    public static var postgresArrayTypeNames: String { Wrapped.postgresArrayTypeNames }
    /// Reads an array that may hold NULLs.
    public static func decodeArray(_ bytes: RawSpan, type: PostgresType) throws(PostgresError) -> [Wrapped?] {
        try readArray(bytes)
    }
}

extension Array: PostgresEncodable where Element: PostgresArrayEncodable {
    /// The array type of the elements; `bytea` for `[UInt8]`.
    public static var postgresType: PostgresType { Element.postgresArrayType }
    /// Writes the elements.
    public func encode(into writer: inout PostgresWriter) { Element.encodeArray(self, into: &writer) }
}

extension Array: PostgresDecodable where Element: PostgresArrayDecodable {
    /// Whether arrays of the element accept it.
    public static func accepts(_ type: PostgresType) -> Bool { Element.acceptsArray(type) }
    /// The names of the accepted types.
    public static var postgresTypeNames: String { Element.postgresArrayTypeNames }
    /// Reads the elements.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        self = try Element.decodeArray(bytes, type: type)
    }
}

// An array of bytes is a bytea, and an array of those is a bytea[].

extension UInt8: PostgresArrayEncodable, PostgresArrayDecodable {
    /// `bytea`.
    public static var postgresArrayType: PostgresType { .bytea }
    /// Writes the bytes.
    public static func encodeArray(_ elements: [UInt8], into writer: inout PostgresWriter) { writer.write(elements) }
    /// Accepts `bytea`.
    public static func acceptsArray(_ type: PostgresType) -> Bool { type == .bytea }
    /// `bytea`.
    public static var postgresArrayTypeNames: String { "bytea" }
    /// Copies the bytes out of the result, once.
    public static func decodeArray(_ bytes: RawSpan, type: PostgresType) throws(PostgresError) -> [UInt8] {
        bytes.copied
    }
}

extension Array: PostgresArrayEncodable where Element == UInt8 {}
extension Array: PostgresEncodableElement where Element == UInt8 {}
extension Array: PostgresArrayDecodable where Element == UInt8 {}
extension Array: PostgresDecodableElement where Element == UInt8 {}
