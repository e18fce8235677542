/// One entry of the tape: where a value or a member's name stands in the bytes.
///
/// Sixteen bytes, so that four nodes share a cache line. The nodes of a document stand in the order of its text: a
/// container is followed by its content, a member's name by its value.
@frozen
public struct JSONNode: Sendable {
    /// The offset of the first byte; for a string that of its opening quote.
    public let start: UInt32
    /// The offset behind the last byte.
    public internal(set) var end: UInt32
    /// The index of the node behind this value and all its content; for a member's name a fingerprint of its bytes.
    public internal(set) var next: UInt32
    @usableFromInline let info: UInt32

    @usableFromInline static let keyFlag: UInt32 = 0x100
    @usableFromInline static let escapedFlag: UInt32 = 0x200
    @usableFromInline static let trueFlag: UInt32 = 0x400

    @usableFromInline static let nameShift: UInt32 = 16

    @inline(__always)
    init(kind: JSONKind, start: Int, end: Int, next: Int, flags: UInt32 = 0) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.next = UInt32(truncatingIfNeeded: next)
        self.info = UInt32(kind.rawValue) | flags
    }

    /// The kind of the value.
    @inlinable
    public var kind: JSONKind {
        switch info & 0xFF {
        case 0: .object
        case 1: .array
        case 2: .string
        case 3: .number
        case 4: .boolean
        default: .null
        }
    }

    /// Whether this is the name of an object's member.
    @inlinable
    public var isKey: Bool { info & Self.keyFlag != 0 }

    /// A number that depends on a name's bytes alone: equal names have the same one, differing names rarely.
    ///
    /// Only for nodes that are names; ``fingerprint(of:)`` gives that of a name known beforehand.
    @inlinable
    public var fingerprint: UInt32 { next }

    /// The number of a member's name among the ``JSONNames`` the text was parsed with; 0 for any other.
    @inlinable
    public var name: Int { Int(info &>> Self.nameShift) }

    /// Whether the string has escape sequences, so that its bytes differ from its text.
    @inlinable
    public var isEscaped: Bool { info & Self.escapedFlag != 0 }

    /// Whether the value is `true`.
    @inlinable
    public var isTrue: Bool { info & Self.trueFlag != 0 }
}
