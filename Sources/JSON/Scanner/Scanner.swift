/// Reads a text once, from left to right and without recursion, and writes the tape.
///
/// Deep nesting costs an entry of `open`, never stack; it ends at the limit before anything behind it is read.
@safe
struct Scanner {
    /// A container that is not closed yet.
    struct Frame: BitwiseCopyable {
        /// Its node.
        var node: Int
        /// Where its names begin in `keys`.
        var firstKey: Int
        /// Whether it is an object.
        var isObject: Bool
    }

    let base: UnsafePointer<UInt8>
    let count: Int
    let limits: JSONLimits
    var offset = 0
    /// Whether a member's name is being read.
    var isInName = false
    var nodes: GrowingBuffer<JSONNode>
    /// The containers that are not closed yet, innermost last.
    var open: GrowingBuffer<Frame>
    /// The names of all open objects, innermost last.
    var keys: GrowingBuffer<Int>

    /// A scanner of the bytes at `base`, which must outlive it.
    init(base: UnsafePointer<UInt8>, count: Int, limits: JSONLimits) {
        unsafe self.base = base
        self.count = count
        self.limits = limits
        self.nodes = GrowingBuffer(capacity: count / 10 + 16)
        self.open = GrowingBuffer(capacity: 16)
        self.keys = GrowingBuffer(capacity: 32)
    }

    /// Scans the whole text; the scanner is used up by it, the tape belongs to the caller.
    mutating func scan() throws(JSONError) -> UnsafeBufferPointer<JSONNode> {
        defer {
            open.free()
            keys.free()
        }
        do {
            try scanText()
        } catch {
            nodes.free()
            throw error
        }
        return unsafe nodes.elements
    }

    private mutating func scanText() throws(JSONError) {
        guard count <= limits.maximumBytes else {
            throw failure(.size, at: 0, "The text has \(count) bytes, more than \(limits.maximumBytes).")
        }
        if byte(0) == 0xEF { throw failure(.syntax, at: 0, "The text begins with a byte order mark.") }
        repeat { try scanValue() } while try !closeContainers()
        skipWhiteSpace()
        guard offset == count else {
            throw failure(.syntax, at: offset, "Something follows the end of the value.")
        }
    }

    /// Scans a scalar or an empty container, or goes down to the first value of a container.
    private mutating func scanValue() throws(JSONError) {
        while true {
            skipWhiteSpace()
            switch byte(offset) {
            case UInt8(ascii: "\""):
                return try scanString(isKey: false)
            case UInt8(ascii: "{"):
                try openContainer(.object)
                if peekClosing(UInt8(ascii: "}")) { return }
                try scanKey()
            case UInt8(ascii: "["):
                try openContainer(.array)
                if peekClosing(UInt8(ascii: "]")) { return }
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                return try scanNumber()
            case UInt8(ascii: "t"):
                return try scanWord("true", .boolean, flags: JSONNode.trueFlag)
            case UInt8(ascii: "f"):
                return try scanWord("false", .boolean, flags: 0)
            case UInt8(ascii: "n"):
                return try scanWord("null", .null, flags: 0)
            default:
                throw failure(
                    .syntax, at: offset, offset < count ? "A value was expected." : "The text ends too early.")
            }
        }
    }

    /// Closes what ends behind a value; false when another value follows.
    private mutating func closeContainers() throws(JSONError) -> Bool {
        while let frame = open.last {
            skipWhiteSpace()
            switch byte(offset) {
            case UInt8(ascii: ",") where nodes.count > frame.node + 1:
                offset += 1
                if frame.isObject { try scanKey() }
                return false
            case UInt8(ascii: "}") where frame.isObject, UInt8(ascii: "]") where !frame.isObject:
                offset += 1
                try closeContainer(frame)
            default:
                let expected = frame.isObject ? "A comma or } was expected." : "A comma or ] was expected."
                throw failure(.syntax, at: offset, offset < count ? expected : "The text ends too early.")
            }
        }
        return true
    }

    private mutating func openContainer(_ kind: JSONKind) throws(JSONError) {
        guard open.count < limits.maximumDepth else {
            throw failure(.depth, at: offset, "Nested deeper than \(limits.maximumDepth).")
        }
        open.append(Frame(node: nodes.count, firstKey: keys.count, isObject: kind == .object))
        nodes.append(JSONNode(kind: kind, start: offset, end: 0, next: 0))
        offset += 1
    }

    private mutating func closeContainer(_ frame: Frame) throws(JSONError) {
        if frame.isObject {
            try checkUniqueKeys(from: frame.firstKey)
            keys.truncate(to: frame.firstKey)
        }
        open.truncate(to: open.count - 1)
        nodes[frame.node].end = UInt32(truncatingIfNeeded: offset)
        nodes[frame.node].next = UInt32(truncatingIfNeeded: nodes.count)
    }

    private mutating func scanKey() throws(JSONError) {
        skipWhiteSpace()
        isInName = true
        guard byte(offset) == UInt8(ascii: "\"") else {
            throw failure(.syntax, at: offset, offset < count ? "A name was expected." : "The text ends too early.")
        }
        try scanString(isKey: true)
        isInName = false
        keys.append(nodes.count - 1)
        skipWhiteSpace()
        guard byte(offset) == UInt8(ascii: ":") else {
            throw failure(.syntax, at: offset, offset < count ? "A colon was expected." : "The text ends too early.")
        }
        offset += 1
    }

    private mutating func peekClosing(_ closing: UInt8) -> Bool {
        skipWhiteSpace()
        return byte(offset) == closing
    }
}
