/// A span of time, as PostgreSQL keeps it: months, days and microseconds, none of which makes up another.
public struct Interval: Hashable, Sendable {
    /// Whole months.
    public var months: Int32
    /// Whole days.
    public var days: Int32
    /// Microseconds.
    public var microseconds: Int64

    /// Puts an interval together from its parts.
    public init(months: Int32 = 0, days: Int32 = 0, microseconds: Int64 = 0) {
        self.months = months
        self.days = days
        self.microseconds = microseconds
    }

    /// The interval as long as a duration, cut to microseconds.
    public init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let microseconds = seconds.multipliedReportingOverflow(by: 1_000_000)
        let sum = microseconds.partialValue.addingReportingOverflow(attoseconds / 1_000_000_000_000)
        let overflows = microseconds.overflow || sum.overflow
        self.init(microseconds: overflows ? (seconds < 0 ? .min : .max) : sum.partialValue)
    }
}

extension Interval: PostgresEncodableElement, PostgresDecodableElement {
    /// `interval`.
    public static var postgresType: PostgresType { .interval }
    /// Writes sixteen bytes.
    public func encode(into writer: inout PostgresWriter) {
        writer.write(microseconds)
        writer.write(days)
        writer.write(months)
    }
    /// Accepts `interval`.
    public static func accepts(_ type: PostgresType) -> Bool { type == .interval }
    /// `interval`.
    public static var postgresTypeNames: String { "interval" }
    /// Reads sixteen bytes.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        guard bytes.byteCount == 16 else { throw .decoding("the value has \(bytes.byteCount) bytes, not 16") }
        microseconds = try bytes.bigEndian(at: 0, as: Int64.self)
        days = try bytes.bigEndian(at: 8, as: Int32.self)
        months = try bytes.bigEndian(at: 12, as: Int32.self)
    }
}
