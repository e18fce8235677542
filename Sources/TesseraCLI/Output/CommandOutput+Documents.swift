import JSON

extension CommandOutput {
    /// A document that was asked for and is not there.
    struct Missing: Error, CustomStringConvertible {
        let what: String

        var description: String { "There is no \(what)." }
    }

    /// Prints a JSON document that has to be there.
    static func document(_ bytes: [UInt8]?, _ what: String) throws {
        print(String(decoding: try found(bytes, what), as: UTF8.self))
    }

    /// A JSON document that has to be there, as one line: the database breaks its lists into lines.
    static func found(_ bytes: [UInt8]?, _ what: String) throws -> [UInt8] {
        guard let bytes else { throw Missing(what: what) }
        return bytes.filter { $0 != UInt8(ascii: "\n") }
    }
}
