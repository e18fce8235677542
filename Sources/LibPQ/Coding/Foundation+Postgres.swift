public import FoundationEssentials

extension UUID: PostgresEncodableElement, PostgresDecodableElement {
    /// `uuid`.
    public static var postgresType: PostgresType { .uuid }
    /// Writes the sixteen bytes.
    public func encode(into writer: inout PostgresWriter) {
        unsafe withUnsafeBytes(of: uuid) { buffer in unsafe writer.write(buffer.bytes) }
    }
    /// Accepts `uuid`.
    public static func accepts(_ type: PostgresType) -> Bool { type == .uuid }
    /// `uuid`.
    public static var postgresTypeNames: String { "uuid" }
    /// Reads sixteen bytes.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        guard bytes.byteCount == 16 else { throw .decoding("the value has \(bytes.byteCount) bytes, not 16") }
        self.init(uuid: unsafe bytes.unsafeLoadUnaligned(as: uuid_t.self))
    }
}

extension Date: PostgresEncodableElement, PostgresDecodableElement {
    /// `timestamptz`.
    public static var postgresType: PostgresType { .timestamptz }
    /// Writes the nearest microsecond.
    ///
    /// Times beyond PostgreSQL's range become infinite.
    public func encode(into writer: inout PostgresWriter) { Timestamp(self).encode(into: &writer) }
    /// Accepts `timestamptz`.
    ///
    /// A `timestamp` has no zone: read ``Timestamp``.
    public static func accepts(_ type: PostgresType) -> Bool { type == .timestamptz }
    /// `timestamptz`.
    public static var postgresTypeNames: String { "timestamptz" }
    /// Reads a time, and refuses the infinite ones.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        let timestamp = try Timestamp(postgres: bytes, type: type)
        guard timestamp.isFinite else { throw .decoding("the time is infinite; read it as Timestamp") }
        self = timestamp.date
    }
}
