internal import CompetenceFramework
public import JSON

/// What importing a file came to, as the API and the command tell it.
public struct FrameworkImportReport: Sendable {
    /// What was read.
    public let reading: FrameworkReading
    /// What was done with it; nil when the file has faults.
    public let outcome: FrameworkImport?
    /// Whether nothing was kept of it.
    public let isTrial: Bool

    /// Tells what importing a file came to.
    public init(_ reading: FrameworkReading, _ outcome: FrameworkImport?, isTrial: Bool) {
        self.reading = reading
        self.outcome = outcome
        self.isTrial = isTrial
    }

    /// Writes the members of an object.
    public func writeMembers(to writer: inout JSONWriter) {
        writer.member("outcome", string: outcome?.outcome.name ?? "refused")
        writer.member("dryRun", boolean: isTrial)
        if let document = outcome?.package.document {
            writer.member("identifier", string: document.identifier)
            writer.member("code", stringIfPresent: document.code)
            writer.member("version", stringIfPresent: document.version)
        }
        for (name, findings) in [("faults", reading.faults), ("remarks", reading.remarks)] {
            writer.member(
                name, array: { writer in for finding in findings { writer.object { finding.writeMembers(to: &$0) } } })
        }
        if case .updated(let difference) = outcome?.outcome {
            writer.key("difference")
            difference.write(to: &writer)
        }
    }

    /// Lines for people.
    public var lines: [String] {
        var lines = reading.faults.map { "fault: \($0)" } + reading.remarks.map { "remark: \($0)" }
        guard let outcome else { return lines + ["Nothing was imported: the file has \(reading.faults.count) faults."] }
        let document = outcome.package.document
        let name = "\(document.code ?? document.title) \(document.version ?? "")"
        if case .updated(let difference) = outcome.outcome { lines += difference.lines }
        return lines + ["\(name): \(outcome.outcome.name)\(isTrial ? ", were it imported" : "")."]
    }
}

extension FrameworkImport.Outcome {
    /// The outcome in a word.
    public var name: String {
        switch self {
        case .created: "created"
        case .updated: "updated"
        case .unchanged: "unchanged"
        }
    }
}

extension FrameworkFinding {
    fileprivate func writeMembers(to writer: inout JSONWriter) {
        writer.member("place", string: place)
        writer.member("sheet", stringIfPresent: sheet)
        if let row { writer.member("row", number: row) }
        writer.member("column", stringIfPresent: column)
        writer.member("header", stringIfPresent: header)
        writer.member("rule", string: rule)
        writer.member("reason", string: reason)
    }
}
