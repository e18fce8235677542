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
        var bytes: [UInt8] = []
        append(microseconds, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends an instant's text, as ``text(_:)`` has it.
    public static func append(_ microseconds: Int64, to bytes: inout [UInt8]) {
        let (days, rest) = microseconds.quotientAndRemainder(dividingBy: 86_400_000_000)
        let isBefore = rest < 0
        let date = CalendarDate(daysSince2000: days - (isBefore ? 1 : 0))
        let time = isBefore ? rest + 86_400_000_000 : rest
        let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1_000_000)
        bytes.reserveCapacity(bytes.count + 28)
        append(date.year, width: 4, after: nil, to: &bytes)
        append(date.month, width: 2, after: "-", to: &bytes)
        append(date.day, width: 2, after: "-", to: &bytes)
        append(seconds / 3600, width: 2, after: "T", to: &bytes)
        append(seconds / 60 % 60, width: 2, after: ":", to: &bytes)
        append(seconds % 60, width: 2, after: ":", to: &bytes)
        let isWhole = fraction % 1000 == 0
        append(isWhole ? fraction / 1000 : fraction, width: isWhole ? 3 : 6, after: ".", to: &bytes)
        bytes.append(UInt8(ascii: "Z"))
    }

    /// Appends a number with so many digits, or more if it has more.
    private static func append(_ value: Int64, width: Int, after mark: Unicode.Scalar?, to bytes: inout [UInt8]) {
        if let mark { bytes.append(UInt8(ascii: mark)) }
        var unit: Int64 = 1
        for _ in 1..<width { unit *= 10 }
        guard (0..<unit * 10).contains(value) else { return bytes.append(contentsOf: String(value).utf8) }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / unit % 10))
            unit /= 10
        }
    }
}
