/// Classes of ASCII characters, for parsers that read bytes.
extension UInt8 {
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inline(__always) var isAlphanumeric: Bool { isDigit || isLetter }
    @inline(__always) var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

    /// The value of a hexadecimal digit; only for one.
    @inline(__always) var hexValue: UInt8 { isDigit ? self &- 0x30 : (self | 0x20) &- 0x57 }

    /// The lower-case form of an ASCII letter; everything else stays.
    @inline(__always) var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
