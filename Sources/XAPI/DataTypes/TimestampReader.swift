/// Reads a timestamp from left to right.
struct TimestampReader {
    private let count: Int
    private let isStrict: Bool
    private var index = 0

    /// A reader of one text; strict means RFC 3339.
    init(count: Int, isStrict: Bool) {
        self.count = count
        self.isStrict = isStrict
    }

    private struct Time {
        var microseconds: Int64
        var isLeapSecond = false
    }

    /// The whole text as microseconds since 2000-01-01T00:00:00Z.
    mutating func read(_ text: Span<UInt8>) -> Int64? {
        if let usual = Self.usual(text) { return usual }
        guard let (days, isExtended) = readDate(text), take(text, UInt8(ascii: "T")) || take(text, UInt8(ascii: "t")),
            let time = readTime(text, isExtended: isExtended), let offset = readOffset(text), index == count
        else { return nil }
        let instant = days * 86_400_000_000 + time.microseconds - offset * 60_000_000
        if time.isLeapSecond {
            let second = instant - instant % 1_000_000
            guard (second % 86_400_000_000 + 86_400_000_000) % 86_400_000_000 == 0 else { return nil }
        }
        return instant
    }

    /// The instant of what nearly all timestamps look like, `2015-01-01T12:00:00.123Z`; nil for all others.
    private static func usual(_ text: Span<UInt8>) -> Int64? {
        guard text.count == 24 || text.count == 20, text[text.count - 1] == UInt8(ascii: "Z"),
            text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), text[10] == UInt8(ascii: "T"),
            text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":")
        else { return nil }
        var isValid = true
        func digits(_ index: Int) -> Int64 {
            let (tens, units) = (text[index] &- 0x30, text[index &+ 1] &- 0x30)
            isValid = isValid && tens < 10 && units < 10
            return Int64(tens) &* 10 &+ Int64(units)
        }
        let (century, year, month, day) = (digits(0), digits(2), digits(5), digits(8))
        let (hour, minute, second) = (digits(11), digits(14), digits(17))
        var fraction: Int64 = 0
        if text.count == 24 {
            let last = text[22] &- 0x30
            fraction = (digits(20) &* 10 &+ Int64(last)) &* 1000
            isValid = isValid && text[19] == UInt8(ascii: ".") && last < 10
        }
        guard isValid, hour < 24, minute < 60, second < 60,
            let date = CalendarDate(year: century &* 100 &+ year, month: month, day: day)
        else { return nil }
        let seconds = hour &* 3600 &+ minute &* 60 &+ second
        return date.daysSince2000 &* 86_400_000_000 &+ seconds &* 1_000_000 &+ fraction
    }

    private mutating func readDate(_ text: Span<UInt8>) -> (days: Int64, isExtended: Bool)? {
        guard let year = number(text, 4) else { return nil }
        let isExtended = take(text, UInt8(ascii: "-"))
        if isStrict && !isExtended { return nil }
        if !isStrict && take(text, UInt8(ascii: "W")) {
            return readWeek(text, of: year, isExtended).map { ($0, isExtended) }
        }
        let digits = digitCount(text)
        if !isStrict && digits == 3 {
            guard let day = number(text, 3), day >= 1, day <= (CalendarDate.isLeap(year) ? 366 : 365),
                let first = CalendarDate(year: year, month: 1, day: 1)
            else { return nil }
            return (first.daysSince2000 + day - 1, isExtended)
        }
        guard let month = number(text, 2), !isExtended || take(text, UInt8(ascii: "-")), let day = number(text, 2),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return (date.daysSince2000, isExtended)
    }

    /// A week and its day; week 1 is the one with January 4th.
    private mutating func readWeek(_ text: Span<UInt8>, of year: Int64, _ isExtended: Bool) -> Int64? {
        guard let week = number(text, 2), 1...53 ~= week, !isExtended || take(text, UInt8(ascii: "-")),
            let day = number(text, 1),
            1...7 ~= day, let fourth = CalendarDate(year: year, month: 1, day: 4)?.daysSince2000
        else { return nil }
        let monday = fourth - ((fourth + 5) % 7 + 7) % 7
        let days = monday + (week - 1) * 7 + day - 1
        if week == 53 {
            let thursday = CalendarDate(daysSince2000: monday + 52 * 7 + 3)
            guard thursday.year == year else { return nil }
        }
        return days
    }

    private mutating func readTime(_ text: Span<UInt8>, isExtended: Bool) -> Time? {
        guard let hour = number(text, 2), hour <= 24, !isExtended || take(text, UInt8(ascii: ":")),
            let minute = number(text, 2),
            minute <= 59
        else { return nil }
        var second: Int64 = 0
        let hasSeconds = isExtended ? take(text, UInt8(ascii: ":")) : digitCount(text) > 0
        if hasSeconds {
            guard let value = number(text, 2), value <= 60 else { return nil }
            second = value
        } else if isStrict {
            return nil
        }
        guard let fraction = readFraction(text, unit: hasSeconds ? 1_000_000 : 60_000_000) else { return nil }
        let time = (hour * 3600 + minute * 60 + second) * 1_000_000 + fraction
        if hour == 24 && (isStrict || time != 86_400_000_000) { return nil }
        return Time(microseconds: time, isLeapSecond: second == 60)
    }

    /// The digits behind a point, of a unit given in microseconds; 0 when there is no point.
    private mutating func readFraction(_ text: Span<UInt8>, unit: Int64) -> Int64? {
        guard take(text, UInt8(ascii: ".")) || (!isStrict && take(text, UInt8(ascii: ","))) else { return 0 }
        let digits = digitCount(text)
        guard digits > 0 else { return nil }
        var value: Int64 = 0
        var scale: Int64 = 1
        for place in index..<index + min(digits, 9) {
            value = value * 10 + Int64(text[place] - 0x30)
            scale *= 10
        }
        index += digits
        return value * unit / scale
    }

    /// The offset from UTC in minutes.
    private mutating func readOffset(_ text: Span<UInt8>) -> Int64? {
        if take(text, UInt8(ascii: "Z")) || take(text, UInt8(ascii: "z")) { return 0 }
        if index == count { return isStrict ? nil : 0 }
        let isNegative = take(text, UInt8(ascii: "-"))
        guard isNegative || take(text, UInt8(ascii: "+")), let hours = number(text, 2), hours <= 23 else { return nil }
        var minutes: Int64 = 0
        if take(text, UInt8(ascii: ":")) || (!isStrict && index < count) {
            guard let value = number(text, 2), value <= 59 else { return nil }
            minutes = value
        } else if isStrict {
            return nil
        }
        let offset = hours * 60 + minutes
        if isNegative && offset == 0 { return nil }
        return isNegative ? -offset : offset
    }

    private func digitCount(_ text: Span<UInt8>) -> Int {
        var end = index
        while end < count, text[end].isDigit { end += 1 }
        return end - index
    }

    private mutating func take(_ text: Span<UInt8>, _ byte: UInt8) -> Bool {
        guard index < count, text[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func number(_ text: Span<UInt8>, _ digits: Int) -> Int64? {
        guard count - index >= digits else { return nil }
        var value: Int64 = 0
        for offset in 0..<digits {
            let byte = text[index + offset]
            guard byte.isDigit else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        index += digits
        return value
    }
}
