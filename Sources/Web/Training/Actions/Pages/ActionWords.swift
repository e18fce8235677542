internal import JSON

/// Findings and actions in words for people.
enum ActionWords {
    /// A state with the tone that it has.
    static func state(_ state: String) -> PageTable.Content {
        let tone =
            switch state {
            case "proposed", "accepted", "in_progress": "open"
            case "verified": "good"
            default: "calm"
            }
        return PageTable.Content(label(ofState: state), chip: tone)
    }

    /// A state.
    static func label(ofState state: String) -> String { state.replacing("_", with: " ") }

    /// A day until when something is to be done, marked where that is over.
    static func due(_ action: JSONValue) -> PageTable.Content {
        action["overdue"]?.boolean == true
            ? PageTable.Content("\(action.said("dueOn")), overdue", tone: "bad")
            : PageTable.Content(action.said("dueOn"))
    }

    /// What a finding is about.
    static func about(_ finding: JSONValue) -> String {
        let level = finding.saidIfAny("kirkpatrickLevel").map { "level \($0), \(levels[$0] ?? "")" }
        let criterion = finding.saidIfAny("criterion").map { criteria[$0] ?? $0 }
        return [criterion, level].compactMap(\.self).joined(separator: "; ")
    }

    /// Where a number is from: view, column and what singles out the row.
    static func metric(_ metric: JSONValue) -> String {
        let key =
            metric["key"]?.members.map { name, value in
                "\(name.string ?? "") = \(value.string ?? value.lexeme ?? "null")"
            } ?? []
        let row = key.isEmpty ? "" : " where " + key.joined(separator: ", ")
        return "evaluation.\(metric.said("view")).\(metric.said("column"))\(row)"
    }

    /// A number with the people that it is about, or that it is hidden.
    static func value(_ measured: JSONValue?) -> String {
        guard let measured else { return "none" }
        if measured["suppressed"]?.boolean == true { return "hidden: too few people" }
        guard let value = measured.saidIfAny("value") else { return "none" }
        return PageFigure.decimal(value) + (measured.saidIfAny("n").map { " (n = \($0))" } ?? "")
    }

    static let levels = ["1": "reaction", "2": "learning", "3": "behaviour", "4": "results"]

    static let criteria = [
        "effectiveness": "effectiveness", "efficiency": "efficiency", "relevance": "relevance",
        "coherence": "coherence", "eu-added-value": "EU added value",
    ]
}

extension PageFigure {
    /// A number with at most three digits after the point.
    static func decimal(_ lexeme: String) -> String {
        guard let number = Double(lexeme), abs(number) < 1e12 else { return lexeme }
        let thousandths = (abs(number) * 1000).rounded()
        let whole = Int(thousandths) / 1000
        var text = "\(whole)"
        let rest = Int(thousandths) % 1000
        if rest > 0 {
            var digits = String(rest + 1000).dropFirst()
            while digits.last == "0" { digits.removeLast() }
            text += "." + digits
        }
        return number < 0 && thousandths > 0 ? "−" + text : text
    }

    /// A number with its sign.
    static func change(_ lexeme: String) -> String {
        let text = decimal(lexeme)
        return text == "0" || text.hasPrefix("−") ? text : "+" + text
    }
}
