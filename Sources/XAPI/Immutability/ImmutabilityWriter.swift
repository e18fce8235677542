internal import JSON

/// Writes the levelled form of a valid statement.
struct ImmutabilityWriter {
    let document: JSONDocument
    /// Whether what a signature does not cover is left out: signatures.
    var isSigned = false

    /// Appends the statement; returns where its own timestamp stands, with a comma next to it.
    func appendStatement(_ node: Int, to out: inout [UInt8]) -> Range<Int>? {
        guard document.kind(node) == .object else { return nil }
        return appendObject(node, .statement, to: &out)
    }

    /// Appends a value, levelled as its shape demands.
    func append(_ node: Int, _ shape: ImmutabilityShape, to out: inout [UInt8]) {
        if let element = shape.element { return appendSorted(node, element, to: &out) }
        switch document.kind(node) {
        case .object: appendObject(node, shape == .object ? objectShape(node) : shape, to: &out)
        case .array: appendArray(node, to: &out)
        case .string: appendString(node, shape, to: &out)
        case .number: out.append(contentsOf: JSONDecimal(document.slice(node)).canonical)
        case .boolean, .null: document.appendSlice(node, to: &out)
        }
    }

    private func objectShape(_ node: Int) -> ImmutabilityShape {
        guard let type = document.member(node, .objectType) else { return .activity }
        if document.text(type, is: "Agent") || document.text(type, is: "Group") { return .agent }
        if document.text(type, is: "StatementRef") { return .reference }
        return document.text(type, is: "SubStatement") ? .subStatement : .activity
    }

    /// Appends members in the order of their names' bytes; returns where a statement's timestamp stands.
    @discardableResult
    private func appendObject(_ node: Int, _ shape: ImmutabilityShape, to out: inout [UInt8]) -> Range<Int>? {
        var keys: [Int] = []
        document.forEachMember(node) { key, _ in keys.append(key) }
        if keys.count > 1 { keys.sort { precedes($0, $1) } }
        out.append(UInt8(ascii: "{"))
        var isFirst = true
        if let type = shape.defaultType {
            appendType(document.member(node, .objectType), or: type, to: &out)
            isFirst = false
        }
        var timestamp: Range<Int>?
        for key in keys {
            let property = shape == .plain ? nil : Property(document, key: key)
            let member = shape == .plain ? .plain : shape.member(property)
            if member == .ignored || (property == .objectType && shape.defaultType != nil) { continue }
            if isSigned, shape == .statement, isUnsigned(property, key + 1) { continue }
            let start = out.count
            if !isFirst { out.append(UInt8(ascii: ",")) }
            isFirst = false
            appendString(key, .plain, to: &out)
            out.append(UInt8(ascii: ":"))
            append(key + 1, member, to: &out)
            if shape == .statement && property == .timestamp { timestamp = start..<out.count }
        }
        out.append(UInt8(ascii: "}"))
        return timestamp
    }

    /// Whether a member of a statement is none that a signature covers.
    private func isUnsigned(_ property: Property?, _ node: Int) -> Bool {
        guard property == .attachments else { return false }
        var hasOther = false
        document.forEachElement(node) { _, attachment in hasOther = hasOther || !isSignature(attachment) }
        return !hasOther
    }

    private func isSignature(_ attachment: Int) -> Bool {
        document.member(attachment, .usageType).map { document.text($0, is: Vocabulary.signature) } ?? false
    }

    /// Appends the `objectType`, first of all members, whether it was written or not.
    private func appendType(_ node: Int?, or type: [UInt8], to out: inout [UInt8]) {
        out.append(contentsOf: Self.typeName)
        if let node {
            append(node, .plain, to: &out)
        } else {
            out.append(contentsOf: type)
        }
    }

    private static let typeName = Array("\"objectType\":".utf8)

    /// Appends elements in their own order.
    private func appendArray(_ node: Int, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "["))
        document.forEachElement(node) { position, element in
            if position > 0 { out.append(UInt8(ascii: ",")) }
            append(element, .plain, to: &out)
        }
        out.append(UInt8(ascii: "]"))
    }

    /// Appends elements in the order of their bytes; a single value counts as a list of one.
    private func appendSorted(_ node: Int, _ shape: ImmutabilityShape, to out: inout [UInt8]) {
        let isArray = document.kind(node) == .array
        let first = isArray ? node + 1 : node
        let isEmpty = isArray && document.isEmpty(node)
        out.append(UInt8(ascii: "["))
        if isEmpty {
            out.append(UInt8(ascii: "]"))
            return
        }
        if !isArray || document.next(first) == document.next(node) {
            append(first, shape, to: &out)
        } else {
            appendElements(node, shape, to: &out)
        }
        out.append(UInt8(ascii: "]"))
    }

    private func appendElements(_ node: Int, _ shape: ImmutabilityShape, to out: inout [UInt8]) {
        var elements: [[UInt8]] = []
        document.forEachElement(node) { _, element in
            if isSigned, shape == .attachment, isSignature(element) { return }
            var bytes: [UInt8] = []
            append(element, shape, to: &bytes)
            elements.append(bytes)
        }
        elements.sort { $0.lexicographicallyPrecedes($1) }
        for (position, element) in elements.enumerated() {
            if position > 0 { out.append(UInt8(ascii: ",")) }
            out.append(contentsOf: element)
        }
    }
}
