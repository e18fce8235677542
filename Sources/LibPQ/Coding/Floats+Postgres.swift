extension Float: PostgresEncodableElement, PostgresDecodableElement {
    /// `float4`.
    public static var postgresType: PostgresType { .float4 }
    /// Writes the bit pattern.
    public func encode(into writer: inout PostgresWriter) { writer.write(bitPattern) }
    /// Accepts `float4`.
    public static func accepts(_ type: PostgresType) -> Bool { type == .float4 }
    /// `float4`.
    public static var postgresTypeNames: String { "float4" }
    /// Reads the bit pattern.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        self = Float(bitPattern: try bytes.bigEndian(as: UInt32.self))
    }
}

extension Double: PostgresEncodableElement, PostgresDecodableElement {
    /// `float8`.
    public static var postgresType: PostgresType { .float8 }
    /// Writes the bit pattern.
    public func encode(into writer: inout PostgresWriter) { writer.write(bitPattern) }
    /// Accepts `float4` and `float8`.
    ///
    /// A `numeric` is refused, since most have no exact `Double`: read ``Numeric``.
    public static func accepts(_ type: PostgresType) -> Bool { type == .float8 || type == .float4 }
    /// `float4 or float8`.
    public static var postgresTypeNames: String { "float4 or float8" }
    /// Reads the bit pattern.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        self =
            type == .float4
            ? Double(Float(bitPattern: try bytes.bigEndian(as: UInt32.self)))
            : Double(bitPattern: try bytes.bigEndian(as: UInt64.self))
    }
}
