internal import JSON

extension StatementFormatter {
    /// The statement with agents, verbs and activities cut down to what identifies them.
    func identifiers() -> [UInt8] {
        rewritten(
            Forms(
                actor: Self.identity,
                verb: { document, node, writer in Self.keep(["id"], of: node, in: document, to: &writer) },
                activity: { document, node, writer in Self.keep(["id"], of: node, in: document, to: &writer) }))
    }

    private static let identifiers = ["mbox", "mbox_sha1sum", "openid", "account"]

    /// An agent's identifier; an anonymous group's members, each by its identifier.
    private static func identity(_ document: JSONDocument, _ node: Int, to writer: inout JSONWriter) {
        var isAnonymous = true
        document.forEachMember(node) { key, _ in
            if identifiers.contains(document.string(key)) { isAnonymous = false }
        }
        guard isAnonymous, let member = document.member(node, .member), document.kind(member) == .array else {
            return keep(["objectType"] + identifiers, of: node, in: document, to: &writer)
        }
        writer.object { writer in
            writer.member("objectType", string: "Group")
            writer.member(
                "member",
                array: { writer in
                    document.forEachElement(member) { _, agent in identity(document, agent, to: &writer) }
                })
        }
    }

    private static func keep(
        _ names: [String], of node: Int, in document: JSONDocument, to writer: inout JSONWriter
    ) {
        writer.object { writer in
            document.forEachMember(node) { key, value in
                let name = document.string(key)
                if names.contains(name) { writer.member(name, raw: document.slice(value)) }
            }
        }
    }
}
