internal import JSON

/// Writes the levelled form of a valid statement.
struct ImmutabilityWriter {
    let document: JSONDocument
    private(set) var bytes: [UInt8] = []
    /// Where the statement's own timestamp stands, with a comma next to it.
    private(set) var timestampRange: Range<Int>?

    /// A writer of one parsed statement.
    init(document: JSONDocument) {
        self.document = document
        bytes.reserveCapacity(document.bytes.count)
    }

    /// Writes the statement.
    mutating func write() {
        append(0, .statement)
    }

    private mutating func append(_ node: Int, _ shape: ImmutabilityShape) {
        if let element = shape.element { return appendSorted(node, element) }
        switch document.kind(node) {
        case .object: appendObject(node, shape == .object ? objectShape(node) : shape)
        case .array: appendArray(node)
        case .string: appendString(node, shape)
        case .number: bytes.append(contentsOf: JSONDecimal(document.slice(node)).canonical)
        case .boolean, .null: bytes.append(contentsOf: document.slice(node))
        }
    }

    private func objectShape(_ node: Int) -> ImmutabilityShape {
        guard let type = document.member(node, "objectType") else { return .activity }
        if document.text(type, is: "Agent") || document.text(type, is: "Group") { return .agent }
        if document.text(type, is: "StatementRef") { return .reference }
        return document.text(type, is: "SubStatement") ? .subStatement : .activity
    }

    /// Members in the order of their names' bytes.
    private mutating func appendObject(_ node: Int, _ shape: ImmutabilityShape) {
        var keys: [Int] = []
        document.forEachMember(node) { key, _ in keys.append(key) }
        keys.sort { precedes($0, $1) }
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        if let type = shape.defaultType {
            appendType(document.member(node, "objectType"), or: type)
            isFirst = false
        }
        for key in keys {
            let property = shape == .plain ? nil : Property(document, key: key)
            let member = shape == .plain ? .plain : shape.member(property)
            if member == .ignored || (property == .objectType && shape.defaultType != nil) { continue }
            let start = bytes.count
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            appendString(key, .plain)
            bytes.append(UInt8(ascii: ":"))
            append(key + 1, member)
            if shape == .statement && property == .timestamp { timestampRange = start..<bytes.count }
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// The `objectType`, first of all members, whether it was written or not.
    private mutating func appendType(_ node: Int?, or type: StaticString) {
        bytes.append(contentsOf: "\"objectType\":".utf8)
        if let node {
            append(node, .plain)
        } else {
            bytes.append(contentsOf: "\"\(type)\"".utf8)
        }
    }

    /// Elements in their own order.
    private mutating func appendArray(_ node: Int) {
        bytes.append(UInt8(ascii: "["))
        document.forEachElement(node) { position, element in
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            append(element, .plain)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Elements in the order of their bytes; a single value counts as a list of one.
    private mutating func appendSorted(_ node: Int, _ shape: ImmutabilityShape) {
        var elements: [[UInt8]] = []
        let outer = bytes
        func take(_ element: Int) {
            bytes = []
            append(element, shape)
            elements.append(bytes)
        }
        if document.kind(node) == .array {
            document.forEachElement(node) { _, element in take(element) }
        } else {
            take(node)
        }
        elements.sort { $0.lexicographicallyPrecedes($1) }
        bytes = outer
        bytes.append(UInt8(ascii: "["))
        for (position, element) in elements.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Appends a string by its text.
    mutating func append(text: [UInt8]) {
        JSONWriter.append(string: text, to: &bytes)
    }

    /// Appends what is spelled as it has to be already.
    mutating func append(raw: ArraySlice<UInt8>) {
        bytes.append(contentsOf: raw)
    }
}
