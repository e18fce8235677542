internal import JSON

/// What the forms of findings and actions send, as the documents that the interfaces under `/api` take.
enum ActionDefinitions {
    /// Every field of the forms.
    static let fields: Set<String> = [
        "form", "text", "strength", "criterion", "level", "view", "column", "key", "source", "kind", "organisation",
        "ownerRole", "dueOn", "role", "note", "reason", "state", "response", "evidence", "pilot", "framework", "title",
        "item", "field", "to",
    ]

    static func finding(_ sent: [String: String]) -> [UInt8] {
        document { writer in
            members(["text", "strength", "criterion", "source"], of: sent, to: &writer)
            if let level = sent["level"].flatMap({ Int($0) }) { writer.member("kirkpatrickLevel", number: level) }
            guard sent["view"] != nil || sent["column"] != nil || sent["key"] != nil else { return }
            writer.member(
                "metric",
                object: { writer in
                    members(["view", "column"], of: sent, to: &writer)
                    writer.member(
                        "key",
                        object: { writer in
                            for (name, value) in pairs(sent["key"] ?? "") { writer.member(name, string: value) }
                        })
                })
        }
    }

    static func action(_ sent: [String: String]) -> [UInt8] {
        document { writer in
            members(["text", "kind", "dueOn", "role", "note"], of: sent, to: &writer)
            writer.member(
                "owner",
                object: { writer in
                    members(["organisation"], of: sent, to: &writer)
                    writer.member("role", stringIfPresent: sent["ownerRole"])
                })
        }
    }

    static func rejection(_ sent: [String: String]) -> [UInt8] {
        document { members(["reason"], of: sent, to: &$0) }
    }

    static func state(_ sent: [String: String]) -> [UInt8] {
        document { members(["state", "response", "reason", "evidence", "dueOn", "role", "note"], of: sent, to: &$0) }
    }

    static func effect(_ sent: [String: String]) -> [UInt8] { document { members(["pilot"], of: sent, to: &$0) } }

    static func reopening(_ sent: [String: String]) -> [UInt8] {
        document { members(["reason", "dueOn", "role"], of: sent, to: &$0) }
    }

    static func proposal(_ sent: [String: String]) -> [UInt8] {
        let names = (sent["framework"] ?? "").split(separator: " ", maxSplits: 1).map(String.init)
        return document { writer in
            members(["title", "reason"], of: sent, to: &writer)
            writer.member(
                "framework",
                object: { writer in
                    writer.member("code", stringIfPresent: names.first)
                    writer.member("version", stringIfPresent: names.dropFirst().first)
                })
            writer.member(
                "edits",
                array: { writer in
                    writer.object { writer in
                        writer.member("kind", string: "text")
                        members(["item", "field", "to"], of: sent, to: &writer)
                    }
                })
        }
    }

    /// `column = value`, a line each.
    private static func pairs(_ text: String) -> [(String, String)] {
        var seen: Set<String> = []
        return text.split(whereSeparator: \.isNewline).compactMap { line in
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.trimmingSpaces }
            guard !line.trimmingSpaces.isEmpty, seen.insert(parts[0]).inserted else { return nil }
            return (parts[0], parts.count > 1 ? parts[1] : "")
        }
    }

    private static func members(_ names: [String], of sent: [String: String], to writer: inout JSONWriter) {
        for name in names { writer.member(name, stringIfPresent: sent[name]) }
    }

    private static func document(_ content: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(content)
        return writer.bytes
    }
}

extension StringProtocol {
    /// The text without white space around it.
    var trimmingSpaces: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
