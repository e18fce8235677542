internal import LibPQ
internal import XAPI

/// The fields of `result`.
struct ResultFields {
    private(set) var scaled: Numeric?
    private(set) var raw: Numeric?
    private(set) var minimum: Numeric?
    private(set) var maximum: Numeric?
    let success: Bool?
    let completion: Bool?
    let response: String?
    let duration: Interval?
    /// What is said of numbers that stand in the statement only.
    private(set) var notes: [String] = []

    init(_ result: StatementResult?) {
        success = result?.success
        completion = result?.completion
        response = result?.response
        duration = result?.duration.map { Interval(months: $0.months, days: $0.days, microseconds: $0.microseconds) }
        scaled = number(result?.scaled, "scaled")
        raw = number(result?.raw, "raw")
        minimum = number(result?.min, "min")
        maximum = number(result?.max, "max")
    }

    private mutating func number(_ digits: String?, _ name: String) -> Numeric? {
        guard let digits else { return nil }
        if let value = Numeric(columnValue: digits) { return value }
        notes.append("/result/score/\(name): too long a number for a column; it stands in the statement only.")
        return nil
    }
}

extension Numeric {
    /// The number in a statement's digits, unless it is so long that no column should hold it: the bytes
    /// of the statement keep it.
    fileprivate init?(columnValue digits: String) {
        guard digits.utf8.count <= 100 else { return nil }
        if let mark = digits.utf8.firstIndex(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
            guard let exponent = Int(digits[digits.utf8.index(after: mark)...].drop { $0 == "+" }),
                abs(exponent) <= 400
            else { return nil }
        }
        guard let value = Numeric(digits) else { return nil }
        self = value
    }
}
