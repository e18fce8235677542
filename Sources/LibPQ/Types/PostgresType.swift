/// The OID of a PostgreSQL data type.
public struct PostgresType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The OID.
    public let rawValue: UInt32

    /// Wraps an OID.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    private init(_ rawValue: UInt32) { self.rawValue = rawValue }

    /// `boolean`.
    public static let bool = PostgresType(16)
    /// `bytea`.
    public static let bytea = PostgresType(17)
    /// `name`, the type of identifiers in catalogues.
    public static let name = PostgresType(19)
    /// `bigint`.
    public static let int8 = PostgresType(20)
    /// `smallint`.
    public static let int2 = PostgresType(21)
    /// `integer`.
    public static let int4 = PostgresType(23)
    /// `text`.
    public static let text = PostgresType(25)
    /// `oid`.
    public static let oid = PostgresType(26)
    /// `json`.
    public static let json = PostgresType(114)
    /// `xml`.
    public static let xml = PostgresType(142)
    /// `real`.
    public static let float4 = PostgresType(700)
    /// `double precision`.
    public static let float8 = PostgresType(701)
    /// An untyped literal.
    public static let unknown = PostgresType(705)
    /// `character(n)`.
    public static let bpchar = PostgresType(1042)
    /// `character varying`.
    public static let varchar = PostgresType(1043)
    /// `date`.
    public static let date = PostgresType(1082)
    /// `timestamp without time zone`.
    public static let timestamp = PostgresType(1114)
    /// `timestamp with time zone`.
    public static let timestamptz = PostgresType(1184)
    /// `interval`.
    public static let interval = PostgresType(1186)
    /// `numeric`.
    public static let numeric = PostgresType(1700)
    /// `uuid`.
    public static let uuid = PostgresType(2950)
    /// `jsonb`.
    public static let jsonb = PostgresType(3802)

    // Element, array and SQL name of every type that this module reads.
    private static let known: [(element: UInt32, array: UInt32, name: String)] = [
        (16, 1000, "bool"), (17, 1001, "bytea"), (19, 1003, "name"), (20, 1016, "int8"), (21, 1005, "int2"),
        (23, 1007, "int4"), (25, 1009, "text"), (26, 1028, "oid"), (114, 199, "json"), (142, 143, "xml"),
        (700, 1021, "float4"), (701, 1022, "float8"), (705, 0, "unknown"), (1042, 1014, "bpchar"),
        (1043, 1015, "varchar"), (1082, 1182, "date"), (1083, 1183, "time"), (1114, 1115, "timestamp"),
        (1184, 1185, "timestamptz"), (1186, 1187, "interval"), (1700, 1231, "numeric"), (2950, 2951, "uuid"),
        (3802, 3807, "jsonb"), (869, 1041, "inet"), (650, 651, "cidr"), (18, 1002, "char"), (2278, 0, "void"),
        (2249, 2287, "record"),
    ]

    private static let elements = Dictionary(
        known.filter { $0.array != 0 }.map { ($0.array, $0.element) }, uniquingKeysWith: { first, _ in first })
    private static let arrays = Dictionary(
        known.filter { $0.array != 0 }.map { ($0.element, $0.array) }, uniquingKeysWith: { first, _ in first })
    private static let names = Dictionary(
        known.map { ($0.element, $0.name) } + known.filter { $0.array != 0 }.map { ($0.array, $0.name + "[]") },
        uniquingKeysWith: { first, _ in first })

    /// The type of the elements, when this is the array type of a built-in type this module knows.
    public var element: PostgresType? { Self.elements[rawValue].map(PostgresType.init(rawValue:)) }

    /// The array type of a built-in type this module knows.
    public var array: PostgresType? { Self.arrays[rawValue].map(PostgresType.init(rawValue:)) }

    /// The type's name, or its OID when it isn't built in.
    public var description: String { Self.names[rawValue] ?? "the type with OID \(rawValue)" }
}
