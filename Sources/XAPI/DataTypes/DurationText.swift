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
    static func parse(_ text: ArraySlice<UInt8>) -> Components? {
        var rest = text
        guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
        var result = Components()
        var units = Array("YMWD".utf8)[...]
        var isInTime = false
        var hasWeeks = false
        var count = 0
        var isComplete = false
        while !rest.isEmpty {
            if !isInTime && rest.first == UInt8(ascii: "T") {
                rest = rest.dropFirst()
                guard !rest.isEmpty, !hasWeeks, !isComplete else { return nil }
                isInTime = true
                units = Array("HMS".utf8)[...]
                continue
            }
            guard !isComplete, !hasWeeks, let number = Number(&rest), let unit = rest.popFirst(),
                let place = units.firstIndex(of: unit)
            else { return nil }
            if unit == UInt8(ascii: "W") {
                guard count == 0 else { return nil }
                hasWeeks = true
            }
            units = units[(place + 1)...]
            count += 1
            isComplete = number.hasFraction
            add(number, unit, isInTime, to: &result)
        }
        return count > 0 ? clamped(result) : nil
    }

    /// The duration's text as it counts in comparisons: seconds cut to two places, without the zeros at their end.
    static func comparable(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let isPoint: (UInt8) -> Bool = { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
        guard text.last == UInt8(ascii: "S"), let point = text.firstIndex(where: isPoint) else { return Array(text) }
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
        init?(_ rest: inout ArraySlice<UInt8>) {
            let digits = rest.prefix(while: \.isDigit)
            guard !digits.isEmpty else { return nil }
            rest = rest[digits.endIndex...]
            for digit in digits { whole = min(whole * 10 + Int64(digit - 0x30), 1_000_000_000_000_000) }
            guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") else { return }
            let fraction = rest.dropFirst().prefix(while: \.isDigit)
            guard !fraction.isEmpty else { return nil }
            rest = rest[fraction.endIndex...]
            hasFraction = true
            var scale: Int64 = 100_000_000
            for digit in fraction.prefix(9) {
                nanos += Int64(digit - 0x30) * scale
                scale /= 10
            }
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
