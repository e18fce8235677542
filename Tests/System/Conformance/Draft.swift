/// JSON that tests put together and take apart, member by member.
indirect enum Draft: Sendable {
    case object([Member])
    case array([Draft])
    /// Any JSON text.
    case json(String)

    struct Member: Sendable {
        let name: String
        var value: Draft
    }

    /// The value `null`; to take a member out is something else, see ``without(_:)``.
    static let null: Draft = .json("null")

    /// The JSON text.
    var text: String {
        switch self {
        case .object(let members):
            "{" + members.map { Self.quoted($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .json(let text): text
        }
    }

    /// A string as JSON.
    static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\" + String(scalar)
            case ..<" ":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    /// The same with one value put in at a JSON Pointer, or taken out when it is nil.
    ///
    /// The last token names a member that may be new, or an element; "-" is a new element at the end of an array.
    func with(_ pointer: String, _ value: Draft?) -> Draft {
        guard !pointer.isEmpty else { return value ?? self }
        let tokens = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        return with(tokens.map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }[...], value)
    }

    /// The same without what stands at a JSON Pointer.
    func without(_ pointer: String) -> Draft { with(pointer, nil) }

    private func with(_ tokens: ArraySlice<String>, _ value: Draft?) -> Draft {
        guard let token = tokens.first else { return value ?? self }
        let rest = tokens.dropFirst()
        switch self {
        case .object(var members):
            let place = members.firstIndex { $0.name == token }
            let old: Draft = place.map { members[$0].value } ?? [:]
            let new = rest.isEmpty ? value : old.with(rest, value)
            switch (place, new) {
            case (let place?, let new?): members[place].value = new
            case (let place?, nil): members.remove(at: place)
            case (nil, let new?): members.append(Member(name: token, value: new))
            case (nil, nil): break
            }
            return .object(members)
        case .array(var elements):
            let place = token == "-" ? elements.count : Int(token) ?? elements.count
            let old: Draft = place < elements.count ? elements[place] : [:]
            let new = rest.isEmpty ? value : old.with(rest, value)
            elements.replaceSubrange(place..<min(place + 1, elements.count), with: new.map { [$0] } ?? [])
            return .array(elements)
        case .json:
            return Draft.object([]).with(tokens, value)
        }
    }
}

extension Draft: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral
{
    init(dictionaryLiteral elements: (String, Draft)...) {
        self = .object(elements.map { Member(name: $0, value: $1) })
    }
    init(arrayLiteral elements: Draft...) { self = .array(elements) }
    init(stringLiteral value: String) { self = .json(Self.quoted(value)) }
    init(integerLiteral value: Int) { self = .json("\(value)") }
    init(floatLiteral value: Double) { self = .json("\(value)") }
    init(booleanLiteral value: Bool) { self = .json("\(value)") }
}
