public import FoundationEssentials

/// A point in time, exactly as PostgreSQL keeps it: in whole microseconds.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Microseconds since 2000-01-01 00:00 UTC.
    public let microseconds: Int64

    /// The point in time so many microseconds after 2000-01-01 00:00 UTC.
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// Later than every other.
    public static let infinity = Timestamp(microseconds: .max)
    /// Earlier than every other.
    public static let negativeInfinity = Timestamp(microseconds: .min)

    /// Whether this is neither `infinity` nor `-infinity`.
    public var isFinite: Bool { self != .infinity && self != .negativeInfinity }

    /// Whether the left point is before the right one.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }
}

extension Timestamp {
    // Foundation counts from 2001-01-01, PostgreSQL from 2000-01-01, a leap year.
    private static let secondsToReferenceDate: Int64 = 366 * 86_400

    /// The microsecond nearest to a date; infinite when the date is beyond what microseconds reach.
    public init(_ date: Date) {
        let seconds = date.timeIntervalSinceReferenceDate
        // Whole seconds apart, so that the fraction keeps the digits the Double has.
        let whole = seconds.rounded(.down)
        guard let exact = Int64(exactly: whole), abs(exact) < 9_000_000_000_000 else {
            self = seconds < 0 ? .negativeInfinity : .infinity
            return
        }
        let fraction = Int64(((seconds - whole) * 1_000_000).rounded())
        microseconds = (exact + Self.secondsToReferenceDate) * 1_000_000 + fraction
    }

    /// The date, as near as a `Double` of seconds gets.
    public var date: Date {
        let (seconds, fraction) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return Date(
            timeIntervalSinceReferenceDate: Double(seconds - Self.secondsToReferenceDate)
                + Double(fraction) / 1_000_000)
    }
}

extension Timestamp: PostgresEncodableElement, PostgresDecodableElement {
    /// `timestamptz`.
    public static var postgresType: PostgresType { .timestamptz }
    /// Writes eight bytes.
    public func encode(into writer: inout PostgresWriter) { writer.write(microseconds) }
    /// Accepts `timestamptz`, and `timestamp`, which is taken to be UTC.
    public static func accepts(_ type: PostgresType) -> Bool { type == .timestamptz || type == .timestamp }
    /// `timestamptz or timestamp`.
    public static var postgresTypeNames: String { "timestamptz or timestamp" }
    /// Reads eight bytes.
    public init(postgres bytes: RawSpan, type: PostgresType) throws(PostgresError) {
        microseconds = try bytes.bigEndian(as: Int64.self)
    }
}
