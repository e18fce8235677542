public import JSON

extension StatementRejection {
    /// The refusal as a problem document (RFC 9457): `application/problem+json`.
    ///
    /// Its `violations` hold index, pointer, rule, requirement and reason of each fault.
    public func problemJSON(status: Int = 400) -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer, status: status)
        return writer.bytes
    }

    /// Writes the problem document as one value.
    public func write(to writer: inout JSONWriter, status: Int = 400) {
        let total = violations.count + omitted
        writer.object { writer in
            writer.member("type", string: "about:blank")
            writer.member("title", string: "The statements break the specification's rules.")
            writer.member("status", number: status)
            writer.member("detail", string: total == 1 ? summary : "\(total) faults; the first: \(summary)")
            writer.member(
                "violations",
                array: { writer in
                    for violation in violations { violation.write(to: &writer) }
                })
            if omitted > 0 { writer.member("omitted", number: omitted) }
        }
    }

    private var summary: String {
        guard let first = violations.first else { return "" }
        let place =
            (first.index.map { "statement \($0), " } ?? "") + (first.pointer.isEmpty ? "top level" : first.pointer)
        return "\(place): \(first.reason) (\(first.rule))"
    }
}

extension Violation {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            if let index { writer.member("index", number: index) }
            writer.member("pointer", string: pointer)
            writer.member("rule", string: rule)
            writer.member("requirement", stringIfPresent: requirement)
            writer.member("reason", string: reason)
        }
    }
}
