internal import LibPQ
internal import XAPI

/// The columns of `result`.
struct ResultColumns {
    private(set) var scaled: [Numeric?] = []
    private(set) var raw: [Numeric?] = []
    private(set) var minimum: [Numeric?] = []
    private(set) var maximum: [Numeric?] = []
    private(set) var success: [Bool?] = []
    private(set) var completion: [Bool?] = []
    private(set) var responses: [String?] = []
    private(set) var durations: [Interval?] = []

    mutating func append(_ result: StatementResult?, notes: inout [SchemeColumns.Note], position: Int32) {
        func number(_ digits: String?, _ name: String) -> Numeric? {
            guard let digits else { return nil }
            if let value = Numeric(columnValue: digits) { return value }
            notes.append(
                SchemeColumns.Note(
                    position: position,
                    text: "/result/score/\(name): too long a number for a column; it stands in the statement only."))
            return nil
        }
        scaled.append(number(result?.scaled, "scaled"))
        raw.append(number(result?.raw, "raw"))
        minimum.append(number(result?.min, "min"))
        maximum.append(number(result?.max, "max"))
        success.append(result?.success)
        completion.append(result?.completion)
        responses.append(result?.response)
        durations.append(
            result?.duration.map { Interval(months: $0.months, days: $0.days, microseconds: $0.microseconds) })
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
