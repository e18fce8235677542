/// Reads a timestamp from left to right.
struct TimestampReader {
    private let text: ArraySlice<UInt8>
    private let isStrict: Bool
    private var index: Int

    /// A reader of one text; strict means RFC 3339.
    init(text: ArraySlice<UInt8>, isStrict: Bool) {
        self.text = text
        self.isStrict = isStrict
        self.index = text.startIndex
    }

    private struct Time {
        var microseconds: Int64
        var isLeapSecond = false
    }

    /// The whole text as microseconds since 2000-01-01T00:00:00Z.
    mutating func read() -> Int64? {
        guard let (days, isExtended) = readDate(), take(UInt8(ascii: "T")) || take(UInt8(ascii: "t")),
            let time = readTime(isExtended: isExtended), let offset = readOffset(), index == text.endIndex
        else { return nil }
        let instant = days * 86_400_000_000 + time.microseconds - offset * 60_000_000
        if time.isLeapSecond {
            let second = instant - instant % 1_000_000
            guard (second % 86_400_000_000 + 86_400_000_000) % 86_400_000_000 == 0 else { return nil }
        }
        return instant
    }

    private mutating func readDate() -> (days: Int64, isExtended: Bool)? {
        guard let year = number(4) else { return nil }
        let isExtended = take(UInt8(ascii: "-"))
        if isStrict && !isExtended { return nil }
        if !isStrict && take(UInt8(ascii: "W")) { return readWeek(of: year, isExtended).map { ($0, isExtended) } }
        let digits = text[index...].prefix(while: \.isDigit).count
        if !isStrict && digits == 3 {
            guard let day = number(3), day >= 1, day <= (CalendarDate.isLeap(year) ? 366 : 365),
                let first = CalendarDate(year: year, month: 1, day: 1)
            else { return nil }
            return (first.daysSince2000 + day - 1, isExtended)
        }
        guard let month = number(2), !isExtended || take(UInt8(ascii: "-")), let day = number(2),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return (date.daysSince2000, isExtended)
    }

    /// A week and its day; week 1 is the one with January 4th.
    private mutating func readWeek(of year: Int64, _ isExtended: Bool) -> Int64? {
        guard let week = number(2), 1...53 ~= week, !isExtended || take(UInt8(ascii: "-")), let day = number(1),
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

    private mutating func readTime(isExtended: Bool) -> Time? {
        guard let hour = number(2), hour <= 24, !isExtended || take(UInt8(ascii: ":")), let minute = number(2),
            minute <= 59
        else { return nil }
        var second: Int64 = 0
        let hasSeconds = isExtended ? take(UInt8(ascii: ":")) : text[index...].first?.isDigit == true
        if hasSeconds {
            guard let value = number(2), value <= 60 else { return nil }
            second = value
        } else if isStrict {
            return nil
        }
        guard let fraction = readFraction(unit: hasSeconds ? 1_000_000 : 60_000_000) else { return nil }
        let time = (hour * 3600 + minute * 60 + second) * 1_000_000 + fraction
        if hour == 24 && (isStrict || time != 86_400_000_000) { return nil }
        return Time(microseconds: time, isLeapSecond: second == 60)
    }

    /// The digits behind a point, of a unit given in microseconds; 0 when there is no point.
    private mutating func readFraction(unit: Int64) -> Int64? {
        guard take(UInt8(ascii: ".")) || (!isStrict && take(UInt8(ascii: ","))) else { return 0 }
        let digits = text[index...].prefix(while: \.isDigit)
        guard !digits.isEmpty else { return nil }
        index = digits.endIndex
        var value: Int64 = 0
        var scale: Int64 = 1
        for digit in digits.prefix(9) {
            value = value * 10 + Int64(digit - 0x30)
            scale *= 10
        }
        return value * unit / scale
    }

    /// The offset from UTC in minutes.
    private mutating func readOffset() -> Int64? {
        if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return 0 }
        if index == text.endIndex { return isStrict ? nil : 0 }
        let isNegative = take(UInt8(ascii: "-"))
        guard isNegative || take(UInt8(ascii: "+")), let hours = number(2), hours <= 23 else { return nil }
        var minutes: Int64 = 0
        if take(UInt8(ascii: ":")) || (!isStrict && index < text.endIndex) {
            guard let value = number(2), value <= 59 else { return nil }
            minutes = value
        } else if isStrict {
            return nil
        }
        let offset = hours * 60 + minutes
        if isNegative && offset == 0 { return nil }
        return isNegative ? -offset : offset
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < text.endIndex, text[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func number(_ digits: Int) -> Int64? {
        guard text.endIndex - index >= digits else { return nil }
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
