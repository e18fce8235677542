internal import JSON

/// What statements of a template must, should or must not have at some place (xAPI Profiles 1.0 §8.1).
public struct ProfileRule: Sendable {
    /// Whether something has to stand at the place; the raw values are the specification's names.
    public enum Presence: String, Sendable, CaseIterable {
        /// It must.
        case included
        /// It must not.
        case excluded
        /// It should.
        case recommended
    }

    /// The place, as JSONPath.
    public let location: String
    /// A place within each value found, as JSONPath.
    public let selector: String?
    /// Whether something has to stand there.
    public let presence: Presence?
    /// What the rule demands besides the location, in words.
    public let requirement: String
    /// How the rule is meant.
    public let scopeNote: LanguageMap?

    let path: ProfilePath
    let selection: ProfilePath?
    let any: [ProfileValue]?
    let all: [ProfileValue]?
    let none: [ProfileValue]?
}

extension ProfileRule {
    /// Whether a statement, by its node, follows the rule: `follows_rule` of xAPI Profiles 1.0, Communication §2.1.
    func isFollowed(by statement: Int, in document: JSONDocument) -> Bool {
        var found = Findings()
        path.forEach(statement, in: document) { node in
            guard let selection else { return note(node, in: document, &found) }
            let before = found.count
            selection.forEach(node, in: document) { note($0, in: document, &found) }
            if found.count == before { found.hasUnmatchable = true }
        }
        switch presence {
        case .included where found.hasUnmatchable || found.count == 0: return false
        case .excluded where found.count > 0: return false
        // Of what is only recommended, no value is demanded until there is one.
        case .recommended where found.count == 0 && !found.hasUnmatchable: return true
        default: break
        }
        // What must not be there has no value to look at.
        if presence == .excluded { return true }
        if any != nil, !found.isAny { return false }
        if all != nil, found.hasUnmatchable || found.isOther { return false }
        return none == nil || !found.isNone
    }

    /// What was found at the place so far.
    private struct Findings {
        var count = 0
        var hasUnmatchable = false
        /// Whether a value is one of `any`.
        var isAny = false
        /// Whether a value is not one of `all`.
        var isOther = false
        /// Whether a value is one of `none`.
        var isNone = false
    }

    private func note(_ node: Int, in document: JSONDocument, _ found: inout Findings) {
        found.count += 1
        if let any, !found.isAny { found.isAny = any.contains { $0.equals(node, in: document) } }
        if let all, !found.isOther { found.isOther = !all.contains { $0.equals(node, in: document) } }
        if let none, !found.isNone { found.isNone = none.contains { $0.equals(node, in: document) } }
    }
}
