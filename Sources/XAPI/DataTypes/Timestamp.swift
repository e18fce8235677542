/// Points in time: ISO 8601 for xAPI 1.0.3, RFC 3339 for 2.0, as microseconds since 2000-01-01T00:00:00Z.
///
/// | form | 1.0.3 | 2.0 |
/// | --- | --- | --- |
/// | `2015-01-01T12:00:00.123Z`, `+01:00` | yes | yes |
/// | basic format, week and ordinal dates, `,` before the fraction, `+01`, `+0100`, no seconds | yes | no |
/// | no time zone (read as UTC), `24:00:00` | yes | no |
/// | a leap second, at 23:59:60 UTC: read as the second that follows | yes | yes |
/// | a date without a time; an offset `-00`, `-0000`, `-00:00` | no | no |
public enum Timestamp {
    /// The instant a text stands for, or nil when it isn't a timestamp by the version's rules; finer than microseconds
    /// is cut.
    public static func parse(_ text: Span<UInt8>, version: XAPIVersion) -> Int64? {
        var reader = TimestampReader(count: text.count, isStrict: version == .v2_0)
        return reader.read(text)
    }

    /// The instant a text stands for, or nil when it isn't a timestamp by the version's rules.
    public static func parse(_ text: String, version: XAPIVersion) -> Int64? {
        let bytes = Array(text.utf8)
        return parse(bytes.span, version: version)
    }

    /// An instant as RFC 3339 text in UTC, with milliseconds, or microseconds where there are any.
    public static func text(_ microseconds: Int64) -> String {
        let (days, rest) = microseconds.quotientAndRemainder(dividingBy: 86_400_000_000)
        let isBefore = rest < 0
        let date = CalendarDate(daysSince2000: days - (isBefore ? 1 : 0))
        let time = isBefore ? rest + 86_400_000_000 : rest
        let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1_000_000)
        let digits = fraction % 1000 == 0 ? padded(fraction / 1000, 3) : padded(fraction, 6)
        return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2) + "T"
            + padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2) + "."
            + digits + "Z"
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
