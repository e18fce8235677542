public import JSON

extension StatementRejection {
    /// The refusal in one sentence: how many faults, and the first of them.
    public var summary: String {
        guard let first = violations.first else { return "The statements break the specification's rules." }
        let total = violations.count + omitted
        let place =
            (first.index.map { "statement \($0), " } ?? "") + (first.pointer.isEmpty ? "top level" : first.pointer)
        let fault = "\(place): \(first.reason) (\(first.rule))"
        return total == 1 ? fault : "\(total) faults; the first: \(fault)"
    }

    /// Writes the faults as an array.
    public func writeViolations(to writer: inout JSONWriter) {
        writer.array { writer in
            for violation in violations { violation.write(to: &writer) }
        }
    }

    /// Writes the faults as members of a problem document: `violations`, each with index, pointer, rule, requirement and
    /// reason, and `omitted`, when there are more than are described.
    public func writeMembers(to writer: inout JSONWriter) {
        writer.key("violations")
        writeViolations(to: &writer)
        if omitted > 0 { writer.member("omitted", number: omitted) }
    }
}

extension StatementRejection: CustomStringConvertible {
    /// The refusal in one sentence.
    public var description: String { summary }
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
