internal import Hummingbird

/// The parameters of a query, each at most once.
struct QueryParameters {
    private var values: [String: String] = [:]

    /// Reads a query.
    /// - Throws: A 400 ``Problem`` for a parameter that is unknown, doubled, not UTF-8 or with U+0000.
    init(_ request: Request, known: Set<String>) throws {
        try self.init(of: request.uri.query?[...] ?? "", known: known)
    }

    /// Reads what stands behind the question mark.
    /// - Throws: A 400 ``Problem`` as for a request.
    init(of query: Substring, known: Set<String>) throws {
        guard !query.isEmpty else { return }
        for (name, value) in try Self.pairs(of: query) {
            guard known.contains(name) else {
                let names = known.isEmpty ? "none" : known.sorted().joined(separator: ", ")
                throw Problem(
                    .badRequest, "query",
                    "\(name.prefix(200)): no such parameter here; names are case-sensitive. Known: \(names).")
            }
            // No parameter stands for a text that has it, and the database holds none.
            guard !value.unicodeScalars.contains("\0") else {
                throw Problem(.badRequest, "query", "\(name): U+0000 is not accepted.")
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw Problem(.badRequest, "query", "\(name): given more than once.")
            }
        }
    }

    /// The names and values of a query or form, in order.
    /// - Throws: A 400 ``Problem`` for what is not percent-encoded UTF-8.
    static func pairs(of text: Substring) throws -> [(name: String, value: String)] {
        try text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decode(parts[0]), let value = decode(parts.count > 1 ? parts[1] : "") else {
                throw Problem(.badRequest, "query", "\(parts[0].prefix(200)): this is not percent-encoded UTF-8.")
            }
            return (name, value)
        }
    }

    /// A parameter's value.
    subscript(name: String) -> String? { values[name] }

    /// The names that were given.
    var names: Set<String> { Set(values.keys) }

    /// A parameter that a reader turns into a value.
    /// - Throws: A 400 ``Problem`` that says what the parameter must be.
    func value<Value>(_ name: String, mustBe rule: String, _ read: (String) -> Value?) throws -> Value? {
        guard let text = values[name] else { return nil }
        guard let value = read(text) else {
            throw Problem(.badRequest, "query", "\(name): \"\(text.prefix(200))\" is not \(rule).")
        }
        return value
    }

    /// `true` or `false`, in any case, for some clients spell it as their language does; false when it is not given.
    func flag(_ name: String) throws -> Bool {
        try value(name, mustBe: "true or false") { ["true": true, "false": false][$0.lowercased()] } ?? false
    }

    /// Percent-decoding, with `+` for a space as forms write it, unless told otherwise.
    static func decode(_ text: Substring, plusIsSpace: Bool = true) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+") where plusIsSpace:
                bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2)
                guard digits.count == 2, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
                    let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
                else {
                    return nil
                }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default:
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
