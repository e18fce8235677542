extension Scanner {
    /// The byte at an index; 0, which no text may hold outside of strings, behind the end.
    @inline(__always)
    func byte(_ index: Int) -> UInt8 {
        index < count ? unsafe base[index] : 0
    }

    /// Eight bytes as one little-endian word; only where they exist.
    @inline(__always)
    func word(_ index: Int) -> UInt64 {
        unsafe UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    mutating func skipWhiteSpace() {
        while offset < count {
            switch unsafe base[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset &+= 1
            default: return
            }
        }
    }
}
