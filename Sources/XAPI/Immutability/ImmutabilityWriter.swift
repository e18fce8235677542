internal import JSON

/// Writes the levelled form of a valid statement.
struct ImmutabilityWriter {
    let document: JSONDocument
    /// Whether what a signature does not cover is left out: signatures.
    var isSigned = false
    /// Whether the statement's own timestamp is left out.
    var omitsTimestamp = false
    /// The names of all objects that are being written, the innermost last.
    private var names: [Name] = []

    /// A member's name and its first eight bytes, by which most names are put in order.
    private struct Name {
        let key: Int
        let order: UInt64
    }

    init(document: JSONDocument, isSigned: Bool = false, omitsTimestamp: Bool = false) {
        self.document = document
        self.isSigned = isSigned
        self.omitsTimestamp = omitsTimestamp
    }

    /// Appends the statement; returns where its own timestamp stands, with a comma next to it.
    mutating func appendStatement(_ node: Int, to out: inout [UInt8]) -> Range<Int>? {
        guard document.kind(node) == .object else { return nil }
        return appendObject(node, .statement, to: &out)
    }

    /// Appends a value, levelled as its shape demands.
    mutating func append(_ node: Int, _ shape: ImmutabilityShape, to out: inout [UInt8]) {
        if let element = shape.element { return appendSorted(node, element, to: &out) }
        switch document.kind(node) {
        case .object: appendObject(node, shape == .object ? objectShape(node) : shape, to: &out)
        case .array: appendArray(node, to: &out)
        case .string: appendString(node, shape, to: &out)
        case .number: document.withSlice(node) { JSONDecimal.appendCanonical($0, to: &out) }
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
    private mutating func appendObject(_ node: Int, _ shape: ImmutabilityShape, to out: inout [UInt8]) -> Range<Int>? {
        let first = names.count
        pushNames(node)
        out.append(UInt8(ascii: "{"))
        var isFirst = true
        if let type = shape.defaultType {
            appendType(document.member(node, .objectType), or: type, to: &out)
            isFirst = false
        }
        var timestamp: Range<Int>?
        for place in first..<names.count {
            let key = names[place].key
            let property = shape == .plain ? nil : Property(document, key: key)
            let member = shape == .plain ? .plain : shape.member(property)
            if member == .ignored || (property == .objectType && shape.defaultType != nil) { continue }
            if isSigned, shape == .statement, isUnsigned(property, key + 1) { continue }
            if omitsTimestamp, shape == .statement, property == .timestamp { continue }
            let start = out.count
            if !isFirst { out.append(UInt8(ascii: ",")) }
            isFirst = false
            appendString(key, .plain, to: &out)
            out.append(UInt8(ascii: ":"))
            append(key + 1, member, to: &out)
            if shape == .statement && property == .timestamp { timestamp = start..<out.count }
        }
        out.append(UInt8(ascii: "}"))
        names.removeLast(names.count - first)
        return timestamp
    }

    /// Adds an object's names, in the order of their bytes, each after those before it that are less.
    private mutating func pushNames(_ object: Int) {
        let first = names.count
        let end = document.next(object)
        var key = object + 1
        while key < end {
            names.append(Name(key: key, order: order(key)))
            key = document.next(key + 1)
        }
        if names.count - first > 32 {
            return names.replaceSubrange(first..., with: names[first...].sorted { precedes($0, $1) })
        }
        var place = first + 1
        while place < names.count {
            let name = names[place]
            var hole = place
            while hole > first, precedes(name, names[hole - 1]) {
                names[hole] = names[hole - 1]
                hole -= 1
            }
            names[hole] = name
            place += 1
        }
    }

    private func precedes(_ one: Name, _ other: Name) -> Bool {
        one.order == other.order ? precedes(one.key, other.key) : one.order < other.order
    }

    /// A name's first eight bytes as a number, the first weighing most.
    private func order(_ key: Int) -> UInt64 {
        document.withText(key) { text in
            if text.count >= 8 {
                // The text has eight bytes.
                let word = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt64.self)
                return UInt64(bigEndian: word)
            }
            var order: UInt64 = 0
            for index in 0..<text.count { order |= UInt64(text[index]) &<< UInt64(56 - 8 * index) }
            return order
        }
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
    private mutating func appendType(_ node: Int?, or type: [UInt8], to out: inout [UInt8]) {
        out.append(contentsOf: Self.typeName)
        if let node {
            append(node, .plain, to: &out)
        } else {
            out.append(contentsOf: type)
        }
    }

    private static let typeName = Array("\"objectType\":".utf8)

    /// Appends elements in their own order.
    private mutating func appendArray(_ node: Int, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "["))
        let end = document.next(node)
        var element = node + 1
        while element < end {
            if element > node + 1 { out.append(UInt8(ascii: ",")) }
            append(element, .plain, to: &out)
            element = document.next(element)
        }
        out.append(UInt8(ascii: "]"))
    }

    /// Appends elements in the order of their bytes; a single value counts as a list of one.
    private mutating func appendSorted(_ node: Int, _ shape: ImmutabilityShape, to out: inout [UInt8]) {
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

    private mutating func appendElements(_ node: Int, _ shape: ImmutabilityShape, to out: inout [UInt8]) {
        let start = out.count
        var elements: [Range<Int>] = []
        let end = document.next(node)
        var element = node + 1
        while element < end {
            if !(isSigned && shape == .attachment && isSignature(element)) {
                if !elements.isEmpty { out.append(UInt8(ascii: ",")) }
                let first = out.count
                append(element, shape, to: &out)
                elements.append(first..<out.count)
            }
            element = document.next(element)
        }
        let isSorted = elements.indices.dropFirst().allSatisfy {
            !out[elements[$0]].lexicographicallyPrecedes(out[elements[$0 - 1]])
        }
        if isSorted { return }
        let written = out
        elements.sort { written[$0].lexicographicallyPrecedes(written[$1]) }
        out.removeLast(out.count - start)
        for (position, element) in elements.enumerated() {
            if position > 0 { out.append(UInt8(ascii: ",")) }
            out.append(contentsOf: written[element])
        }
    }
}
