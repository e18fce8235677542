/// Dates and times as texts (RFC 3339, and what publishers make of it).
enum DateText {
    /// Whether a text is a day of the calendar, `2026-11-23`.
    static func isDate(_ text: String) -> Bool {
        text.utf8.count == 10 && isDate(text.utf8.prefix(10))
    }

    /// The date and time, with `Z` where there was no zone; nil when the text is none.
    static func dateTime(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, isDate(bytes[..<10]), bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == 0x20,
            isTime(bytes[11..<19])
        else { return nil }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            // A leap second has no parts.
            guard number(bytes[17..<19]) != 60 else { return nil }
            let digits = rest.dropFirst().prefix { digit($0) != nil }
            guard (1...9).contains(digits.count) else { return nil }
            rest = rest.dropFirst(digits.count + 1)
        }
        if rest.isEmpty { return text + "Z" }
        return isZone(rest) ? text : nil
    }

    private static func isDate(_ bytes: some Collection<UInt8>) -> Bool {
        let bytes = Array(bytes)
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let year = number(bytes[..<4]),
            let month = number(bytes[5..<7]), let day = number(bytes[8...]), year > 0, (1...12).contains(month)
        else { return false }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }

    private static func isTime(_ bytes: some Collection<UInt8>) -> Bool {
        let bytes = Array(bytes)
        guard bytes[2] == UInt8(ascii: ":"), bytes[5] == UInt8(ascii: ":"), let hour = number(bytes[..<2]),
            let minute = number(bytes[3..<5]), let second = number(bytes[6...])
        else { return false }
        return hour < 24 && minute < 60 && second <= 60
    }

    private static func isZone(_ bytes: some Collection<UInt8>) -> Bool {
        let bytes = Array(bytes)
        if bytes.count == 1 { return bytes[0] | 0x20 == UInt8(ascii: "z") }
        guard bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-") else { return false }
        let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
        let isSeparated = bytes.count == 6 && bytes[3] == UInt8(ascii: ":")
        guard digits.count == 4, bytes.count == 5 || isSeparated, let hour = number(digits[..<2]),
            let minute = number(digits[2...])
        else { return false }
        // No place on earth is further from UTC, and no PostgreSQL takes more.
        return hour < 16 && minute < 60
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte) - 0x30 : nil
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard let digit = digit(byte) else { return nil }
            value = value * 10 + digit
        }
        return value
    }
}
