extension String: PostgresEncodableElement, PostgresDecodableElement {
    /// `text`.
    ///
    /// Cast in SQL where another type is meant: `$1::json`, `$1::text::my_enum`.
    public static var postgresType: PostgresType { .text }
    /// Writes the UTF-8 bytes.
    public func encode(into writer: inout PostgresWriter) { writer.write(self) }
    /// Accepts text, varchar, char(n), name, json, jsonb, xml and untyped literals.
    ///
    /// Cast enumerations to text.
    public static func accepts(_ type: PostgresType) -> Bool {
        switch type {
        case .text, .varchar, .bpchar, .name, .json, .jsonb, .xml, .unknown: true
        default: false
        }
    }
    /// The accepted types.
    public static var postgresTypeNames: String { "text, varchar, bpchar, name, json, jsonb or xml" }
    /// Reads UTF-8, and refuses bytes that are none.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        if type == .jsonb { try bytes.checkJSONBVersion() }
        let content = type == .jsonb ? bytes.extracting(droppingFirst: 1) : bytes
        let text = unsafe content.withUnsafeBytes { buffer in unsafe String(validating: buffer, as: UTF8.self) }
        guard let text else { throw .decoding("the text is not valid UTF-8") }
        self = text
    }
}

/// A JSON text for a `json` column, which keeps every byte of it.
public struct JSONText: Hashable, Sendable, PostgresEncodableElement, PostgresDecodableElement {
    /// The text's UTF-8 bytes.
    public let bytes: [UInt8]

    /// Takes the UTF-8 bytes of a JSON text.
    ///
    /// The server checks them.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }
    /// Takes a JSON text.
    ///
    /// The server checks it.
    public init(_ text: String) { bytes = Array(text.utf8) }
    /// The text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// `json`.
    public static var postgresType: PostgresType { .json }
    /// Writes the bytes.
    public func encode(into writer: inout PostgresWriter) { writer.write(bytes) }
    /// Accepts `json` and `jsonb`.
    public static func accepts(_ type: PostgresType) -> Bool { type == .json || type == .jsonb }
    /// `json or jsonb`.
    public static var postgresTypeNames: String { "json or jsonb" }
    /// Reads the text's bytes.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        self.bytes = try bytes.jsonText(type)
    }
}

/// A JSON text for a `jsonb` column, which keeps its meaning but not its spelling.
public struct JSONBText: Hashable, Sendable, PostgresEncodableElement, PostgresDecodableElement {
    /// The text's UTF-8 bytes.
    public let bytes: [UInt8]

    /// Takes the UTF-8 bytes of a JSON text.
    ///
    /// The server checks them.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }
    /// Takes a JSON text.
    ///
    /// The server checks it.
    public init(_ text: String) { bytes = Array(text.utf8) }
    /// The text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// `jsonb`.
    public static var postgresType: PostgresType { .jsonb }
    /// Writes the version byte and the text.
    public func encode(into writer: inout PostgresWriter) {
        writer.write(UInt8(1))
        writer.write(bytes)
    }
    /// Accepts `jsonb` and `json`.
    public static func accepts(_ type: PostgresType) -> Bool { type == .json || type == .jsonb }
    /// `json or jsonb`.
    public static var postgresTypeNames: String { "json or jsonb" }
    /// Reads the text's bytes.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        self.bytes = try bytes.jsonText(type)
    }
}

extension RawSpan {
    /// The bytes of a JSON text; a binary `jsonb` has its format's version before them.
    fileprivate func jsonText(_ type: PostgresType) throws(PostgresError) -> [UInt8] {
        guard type == .jsonb else { return copied }
        try checkJSONBVersion()
        return extracting(droppingFirst: 1).copied
    }

    fileprivate func checkJSONBVersion() throws(PostgresError) {
        guard try bigEndian(at: 0, as: UInt8.self) == 1 else { throw .decoding("this version of jsonb is not known") }
    }

    var copied: [UInt8] { unsafe withUnsafeBytes { buffer in unsafe Array(buffer) } }
}
