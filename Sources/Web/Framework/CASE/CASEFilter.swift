internal import HTTPTypes
internal import JSON

/// A condition on objects of CASE: `adoptionStatus='Adopted' AND title~'security'`.
///
/// A term is a member, one of the predicates `=`, `!=`, `>`, `>=`, `<`, `<=` and `~` (contains, in any case), and a value
/// in single quotes, in which a quote is doubled. Several terms are joined by `AND` or by `OR`, not by both.
struct CASEFilter {
    private enum Predicate: String, CaseIterable {
        case notEqual = "!="
        case atLeast = ">="
        case atMost = "<="
        case equal = "="
        case above = ">"
        case below = "<"
        case contains = "~"
    }

    private struct Term {
        let member: String
        let predicate: Predicate
        let value: String
    }

    private var terms: [Term] = []
    private var needsAll = true

    /// Reads a filter.
    /// - Throws: ``CASEProblem``.
    init(_ text: String, members: Set<String>) throws {
        var rest = text[...]
        var joint: String?
        while true {
            terms.append(try Self.term(&rest, members))
            rest = rest.drop { $0 == " " }
            if rest.isEmpty { break }
            guard let word = ["AND ", "OR "].first(where: { rest.uppercased().hasPrefix($0) }) else {
                throw Self.fault("after a value comes AND, OR or the end, not \"\(rest.prefix(50))\"")
            }
            guard joint == nil || joint == word else { throw Self.fault("AND and OR cannot be mixed") }
            joint = word
            rest = rest.dropFirst(word.count)
        }
        needsAll = joint != "OR "
    }

    /// Whether an object meets the condition.
    func matches(_ object: JSONValue) -> Bool {
        let outcomes = terms.lazy.map { term in Self.holds(term, Self.texts(object[term.member])) }
        return needsAll ? outcomes.allSatisfy { $0 } : outcomes.contains(true)
    }

    /// The texts of a member: its own, those of a list, the titles of links.
    static func texts(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        switch value.kind {
        case .string: return [value.string ?? ""]
        case .array: return value.elements.flatMap { texts($0) }
        case .object: return [value["title"]?.string, value["uri"]?.string].compactMap(\.self)
        case .number: return [value.lexeme ?? ""]
        case .boolean, .null: return []
        }
    }

    private static func holds(_ term: Term, _ texts: [String]) -> Bool {
        let value = term.value
        return switch term.predicate {
        case .equal: texts.contains(value)
        case .notEqual: !texts.contains(value)
        case .contains: texts.contains { $0.lowercased().contains(value.lowercased()) }
        case .above: texts.contains { $0 > value }
        case .atLeast: texts.contains { $0 >= value }
        case .below: texts.contains { $0 < value }
        case .atMost: texts.contains { $0 <= value }
        }
    }

    private static func term(_ rest: inout Substring, _ members: Set<String>) throws -> Term {
        rest = rest.drop { $0 == " " }
        let member = String(rest.prefix { $0.isLetter })
        guard members.contains(member) else {
            throw fault("an object has no member \"\(rest.prefix { !" =!<>~".contains($0) }.prefix(50))\"")
        }
        rest = rest.dropFirst(member.count).drop { $0 == " " }
        guard let predicate = Predicate.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else {
            throw fault("after \(member) comes one of =, !=, >, >=, <, <= and ~")
        }
        rest = rest.dropFirst(predicate.rawValue.count).drop { $0 == " " }
        guard rest.first == "'" else { throw fault("the value of \(member) has to be in single quotes") }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst() {
            if character == "'" {
                guard rest.first == "'" else { return Term(member: member, predicate: predicate, value: value) }
                rest = rest.dropFirst()
            }
            value.append(character)
        }
        throw fault("the value of \(member) has no quote at its end")
    }

    private static func fault(_ reason: String) -> CASEProblem {
        CASEProblem(.badRequest, .filter, "filter: \(reason).")
    }
}
