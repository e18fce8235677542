/// Walks through an XML text of a workbook: elements, attributes, text.
///
/// As much of XML 1.0 as workbooks have. A document type is refused, and with it every entity but XML's own five, so
/// that no text grows in expanding.
struct XMLScanner {
    /// What comes next in a text.
    enum Event: Equatable {
        /// An element begins; names are without their prefix, those of attributes with it.
        case start(String, attributes: [String: String])
        /// An element ends.
        case end(String)
        /// Text, entities resolved.
        case text(String)
    }

    private let bytes: [UInt8]
    private var offset = 0
    private var open: [String] = []
    /// The name of an element that was empty, whose end has to be told.
    private var pendingEnd: String?

    init(_ bytes: [UInt8]) throws(ContainerError) {
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
            throw ContainerError("The workbook's XML is not in UTF-8.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ContainerError("The workbook's XML is not in UTF-8.")
        }
        self.bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    /// The next event; nil at the end of the text.
    mutating func next() throws(ContainerError) -> Event? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name)
        }
        while offset < bytes.count {
            guard bytes[offset] == UInt8(ascii: "<") else { return .text(try text()) }
            if skip("<!--") {
                try skipThrough("-->")
            } else if skip("<![CDATA[") {
                let start = offset
                try skipThrough("]]>")
                return .text(String(decoding: bytes[start..<(offset - 3)], as: UTF8.self))
            } else if skip("<?") {
                try skipThrough("?>")
            } else if skip("<!") {
                throw ContainerError("The workbook's XML has a document type.")
            } else if skip("</") {
                return .end(try endTag())
            } else {
                offset += 1
                return try startTag()
            }
        }
        guard open.isEmpty else { throw Self.malformed }
        return nil
    }

    private static let malformed = ContainerError("The workbook's XML is not well-formed.")

    private mutating func startTag() throws(ContainerError) -> Event {
        let name = try self.name()
        var attributes: [String: String] = [:]
        while true {
            skipSpace()
            guard offset < bytes.count else { throw Self.malformed }
            if skip("/>") {
                pendingEnd = Self.local(name)
                return .start(Self.local(name), attributes: attributes)
            }
            if skip(">") {
                guard open.count < 256 else { throw ContainerError("The workbook's XML is nested too deep.") }
                open.append(name)
                return .start(Self.local(name), attributes: attributes)
            }
            let key = try self.name()
            skipSpace()
            guard skip("=") else { throw Self.malformed }
            skipSpace()
            guard offset < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[offset]) else {
                throw Self.malformed
            }
            let quote = bytes[offset]
            offset += 1
            guard let end = bytes[offset...].firstIndex(of: quote) else { throw Self.malformed }
            attributes[key] = try Self.resolved(bytes[offset..<end])
            offset = end + 1
        }
    }

    private mutating func endTag() throws(ContainerError) -> String {
        let name = try self.name()
        skipSpace()
        guard skip(">"), open.popLast() == name else { throw Self.malformed }
        return Self.local(name)
    }

    private mutating func name() throws(ContainerError) -> String {
        let start = offset
        while offset < bytes.count, !" \t\r\n/>=<\"'".utf8.contains(bytes[offset]) { offset += 1 }
        guard offset > start else { throw Self.malformed }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func text() throws(ContainerError) -> String {
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        defer { offset = end }
        return try Self.resolved(bytes[offset..<end])
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        let expected = String(describing: text).utf8
        guard bytes[offset...].starts(with: expected) else { return false }
        offset += expected.count
        return true
    }

    private mutating func skipThrough(_ text: String) throws(ContainerError) {
        let expected = Array(text.utf8)
        while offset + expected.count <= bytes.count {
            if bytes[offset] == expected[0], bytes[offset..<(offset + expected.count)].elementsEqual(expected) {
                offset += expected.count
                return
            }
            offset += 1
        }
        throw Self.malformed
    }

    private mutating func skipSpace() {
        while offset < bytes.count, " \t\r\n".utf8.contains(bytes[offset]) { offset += 1 }
    }

    private static func local(_ name: String) -> String {
        name.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
    }

    /// A text with its entities resolved; ends of lines are U+000A, as XML has it.
    private static func resolved(_ raw: ArraySlice<UInt8>) throws(ContainerError) -> String {
        guard raw.contains(UInt8(ascii: "&")) || raw.contains(UInt8(ascii: "\r")) else {
            return String(decoding: raw, as: UTF8.self)
        }
        var text: [UInt8] = []
        text.reserveCapacity(raw.count)
        var offset = raw.startIndex
        while offset < raw.endIndex {
            let byte = raw[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\r"):
                if offset == raw.endIndex || raw[offset] != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
            case UInt8(ascii: "&"):
                guard let end = raw[offset...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
                    let scalar = entity(String(decoding: raw[offset..<end], as: UTF8.self))
                else { throw ContainerError("The workbook's XML has an entity that is not XML's own.") }
                text += String(Character(scalar)).utf8
                offset = end + 1
            default: text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func entity(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        case _ where name.hasPrefix("#x"): UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }
        case _ where name.hasPrefix("#"): UInt32(name.dropFirst(), radix: 10).flatMap { Unicode.Scalar($0) }
        default: nil
        }
    }
}
