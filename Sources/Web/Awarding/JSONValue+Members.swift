internal import HTTPTypes
internal import JSON

extension JSONValue {
    /// Makes sure that this is an object of no members but these.
    /// - Throws: A 400 ``Problem`` that names the member.
    func requireMembers(_ known: Set<String>) throws {
        guard kind == .object else { throw Problem(definition: "", "must be an object") }
        for (key, _) in members {
            guard let name = key.string, known.contains(name) else {
                let names = known.sorted().joined(separator: ", ")
                throw Problem(
                    definition: "/" + (key.string ?? "").replacing("~", with: "~0").replacing("/", with: "~1"),
                    "is not known here; known are \(names)")
            }
        }
    }
}

extension Problem {
    /// A field of a body that breaks a rule, as definitions are refused.
    init(definition pointer: String, _ rule: String) {
        self.init(.badRequest, "definition", "\(pointer.isEmpty ? "The body" : pointer) \(rule).") { writer in
            writer.member("pointer", string: pointer)
        }
    }
}
