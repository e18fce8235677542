/// Durations by ISO 8601:2004 4.4.3.2: `P3Y1M29DT4H35M59.14S` or `P4W`.
///
/// Components stand in their order, each at most once, at least one of them; only the last may have a fraction; weeks
/// stand alone. The alternative format (`P0003-01-29T…`) is refused.
enum DurationText {
    /// The value of a duration's components, in those of a PostgreSQL interval.
    struct Components: Equatable {
        var months: Int64 = 0
        var days: Int64 = 0
        var microseconds: Int64 = 0
    }

    /// What is longer than this is cut to it, so that sums in a database don't overflow: ten thousand years.
    private static let limits = Components(
        months: 120_000, days: 3_652_425, microseconds: 3_652_425 * 86_400_000_000)

    /// The value of a duration, or nil when the text isn't one.
    static func parse(_ text: Span<UInt8>) -> Components? {
        var index = 1
        guard text.count > 1, text[0] == UInt8(ascii: "P") else { return nil }
        var result = Components()
        var (rank, count, isInTime, isComplete) = (0, 0, false, false)
        while index < text.count {
            if !isInTime && text[index] == UInt8(ascii: "T") {
                isInTime = true
                rank = 4
                index += 1
                guard index < text.count, !isComplete else { return nil }
                continue
            }
            guard !isComplete, let number = Number(text, &index), index < text.count,
                let unitRank = Self.rank(text[index], isInTime), unitRank > rank
            else { return nil }
            let isWeek = text[index] == UInt8(ascii: "W")
            if isWeek && count > 0 { return nil }
            rank = unitRank
            count += 1
            isComplete = number.hasFraction || isWeek
            add(number, text[index], isInTime, to: &result)
            index += 1
        }
        return count > 0 ? clamped(result) : nil
    }

    /// The place of a designator in the order of all.
    private static func rank(_ designator: UInt8, _ isInTime: Bool) -> Int? {
        switch (designator, isInTime) {
        case (UInt8(ascii: "Y"), false), (UInt8(ascii: "W"), false): 1
        case (UInt8(ascii: "M"), false): 2
        case (UInt8(ascii: "D"), false): 3
        case (UInt8(ascii: "H"), true): 5
        case (UInt8(ascii: "M"), true): 6
        case (UInt8(ascii: "S"), true): 7
        default: nil
        }
    }

    /// The duration's text as it counts in comparisons: seconds cut to two places, without the zeros at their end.
    static func comparable(_ text: [UInt8]) -> [UInt8] {
        let isPoint: (UInt8) -> Bool = { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
        guard text.last == UInt8(ascii: "S"), let point = text.firstIndex(where: isPoint) else { return text }
        var fraction = text[(point + 1)...].dropLast().prefix(2)
        while fraction.last == UInt8(ascii: "0") { fraction = fraction.dropLast() }
        let separator: [UInt8] = fraction.isEmpty ? [] : [UInt8(ascii: ".")]
        return text[..<point] + separator + fraction + [UInt8(ascii: "S")]
    }

    private struct Number {
        var whole: Int64 = 0
        var nanos: Int64 = 0
        var hasFraction = false

        /// Takes digits, perhaps with a fraction; what is far too long only counts as very long.
        init?(_ text: Span<UInt8>, _ index: inout Int) {
            let start = index
            while index < text.count, text[index].isDigit {
                whole = min(whole * 10 + Int64(text[index] - 0x30), 1_000_000_000_000_000)
                index += 1
            }
            guard index > start else { return nil }
            guard index < text.count, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ",") else {
                return
            }
            index += 1
            let fractionStart = index
            var scale: Int64 = 100_000_000
            while index < text.count, text[index].isDigit {
                nanos += Int64(text[index] - 0x30) * scale
                scale /= 10
                index += 1
            }
            guard index > fractionStart else { return nil }
            hasFraction = true
        }

        /// The number times a unit.
        func times(_ unit: Int64) -> Int64 {
            let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
            if overflow { return Int64.max / 16 }
            let part = nanos * (unit / 1_000_000) / 1000 + nanos * (unit % 1_000_000) / 1_000_000_000
            return min(product, Int64.max / 16) + part
        }
    }

    private static func add(_ number: Number, _ unit: UInt8, _ isInTime: Bool, to result: inout Components) {
        let day: Int64 = 86_400_000_000
        switch (unit, isInTime) {
        case (UInt8(ascii: "Y"), _): result.months += number.times(12)
        case (UInt8(ascii: "M"), false):
            result.months += number.whole
            result.days += number.nanos * 30 / 1_000_000_000
        case (UInt8(ascii: "W"), _):
            result.days += number.times(7)
            result.microseconds += number.nanos * 7 % 1_000_000_000 * (day / 1_000_000) / 1000
        case (UInt8(ascii: "D"), _):
            result.days += number.whole
            result.microseconds += number.nanos * (day / 1_000_000) / 1000
        case (UInt8(ascii: "H"), _): result.microseconds += number.times(3_600_000_000)
        case (UInt8(ascii: "M"), true): result.microseconds += number.times(60_000_000)
        default: result.microseconds += number.times(1_000_000)
        }
    }

    private static func clamped(_ value: Components) -> Components {
        Components(
            months: min(value.months, limits.months), days: min(value.days, limits.days),
            microseconds: min(value.microseconds, limits.microseconds))
    }
}
