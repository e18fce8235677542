/// Fingerprints of names: a mix of their first and last four bytes and their length.
enum Fingerprint {
    @inline(__always)
    static func mix(_ head: UInt32, _ tail: UInt32, _ length: Int) -> UInt32 {
        head &* 0x9E37_79B1 ^ (tail &* 0x85EB_CA77) &>> 5 ^ tail ^ UInt32(truncatingIfNeeded: length) << 24
    }

    /// The fingerprint of so many bytes, which the caller vouches for.
    @inline(__always)
    static func of(_ base: UnsafePointer<UInt8>, count: Int) -> UInt32 {
        if count >= 4 {
            let raw = unsafe UnsafeRawPointer(base)
            let head = unsafe UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self))
            let tail = unsafe UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
            return mix(head, tail, count)
        }
        var packed: UInt32 = 0
        for index in 0..<count { packed = unsafe packed &<< 8 | UInt32(base[index]) }
        return mix(packed, packed, count)
    }

    /// The fingerprint of a name that isn't in a scanned text.
    static func of(_ name: [UInt8]) -> UInt32 {
        unsafe name.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return mix(0, 0, 0) }
            return unsafe of(base, count: buffer.count)
        }
    }
}

extension JSONNode {
    /// The fingerprint that the node of this name has.
    public static func fingerprint(of name: String) -> UInt32 { Fingerprint.of(Array(name.utf8)) }
}
