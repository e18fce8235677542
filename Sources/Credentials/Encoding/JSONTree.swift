internal import JSON

/// A JSON value to be written, its members in the order in which they stand here.
///
/// Open Badges want neither `null` nor empty arrays nor empty texts, so an object is built from members that may be
/// absent: see ``object(_:)-(Member...)``.
indirect enum JSONTree: Sendable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case array([JSONTree])
    case members([Member])
    /// JSON that was written before, byte for byte.
    case raw([UInt8])

    /// A name and a value, absent when the value is nil, an empty text or an empty array.
    struct Member: Sendable {
        let name: String
        let value: JSONTree?

        init(_ name: String, _ value: JSONTree?) {
            self.name = name
            switch value {
            case .string(let text) where text.isEmpty: self.value = nil
            case .array(let elements) where elements.isEmpty: self.value = nil
            default: self.value = value
            }
        }

        init(_ name: String, _ text: String?) { self.init(name, text.map { .string($0) }) }

        init(_ name: String, texts: [String]) { self.init(name, .array(texts.map { .string($0) })) }
    }

    /// An object of the members that are present.
    static func object(_ members: Member...) -> JSONTree { .members(members.filter { $0.value != nil }) }

    /// An object of the members that are present.
    static func object(_ members: [Member]) -> JSONTree { .members(members.filter { $0.value != nil }) }

    /// The compact text: no white space, members in their order, only what must be escaped is.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }

    private func write(to writer: inout JSONWriter) {
        switch self {
        case .string(let text): writer.string(text)
        case .integer(let number): writer.number(number)
        case .boolean(let truth): writer.boolean(truth)
        case .raw(let json): writer.raw(json)
        case .array(let elements):
            writer.array { writer in
                for element in elements { element.write(to: &writer) }
            }
        case .members(let members):
            writer.object { writer in
                for member in members {
                    guard let value = member.value else { continue }
                    writer.key(member.name)
                    value.write(to: &writer)
                }
            }
        }
    }
}
