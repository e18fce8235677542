/// The canonical form of JSON values (RFC 8785, JCS): no white space, names sorted, one spelling for each value.
public struct JSONCanonicalization: Sendable {
    /// How numbers are spelled.
    public enum Numbers: Sendable {
        /// As ECMAScript prints the nearest double: what RFC 8785 demands.
        case ecmaScript
        /// By their exact value; differs from RFC 8785, but tells numbers apart that a double can't.
        case exact
    }

    /// How numbers are spelled.
    public let numbers: Numbers

    /// A form with one spelling of numbers.
    public init(numbers: Numbers = .ecmaScript) {
        self.numbers = numbers
    }

    /// The canonical bytes of a value; throws for a number beyond a double's range.
    public func bytes(of value: JSONValue) throws(JSONError) -> [UInt8] {
        var bytes: [UInt8] = []
        try append(value, to: &bytes)
        return bytes
    }

    /// Appends the canonical bytes of a value.
    ///
    /// The depth of its recursion is bounded by the limit the document was parsed with.
    public func append(_ value: JSONValue, to bytes: inout [UInt8]) throws(JSONError) {
        switch value.kind {
        case .object: try appendObject(value, to: &bytes)
        case .array:
            bytes.append(UInt8(ascii: "["))
            var isFirst = true
            for element in value.elements {
                if !isFirst { bytes.append(UInt8(ascii: ",")) }
                isFirst = false
                try append(element, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .string: JSONWriter.append(string: value.document.text(value.node), to: &bytes)
        case .number: bytes.append(contentsOf: try number(value))
        case .boolean, .null: bytes.append(contentsOf: value.bytes)
        }
    }

    private func appendObject(_ object: JSONValue, to bytes: inout [UInt8]) throws(JSONError) {
        var members: [(name: String, value: JSONValue)] = []
        for (key, value) in object.members { members.append((key.string ?? "", value)) }
        members.sort { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
        bytes.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONWriter.append(string: member.name.utf8, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            try append(member.value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private func number(_ value: JSONValue) throws(JSONError) -> [UInt8] {
        switch numbers {
        case .exact: return JSONDecimal(value.bytes).canonical
        case .ecmaScript:
            guard let double = value.double, double.isFinite else {
                throw JSONError(
                    rule: .syntax, offset: value.range.lowerBound, line: 1, column: value.range.lowerBound + 1,
                    pointer: value.pointer, reason: "The number is beyond a double's range.")
            }
            return Array(Self.ecmaScript(double).utf8)
        }
    }
}
