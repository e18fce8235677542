internal import JSON

/// A person's levels of a competence, explained in words: which statement met which condition, and what is missing for
/// the next level.
///
/// ```swift
/// if let json = try await awards.explanation(of: award) { print(try LevelExplanation(json).words) }
/// ```
public struct LevelExplanation: Sendable {
    private let root: JSONValue

    /// Reads what ``AwardStore/explanation(of:)`` gives.
    /// - Throws: `JSONError` when it is not JSON.
    public init(_ json: [UInt8]) throws {
        root = try JSONDocument(parsing: json).root
    }

    /// The explanation, a thing a line; what belongs to a line stands below it and further in.
    public var words: String {
        var lines = Lines()
        let person = root["person"]
        let who = person?["name"]?.string ?? "Somebody"
        let home = person?["homePage"]?.string.map { $0.isEmpty ? "" : " (\($0))" } ?? ""
        lines.add(0, "\(who)\(home): \(root.text("competence")) in \(root.text("framework"))")
        let reached = root["reached"]?.integer ?? 0
        lines.add(0, reached == 0 ? "No level is reached." : "Level \(reached) is reached.")
        let levels = root.list("levels")
        if let next = levels.first(where: { ($0["level"]?.integer ?? 0) > reached }) {
            describeMissing(next, to: &lines)
        } else {
            lines.add(0, "There is no level above.")
        }
        for level in levels { describe(level, to: &lines) }
        return lines.text
    }

    /// What is missing for the next level, over all the rules that could give it.
    private func describeMissing(_ level: JSONValue, to lines: inout Lines) {
        let number = level.text("level")
        let rules = level.list("rules")
        guard !rules.isEmpty else {
            return lines.add(0, "No rule decides on level \(number), the next one.")
        }
        let ways = rules.flatMap { $0.list("missing") }.map { $0.elements.compactMap(\.string) }.filter { !$0.isEmpty }
        guard !ways.isEmpty else {
            return lines.add(0, "For level \(number), the next one, nothing is missing: it is weighed again soon.")
        }
        lines.add(0, "For level \(number), the next one, this is missing:")
        for (index, way) in ways.enumerated() {
            lines.add(1, (index == 0 ? "" : "or ") + way.joined(separator: ", and "))
        }
    }

    private func describe(_ level: JSONValue, to lines: inout Lines) {
        lines.add(0, "")
        lines.add(0, "Level \(level.text("level")): \(level["reached"]?.boolean == true ? "reached" : "not reached")")
        for award in level.list("awards") { describe(award: award, to: &lines) }
        let rules = level.list("rules")
        if rules.isEmpty { lines.add(1, "No rule decides on it now.") }
        for rule in rules { describe(rule: rule, to: &lines) }
    }

    private func describe(award: JSONValue, to lines: inout Lines) {
        let place = award["pilot"]?.string.map { " in pilot \($0)" } ?? ""
        lines.add(1, "Award \(award.text("id")): \(award.text("state"))\(place)")
        lines.add(
            2,
            "by version \(award.text("ruleVersion")) of the rule \(award.text("rule")); achieved on \(award.day("achievedAt"))"
        )
        if let credential = award["credential"]?.string { lines.add(2, "credential \(credential)") }
        if let decided = award["decidedBy"]?.string {
            let reason = award["reason"]?.string.map { ": \($0)" } ?? ""
            lines.add(2, "decided by \(decided) on \(award.day("decidedAt"))\(reason)")
        }
        if award["withdrawnAt"] != nil {
            lines.add(2, "withdrawn on \(award.day("withdrawnAt")): \(award.text("withdrawalReason"))")
        }
        if let earlier = award["renews"]?.string { lines.add(2, "renews the award \(earlier)") }
        if award["renewedAt"] != nil { lines.add(2, "renewed by another on \(award.day("renewedAt"))") }
        for piece in award.list("evidence") {
            let met = piece.list("conditions").compactMap(\.lexeme)
            let score = piece["score"]?.lexeme.map { " with the scaled score \($0)" } ?? ""
            let what = piece["kind"].map { _ in " (\(piece.text("kind"))\(score), \(piece.day("happenedAt")))" } ?? ""
            let counted =
                met.isEmpty
                ? "counted for no single condition"
                : "met condition\(met.count == 1 ? "" : "s") \(met.joined(separator: " and "))"
            let voided = piece["voided"]?.boolean == true ? "; voided since" : ""
            lines.add(2, "statement \(piece.text("statement"))\(what) \(counted)\(voided)")
        }
    }

    private func describe(rule: JSONValue, to lines: inout Lines) {
        let pilots = rule.list("pilots").compactMap(\.string)
        let place = pilots.isEmpty ? "" : " in \(pilots.joined(separator: ", "))"
        let isMet = rule["met"]?.boolean == true
        lines.add(
            1, "Rule \(rule.text("rule")), version \(rule.text("version"))\(place): \(isMet ? "met" : "not met")")
        if let description = rule["description"]?.string, !description.isEmpty { lines.add(2, description) }
        for condition in rule.list("conditions") {
            let outcome = condition["met"]?.boolean == true ? "met" : "not met"
            lines.add(
                2,
                "condition \(condition.text("condition")), \(Self.demand(condition)): \(outcome), \(condition.text("found")) found"
            )
            for statement in condition.list("statements").compactMap(\.string) {
                lines.add(3, "statement \(statement)")
            }
        }
        guard !isMet else { return }
        for (index, way) in rule.list("missing").enumerated() {
            let lacks = way.elements.compactMap(\.string)
            guard !lacks.isEmpty else { continue }
            lines.add(2, (index == 0 ? "missing: " : "or missing: ") + lacks.joined(separator: ", and "))
        }
    }

    /// What a condition asks for.
    private static func demand(_ condition: JSONValue) -> String {
        let count = condition["minimum"]?.integer ?? 1
        let one = count == 1
        let what =
            switch condition["kind"]?.string {
            case "test": one ? "passed test" : "passed tests"
            case "observation": one ? "observation" : "observations"
            case "portfolio": one ? "portfolio" : "portfolios"
            case "recognition": one ? "recognition of prior learning" : "recognitions of prior learning"
            case let other: other ?? "piece of evidence"
            }
        let score = condition["minimumScore"]?.lexeme.map { " with a scaled score of at least \($0)" } ?? ""
        let assessor = condition["assessors"]?.string == "authorised" ? " by an authorised assessor" : ""
        let age = condition["maximumAge"]?.string.map { " not older than \($0)" } ?? ""
        return "\(count) \(what)\(score)\(assessor)\(age)"
    }

    /// Lines, each so far in.
    private struct Lines {
        private(set) var text = ""

        mutating func add(_ depth: Int, _ line: String) {
            if !text.isEmpty { text += "\n" }
            if !line.isEmpty { text += String(repeating: "  ", count: depth) + line }
        }
    }
}

extension JSONValue {
    /// A member as a text, whether it is a text or a number; empty when there is none.
    fileprivate func text(_ name: String) -> String { self[name]?.string ?? self[name]?.lexeme ?? "" }

    /// The day of a moment.
    fileprivate func day(_ name: String) -> String { String(text(name).prefix(10)) }

    /// The elements of a member; none where there is no list.
    fileprivate func list(_ name: String) -> [JSONValue] { self[name].map { Array($0.elements) } ?? [] }
}
