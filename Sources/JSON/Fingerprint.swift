/// Fingerprints of names: a mix of their first and last four bytes and their length.
enum Fingerprint {
    @inline(__always)
    static func mix(_ head: UInt32, _ tail: UInt32, _ length: Int) -> UInt32 {
        head &* 0x9E37_79B1 ^ (tail &* 0x85EB_CA77) &>> 5 ^ tail ^ UInt32(truncatingIfNeeded: length) << 24
    }

    /// The fingerprint of a name that isn't in a scanned text.
    static func of(_ name: [UInt8]) -> UInt32 {
        if name.count < 4 {
            let packed = name.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            return mix(packed, packed, name.count)
        }
        func word(_ bytes: ArraySlice<UInt8>) -> UInt32 {
            bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        return mix(word(name.prefix(4)), word(name.suffix(4)), name.count)
    }
}

extension JSONNode {
    /// The fingerprint that the node of this name has.
    public static func fingerprint(of name: String) -> UInt32 { Fingerprint.of(Array(name.utf8)) }
}
