internal import JSON

/// Results and scores.
extension StatementCheck {
    /// Checks a result.
    func result(_ node: Int) {
        guard isKind(node, .object, .resultType, "result") else { return }
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .score: score(value)
            case .success: _ = isKind(value, .boolean, .success, "success")
            case .completion: _ = isKind(value, .boolean, .completion, "completion")
            case .response: text(value, .response)
            case .duration: duration(value, .duration)
            case .extensions: extensions(value)
            default: unknown(key, [.score, .success, .completion, .response, .duration, .extensions])
            }
        }
    }

    private func score(_ node: Int) {
        guard isKind(node, .object, .scoreType, "score") else { return }
        var (scaled, raw, minimum, maximum): (Int?, Int?, Int?, Int?)
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .scaled: scaled = number(value, .scoreScaled)
            case .raw: raw = number(value, .scoreRaw)
            case .min: minimum = number(value, .scoreMin)
            case .max: maximum = number(value, .scoreMax)
            default: unknown(key, [.scaled, .raw, .min, .max])
            }
        }
        if let scaled, isBeyondOne(scaled) {
            report.add(.scoreScaled, scaled, "scaled lies outside of -1 to 1.")
        }
        if let minimum, let maximum, !isLess(minimum, than: maximum) {
            report.add(.scoreMin, minimum, "min isn't less than max.")
        }
        if let raw, let minimum, isLess(raw, than: minimum) {
            report.add(.scoreRaw, raw, "raw is less than min.")
        }
        if let raw, let maximum, isLess(maximum, than: raw) {
            report.add(.scoreRaw, raw, "raw is greater than max.")
        }
    }

    @inline(__always)
    private func number(_ node: Int, _ rule: @autoclosure () -> Rule) -> Int? {
        isKind(node, .number, rule(), "The value") ? node : nil
    }

    /// Whether one number is less than another; most are so short that their billionths say it.
    private func isLess(_ one: Int, than other: Int) -> Bool {
        if let left = document.withSlice(one, JSONDecimal.billionths),
            let right = document.withSlice(other, JSONDecimal.billionths)
        {
            return left < right
        }
        return decimal(one) < decimal(other)
    }

    /// Whether a number lies outside of -1 to 1.
    private func isBeyondOne(_ node: Int) -> Bool {
        if let value = document.withSlice(node, JSONDecimal.billionths) { return abs(value) > 1_000_000_000 }
        return decimal(node) < JSONDecimal(-1) || JSONDecimal(1) < decimal(node)
    }

    private func decimal(_ node: Int) -> JSONDecimal { JSONDecimal(document.slice(node)) }
}
