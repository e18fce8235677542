extension Bool: PostgresEncodableElement, PostgresDecodableElement {
    /// `bool`.
    public static var postgresType: PostgresType { .bool }
    /// Writes one byte.
    public func encode(into writer: inout PostgresWriter) { writer.write(UInt8(self ? 1 : 0)) }
    /// Accepts `bool`.
    public static func accepts(_ type: PostgresType) -> Bool { type == .bool }
    /// `bool`.
    public static var postgresTypeNames: String { "bool" }
    /// Reads one byte.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        self = try bytes.bigEndian(as: UInt8.self) != 0
    }
}

extension Int16: PostgresEncodableElement, PostgresDecodableElement {
    /// `int2`.
    public static var postgresType: PostgresType { .int2 }
    /// Writes two bytes.
    public func encode(into writer: inout PostgresWriter) { writer.write(self) }
    /// Accepts `int2`.
    public static func accepts(_ type: PostgresType) -> Bool { type == .int2 }
    /// `int2`.
    public static var postgresTypeNames: String { "int2" }
    /// Reads two bytes.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        self = try bytes.bigEndian(as: Int16.self)
    }
}

extension Int32: PostgresEncodableElement, PostgresDecodableElement {
    /// `int4`.
    public static var postgresType: PostgresType { .int4 }
    /// Writes four bytes.
    public func encode(into writer: inout PostgresWriter) { writer.write(self) }
    /// Accepts `int2` and `int4`.
    public static func accepts(_ type: PostgresType) -> Bool { type == .int4 || type == .int2 }
    /// `int2 or int4`.
    public static var postgresTypeNames: String { "int2 or int4" }
    /// Reads two or four bytes.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        self = type == .int2 ? Int32(try bytes.bigEndian(as: Int16.self)) : try bytes.bigEndian(as: Int32.self)
    }
}

extension Int64: PostgresEncodableElement, PostgresDecodableElement {
    /// `int8`.
    public static var postgresType: PostgresType { .int8 }
    /// Writes eight bytes.
    public func encode(into writer: inout PostgresWriter) { writer.write(self) }
    /// Accepts `int2`, `int4` and `int8`.
    public static func accepts(_ type: PostgresType) -> Bool { type == .int8 || type == .int4 || type == .int2 }
    /// `int2, int4 or int8`.
    public static var postgresTypeNames: String { "int2, int4 or int8" }
    /// Reads two, four or eight bytes.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        switch type {
        case .int2: self = Int64(try bytes.bigEndian(as: Int16.self))
        case .int4: self = Int64(try bytes.bigEndian(as: Int32.self))
        default: self = try bytes.bigEndian(as: Int64.self)
        }
    }
}

extension Int: PostgresEncodableElement, PostgresDecodableElement {
    /// `int8`.
    public static var postgresType: PostgresType { .int8 }
    /// Writes eight bytes.
    public func encode(into writer: inout PostgresWriter) { writer.write(Int64(self)) }
    /// Accepts `int2`, `int4` and `int8`.
    public static func accepts(_ type: PostgresType) -> Bool { Int64.accepts(type) }
    /// `int2, int4 or int8`.
    public static var postgresTypeNames: String { Int64.postgresTypeNames }
    /// Reads two, four or eight bytes.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        self = Int(try Int64(postgres: bytes, type: type))
    }
}
