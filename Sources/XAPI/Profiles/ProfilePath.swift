internal import JSON

/// A JSONPath as profiles use it, compiled (xAPI Profiles 1.0 §8.1).
///
/// It has children, elements, `*`, `..`, unions, and several paths joined by `|`; filters and scripts are not allowed.
struct ProfilePath: Sendable {
    /// A member's name with its fingerprint, by which the tape is searched.
    struct Name: Sendable {
        let text: String
        let fingerprint: UInt32

        init(_ text: String) {
            self.text = text
            self.fingerprint = JSONNode.fingerprint(of: text)
        }
    }

    enum Selection: Sendable {
        case name(Name)
        case position(Int)
        case all
    }

    /// One step from values to values within them.
    struct Step: Sendable {
        var selections: [Selection]
        /// Whether it starts from every value below as well (`..`).
        var descends = false
        /// Whether a single object counts as an array of one: context activities (xAPI Profiles 1.0 §8.1).
        var normalizes = false
    }

    /// One of several paths whose values all count.
    struct Branch: Sendable {
        /// The first steps, as far as they are names alone: the usual path is, and needs no list of values.
        let names: [Name]
        /// The steps after them.
        let steps: [Step]

        init(_ steps: [Step]) {
            names = steps.prefix { $0.name != nil }.compactMap(\.name)
            self.steps = Array(steps.dropFirst(names.count))
        }
    }

    let branches: [Branch]
}

extension ProfilePath.Step {
    /// The one member that the step leads to, when it does nothing else.
    fileprivate var name: ProfilePath.Name? {
        guard !descends, !normalizes, selections.count == 1, case .name(let name) = selections[0] else { return nil }
        return name
    }
}

extension ProfilePath {
    /// Calls `body` with each value that the path leads to from a value; a value in two branches comes twice.
    func forEach(_ node: Int, in document: JSONDocument, _ body: (Int) -> Void) {
        for branch in branches { Self.follow(branch, from: node, in: document, body) }
    }

    private static func follow(_ branch: Branch, from node: Int, in document: JSONDocument, _ body: (Int) -> Void) {
        var current = node
        var position = 0
        while position < branch.names.count {
            guard let child = member(current, branch.names[position], in: document) else { return }
            current = child
            position += 1
        }
        if branch.steps.isEmpty { return body(current) }
        for found in select(branch.steps, from: [current], in: document) { body(found) }
    }

    /// The values of the rest of a path.
    ///
    /// Each comes once, so that their number never exceeds the statement's.
    private static func select(_ steps: [Step], from nodes: [Int], in document: JSONDocument) -> [Int] {
        var nodes = nodes
        for step in steps where !nodes.isEmpty {
            var seen: Set<Int> = []
            var next: [Int] = []
            func add(_ node: Int) {
                if seen.insert(node).inserted { next.append(node) }
            }
            for node in step.descends ? descendants(nodes, in: document) : nodes {
                for selection in step.selections {
                    forEachChild(node, selection, normalizes: step.normalizes, in: document, add)
                }
            }
            nodes = next
        }
        return nodes
    }

    /// The values and all within them, each once and in the order of the text.
    private static func descendants(_ nodes: [Int], in document: JSONDocument) -> [Int] {
        var all: [Int] = []
        var end = 0
        for top in nodes.sorted() where top >= end {
            end = document.next(top)
            for node in top..<end where !document.entry(node).isKey { all.append(node) }
        }
        return all
    }

    private static func forEachChild(
        _ node: Int, _ selection: Selection, normalizes: Bool, in document: JSONDocument, _ body: (Int) -> Void
    ) {
        let kind = document.kind(node)
        let isSingle = normalizes && kind == .object
        switch selection {
        case .name(let name):
            if !isSingle, let child = member(node, name, in: document) { body(child) }
        case .position(let wanted):
            if isSingle, wanted == 0 { return body(node) }
            guard kind == .array else { return }
            document.forEachElement(node) { position, element in if position == wanted { body(element) } }
        case .all:
            if isSingle { return body(node) }
            if kind == .object { document.forEachMember(node) { _, value in body(value) } }
            if kind == .array { document.forEachElement(node) { _, element in body(element) } }
        }
    }

    private static func member(_ object: Int, _ name: Name, in document: JSONDocument) -> Int? {
        guard document.kind(object) == .object else { return nil }
        let end = document.next(object)
        var key = object + 1
        while key < end {
            if document.entry(key).fingerprint == name.fingerprint, document.text(key, equals: name.text) {
                return key + 1
            }
            key = document.next(key + 1)
        }
        return nil
    }
}
