extension Numeric: LosslessStringConvertible {
    /// Reads decimal text as PostgreSQL does: `-12.50`, `1e-7`, `NaN`, `Infinity`, `-inf`.
    ///
    /// Nil when the text is no number, or one beyond the type: 131072 digits before the point, 16383 after it.
    public init?(_ description: String) {
        switch description.lowercased() {
        case "nan": self = .nan
        case "infinity", "+infinity", "inf", "+inf": self = .infinity
        case "-infinity", "-inf": self = .negativeInfinity
        default: self.init(decimal: description.utf8)
        }
    }

    /// The shortest decimal that reads as the same `Double`.
    public init(_ value: Double) { self = Numeric(value.description) ?? .nan }

    private init?(decimal text: String.UTF8View) {
        guard let scanned = Decimal(scanning: text) else { return nil }
        let scale = max(0, scanned.fractionDigits - scanned.exponent)
        guard scale <= Self.maximumScale else { return nil }
        let kind: Kind = scanned.isNegative ? .negative : .positive
        let significant = scanned.digits.drop { $0 == 0 }
        guard !significant.isEmpty else {
            self.init(kind: kind, digits: [], weight: 0, scale: scale)
            return
        }
        // The place of the first significant digit, counted from the point: 0 is just before it, -1 just after.
        let place = significant.count - 1 - scanned.fractionDigits + scanned.exponent
        let weight = place >= 0 ? place / 4 : -((-place + 3) / 4)
        guard weight <= Self.maximumWeight else { return nil }

        var groups: [UInt16] = []
        groups.reserveCapacity(significant.count / 4 + 2)
        var group: UInt16 = 0
        var remaining = place - weight * 4
        for digit in significant {
            group = group * 10 + UInt16(digit)
            if remaining == 0 {
                groups.append(group)
                group = 0
                remaining = 4
            }
            remaining -= 1
        }
        if remaining != 3 {
            for _ in 0...remaining { group *= 10 }
            groups.append(group)
        }
        self.init(kind: kind, digits: groups, weight: weight, scale: scale)
    }

    /// The parts of a decimal text.
    private struct Decimal {
        var isNegative = false
        var digits: [UInt8] = []
        var fractionDigits = 0
        var exponent = 0

        init?(scanning text: String.UTF8View) {
            var rest = text[...]
            isNegative = rest.first == UInt8(ascii: "-")
            if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
            scanDigits(&rest)
            if rest.first == UInt8(ascii: ".") {
                rest = rest.dropFirst()
                let whole = digits.count
                scanDigits(&rest)
                fractionDigits = digits.count - whole
            }
            guard !digits.isEmpty else { return nil }
            if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
                guard let value = Int(Substring(rest.dropFirst())), abs(value) <= 1_000_000 else { return nil }
                exponent = value
                rest = rest[rest.endIndex...]
            }
            guard rest.isEmpty else { return nil }
        }

        private mutating func scanDigits(_ rest: inout Substring.UTF8View) {
            let run = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            digits.append(contentsOf: run.lazy.map { $0 - UInt8(ascii: "0") })
            rest = rest[run.endIndex...]
        }
    }
}

extension Numeric: CustomStringConvertible {
    /// Decimal text with exactly ``scale`` digits after the point, as PostgreSQL prints it.
    public var description: String {
        switch kind {
        case .nan: return "NaN"
        case .infinity: return "Infinity"
        case .negativeInfinity: return "-Infinity"
        case .positive, .negative: break
        }
        var text: [UInt8] = kind == .negative ? [UInt8(ascii: "-")] : []
        if digits.isEmpty || weight < 0 {
            text.append(UInt8(ascii: "0"))
        } else {
            let start = text.count
            for position in 0...weight { Self.append(digit(at: weight - position), to: &text) }
            let zeros = text[start...].prefix { $0 == UInt8(ascii: "0") }.count
            text.removeSubrange(start..<start + zeros)
        }
        if scale > 0 {
            text.append(UInt8(ascii: "."))
            let end = text.count + scale
            var power = -1
            while text.count < end {
                Self.append(digit(at: power), to: &text)
                power -= 1
            }
            text.removeLast(text.count - end)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The nearest `Double`.
    public var doubleValue: Double { Double(description) ?? .nan }

    /// The base-10000 digit of a power of 10000; zero where none is kept.
    private func digit(at power: Int) -> UInt16 {
        let index = weight - power
        return digits.indices.contains(index) ? digits[index] : 0
    }

    private static func append(_ digit: UInt16, to text: inout [UInt8]) {
        for divisor: UInt16 in [1000, 100, 10, 1] { text.append(UInt8(ascii: "0") + UInt8(digit / divisor % 10)) }
    }
}
