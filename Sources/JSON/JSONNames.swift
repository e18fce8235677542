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

    /// Names, which are numbered from 1 on; they have to differ.
    public init(_ names: [StaticString]) {
        let bytes = names.map { Array(String(describing: $0).utf8) }
        let fingerprints = bytes.map(Fingerprint.of)
        // Eight places a name: a multiplier by which no two share one is then found soon.
        var bits: UInt32 = 4
        while 1 << bits < names.count * 8 { bits += 1 }
        shift = 32 - bits
        var multiplier: UInt32 = 0x1327_3161
        while !Self.separates(fingerprints, multiplier, 32 - bits) { multiplier = multiplier &* 0x9E37_79B1 &+ 2 }
        self.multiplier = multiplier
        // Both live as long as the table, which frees them; as many elements are initialized as are allocated.
        unsafe entries = UnsafeMutablePointer<Entry>.allocate(capacity: 1 << Int(bits))
        unsafe entries.initialize(repeating: Entry(), count: 1 << Int(bits))
        let all = bytes.flatMap(\.self)
        unsafe text = UnsafeMutablePointer<UInt8>.allocate(capacity: max(all.count, 1))
        unsafe text.initialize(repeating: 0, count: max(all.count, 1))
        for (index, byte) in all.enumerated() { unsafe text[index] = byte }
        var offset = 0
        for (index, name) in bytes.enumerated() {
            unsafe entries[slot(fingerprints[index])] = Entry(
                fingerprint: fingerprints[index], number: UInt16(index + 1), length: UInt16(name.count),
                offset: UInt32(offset))
            offset += name.count
        }
    }

    deinit {
        unsafe entries.deallocate()
        unsafe text.deallocate()
    }

    /// The number of the name with these bytes; 0 when it is none of them.
    ///
    /// Reads `length` bytes from `start`, which the caller vouches for.
    @inline(__always)
    func number(_ fingerprint: UInt32, at start: UnsafePointer<UInt8>, length: Int) -> UInt32 {
        // A slot is less than the table's size by its shift.
        let entry = unsafe entries[slot(fingerprint)]
        guard entry.fingerprint == fingerprint, Int(entry.length) == length, entry.number != 0,
            unsafe Self.areSame(UnsafeRawPointer(start), UnsafeRawPointer(text + Int(entry.offset)), length)
        else { return 0 }
        return UInt32(entry.number)
    }

    @inline(__always)
    private func slot(_ fingerprint: UInt32) -> Int { Int((fingerprint &* multiplier) &>> shift) }

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

    private static func separates(_ fingerprints: [UInt32], _ multiplier: UInt32, _ shift: UInt32) -> Bool {
        var taken: Set<UInt32> = []
        for fingerprint in fingerprints {
            guard taken.insert((fingerprint &* multiplier) &>> shift).inserted else { return false }
        }
        return true
    }
}
