/// Names of members that are known beforehand, so that the scanner recognizes them and nobody compares bytes later.
///
/// ```swift
/// let names = JSONNames(["id", "actor"])
/// let document = try JSONDocument(parsing: body, names: names)
/// document.entry(1).name      // 1 where the first member's name is "id", 2 for "actor", 0 for any other
/// ```
@safe
public final class JSONNames: @unchecked Sendable {
    // Sendable, because nothing changes after the initializer.

    /// The table, as the scanner holds it: without counting references.
    let table: NameTable

    /// Names, which are numbered from 1 on; they have to differ.
    public init(_ names: [String]) {
        let bytes = names.map { Array($0.utf8) }
        let fingerprints = bytes.map(Fingerprint.of)
        // Eight places a name: a multiplier by which no two share one is then found soon.
        var bits: UInt32 = 4
        while 1 << bits < names.count * 8 { bits += 1 }
        var multiplier: UInt32 = 0x1327_3161
        while !Self.separates(fingerprints, multiplier, 32 - bits) { multiplier = multiplier &* 0x9E37_79B1 &+ 2 }
        var entries = [NameTable.Entry](repeating: NameTable.Entry(), count: 1 << Int(bits))
        var text: [UInt8] = []
        for (index, name) in bytes.enumerated() {
            entries[NameTable.slot(fingerprints[index], multiplier, 32 - bits)] = NameTable.Entry(
                fingerprint: fingerprints[index], number: UInt16(index + 1), length: UInt16(name.count),
                offset: UInt32(text.count))
            text += name
        }
        table = NameTable(entries: entries, text: text, multiplier: multiplier, shift: 32 - bits)
    }

    deinit {
        table.free()
    }

    private static func separates(_ fingerprints: [UInt32], _ multiplier: UInt32, _ shift: UInt32) -> Bool {
        var taken: Set<Int> = []
        for fingerprint in fingerprints {
            guard taken.insert(NameTable.slot(fingerprint, multiplier, shift)).inserted else { return false }
        }
        return true
    }
}

/// The table of ``JSONNames``, which owns its memory.
@safe
struct NameTable: BitwiseCopyable {
    /// A name in the table; none where `number` is 0.
    struct Entry: BitwiseCopyable {
        var fingerprint: UInt32 = 0
        var number: UInt16 = 0
        var length: UInt16 = 0
        /// Where its bytes stand in `text`.
        var offset: UInt32 = 0
    }

    private let entries: UnsafeMutablePointer<Entry>
    private let text: UnsafeMutablePointer<UInt8>
    private let multiplier: UInt32
    private let shift: UInt32

    /// Copies a table; ``free()`` gives the memory back.
    init(entries: [Entry], text: [UInt8], multiplier: UInt32, shift: UInt32) {
        // As many elements are initialized as are allocated.
        let copy = UnsafeMutableBufferPointer<Entry>.allocate(capacity: entries.count)
        _ = unsafe copy.initialize(fromContentsOf: entries)
        let textCopy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(text.count, 1))
        _ = unsafe textCopy.initialize(fromContentsOf: text)
        unsafe self.entries = copy.baseAddress.unsafelyUnwrapped
        unsafe self.text = textCopy.baseAddress.unsafelyUnwrapped
        self.multiplier = multiplier
        self.shift = shift
    }

    /// Gives the memory back; the table must not be used any more.
    func free() {
        unsafe entries.deallocate()
        unsafe text.deallocate()
    }

    /// The place of a name with a fingerprint; less than the table's size by its shift.
    @inline(__always)
    static func slot(_ fingerprint: UInt32, _ multiplier: UInt32, _ shift: UInt32) -> Int {
        Int((fingerprint &* multiplier) &>> shift)
    }

    /// The number of the name with these bytes; 0 when it is none of them.
    ///
    /// Reads `length` bytes from `start`, which the caller vouches for.
    @inline(__always)
    func number(_ fingerprint: UInt32, at start: UnsafePointer<UInt8>, length: Int) -> UInt32 {
        let entry = unsafe entries[Self.slot(fingerprint, multiplier, shift)]
        guard entry.fingerprint == fingerprint, Int(entry.length) == length, entry.number != 0,
            unsafe Self.areSame(UnsafeRawPointer(start), UnsafeRawPointer(text + Int(entry.offset)), length)
        else { return 0 }
        return UInt32(entry.number)
    }

    /// Whether so many bytes are the same, by words that may overlap.
    @inline(__always)
    private static func areSame(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer, _ length: Int) -> Bool {
        if length >= 8 {
            var offset = 0
            while offset &+ 8 < length {
                guard unsafe areSame(one, other, at: offset, UInt64.self) else { return false }
                offset &+= 8
            }
            return unsafe areSame(one, other, at: length &- 8, UInt64.self)
        }
        if length >= 4 {
            return unsafe areSame(one, other, at: 0, UInt32.self)
                && areSame(one, other, at: length &- 4, UInt32.self)
        }
        for offset in 0..<length {
            guard unsafe areSame(one, other, at: offset, UInt8.self) else { return false }
        }
        return true
    }

    @inline(__always)
    private static func areSame<Word: FixedWidthInteger & BitwiseCopyable>(
        _ one: UnsafeRawPointer, _ other: UnsafeRawPointer, at offset: Int, _ type: Word.Type
    ) -> Bool {
        unsafe one.loadUnaligned(fromByteOffset: offset, as: type)
            == other.loadUnaligned(fromByteOffset: offset, as: type)
    }
}
