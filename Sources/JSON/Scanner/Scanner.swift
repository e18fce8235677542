/// Reads a text once, from left to right and without recursion, and writes the tape.
///
/// Deep nesting costs an entry of `open`, never stack; it ends at the limit before anything behind it is read.
///
/// All that is hot is inlined into ``scan()``, which works on a copy of its own whose address nobody has: so the
/// optimizer keeps the place in the text and the end of the tape in registers.
@safe
struct Scanner {
    /// A container that is not closed yet.
    struct Frame: BitwiseCopyable {
        /// Its node.
        var node: Int
        /// Whether it is an object.
        var isObject: Bool
        /// Whether two of its names may be the same.
        var mayRepeat = false
        /// A bit for each known name that has come, and for the fingerprint of each other.
        var known: UInt64 = 0
        var others: UInt64 = 0
    }

    let base: UnsafePointer<UInt8>
    let count: Int
    let limits: JSONLimits
    let names: NameTable?
    var offset = 0
    /// Whether a member's name is being read.
    var isInName = false
    var nodes: GrowingBuffer<JSONNode>
    /// The containers that are not closed yet, innermost last.
    var open: GrowingBuffer<Frame>

    /// A scanner of the bytes at `base`, which must outlive it.
    init(base: UnsafePointer<UInt8>, count: Int, limits: JSONLimits, names: NameTable?) {
        unsafe self.base = base
        self.count = count
        self.limits = limits
        self.names = names
        self.nodes = GrowingBuffer(capacity: count / 10 + 16)
        self.open = GrowingBuffer(capacity: 16)
    }

    /// Scans the whole text; the scanner is used up by it, the tape belongs to the caller.
    func scan() throws(JSONError) -> UnsafeBufferPointer<JSONNode> {
        var scanner = self
        do throws(JSONError) {
            try scanner.scanText()
        } catch {
            scanner.nodes.free()
            scanner.open.free()
            throw error
        }
        scanner.open.free()
        return unsafe scanner.nodes.elements
    }

    @inline(__always)
    private mutating func scanText() throws(JSONError) {
        guard count <= limits.maximumBytes else {
            throw failure(.size, at: 0, "The text has \(count) bytes, more than \(limits.maximumBytes).")
        }
        if byte(0) == 0xEF { throw failure(.syntax, at: 0, "The text begins with a byte order mark.") }
        while true {
            if isInName { try scanName() }
            if try scanValue() { continue }
            if try closeContainers() { break }
        }
        skipWhiteSpace()
        guard offset == count else {
            throw failure(.syntax, at: offset, "Something follows the end of the value.")
        }
    }

    /// Scans a scalar or an empty container up to its end; true when it has opened a container whose content follows.
    @inline(__always)
    private mutating func scanValue() throws(JSONError) -> Bool {
        skipWhiteSpace()
        switch byte(offset) {
        case UInt8(ascii: "\""):
            try scanString(isKey: false)
        case UInt8(ascii: "{"):
            return try openContainer(.object, UInt8(ascii: "}"))
        case UInt8(ascii: "["):
            return try openContainer(.array, UInt8(ascii: "]"))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try scanNumber()
        case UInt8(ascii: "t"): try appendWord("true", .boolean, flags: JSONNode.trueFlag)
        case UInt8(ascii: "f"): try appendWord("false", .boolean, flags: 0)
        case UInt8(ascii: "n"): try appendWord("null", .null, flags: 0)
        default:
            throw expected("A value was expected.")
        }
        return false
    }

    @inline(__always)
    private mutating func appendWord(_ word: StaticString, _ kind: JSONKind, flags: UInt32) throws(JSONError) {
        let end = try wordEnd(word)
        nodes.append(JSONNode(kind: kind, start: offset, end: end, next: nodes.count &+ 1, flags: flags))
        offset = end
    }

    /// Closes what ends behind a value; false when another value follows.
    @inline(__always)
    private mutating func closeContainers() throws(JSONError) -> Bool {
        while open.count > 0 {
            let isObject = open.last.isObject
            skipWhiteSpace()
            switch byte(offset) {
            case UInt8(ascii: ","):
                offset &+= 1
                isInName = isObject
                return false
            case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
                offset &+= 1
                try closeContainer()
            default:
                throw expected(isObject ? "A comma or } was expected." : "A comma or ] was expected.")
            }
        }
        return true
    }

    /// Opens a container; true when something is in it.
    @inline(__always)
    private mutating func openContainer(_ kind: JSONKind, _ closing: UInt8) throws(JSONError) -> Bool {
        guard open.count < limits.maximumDepth else {
            throw tooDeep()
        }
        open.append(Frame(node: nodes.count, isObject: kind == .object))
        nodes.append(JSONNode(kind: kind, start: offset, end: 0, next: 0))
        offset &+= 1
        skipWhiteSpace()
        guard byte(offset) != closing else { return false }
        isInName = kind == .object
        return true
    }

    @inline(__always)
    private mutating func closeContainer() throws(JSONError) {
        let node = open.last.node
        if open.last.mayRepeat { try checkUniqueKeys(of: node) }
        open.removeLast()
        nodes[node].end = UInt32(truncatingIfNeeded: offset)
        nodes[node].next = UInt32(truncatingIfNeeded: nodes.count)
    }

    @inline(__always)
    private mutating func scanName() throws(JSONError) {
        skipWhiteSpace()
        guard byte(offset) == UInt8(ascii: "\"") else {
            throw expected("A name was expected.")
        }
        try scanString(isKey: true)
        isInName = false
        skipWhiteSpace()
        guard byte(offset) == UInt8(ascii: ":") else {
            throw expected("A colon was expected.")
        }
        offset &+= 1
    }
}
