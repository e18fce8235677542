internal import JSON

extension ImmutabilityWriter {
    /// An object with its members sorted; `write` gives a member's value, or nil to leave it out.
    func object(
        _ node: Int, defaultType: String? = nil, _ write: (Property?, Int) -> [UInt8]?
    ) -> [UInt8] {
        var members: [(name: String, value: [UInt8])] = []
        document.forEachMember(node) { key, value in
            guard let bytes = write(Property(document, key: key), value) else { return }
            members.append((document.string(key), bytes))
        }
        if let defaultType, document.member(node, "objectType") == nil {
            members.append(("objectType", quoted(Array(defaultType.utf8))))
        }
        members.sort { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
        var bytes: [UInt8] = [UInt8(ascii: "{")]
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONWriter.append(string: member.name.utf8, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: member.value)
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// An array, or a single value as an array of one, with its elements sorted by their bytes.
    func sortedArray(_ node: Int, _ write: (Int) -> [UInt8]) -> [UInt8] {
        var elements: [[UInt8]] = []
        if document.kind(node) == .array {
            document.forEachElement(node) { _, element in elements.append(write(element)) }
        } else {
            elements.append(write(node))
        }
        elements.sort { $0.lexicographicallyPrecedes($1) }
        return [UInt8(ascii: "[")] + elements.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")]
    }

    /// Any value as it is, numbers by their exact value.
    func plain(_ node: Int) -> [UInt8] {
        let canonical = JSONCanonicalization(numbers: .exact)
        return (try? canonical.bytes(of: JSONValue(document: document, node: node))) ?? Array(document.slice(node))
    }

    /// A string of which the case doesn't matter.
    func lowercased(_ node: Int) -> [UInt8] {
        document.kind(node) == .string ? quoted(document.text(node).map(\.lowercased)) : plain(node)
    }

    /// A mail address; the case of its domain doesn't matter.
    func mailbox(_ node: Int) -> [UInt8] {
        guard document.kind(node) == .string else { return plain(node) }
        let text = document.text(node)
        guard let at = text.lastIndex(of: UInt8(ascii: "@")) else { return plain(node) }
        return quoted(Array(text[..<at]) + text[at...].map(\.lowercased))
    }

    /// A timestamp by the instant it stands for.
    func instant(_ node: Int) -> [UInt8] {
        guard document.kind(node) == .string,
            let value = document.withText(node, { Timestamp.parse($0, version: .v1_0_3) })
        else { return plain(node) }
        return quoted(Array(Timestamp.text(value).utf8))
    }

    /// A string.
    func quoted(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        JSONWriter.append(string: text, to: &bytes)
        return bytes
    }
}
