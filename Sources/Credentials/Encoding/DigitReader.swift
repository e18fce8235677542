/// Reads the parts of a date-time from its bytes.
struct DigitReader {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    mutating func number(digits: Int) -> Int? {
        guard bytes.count - position >= digits else { return nil }
        var number = 0
        for byte in bytes[position..<position + digits] {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        position += digits
        return number
    }

    /// Nanoseconds of a fraction of a second; 0 without one, nil when a point has no digits after it.
    mutating func fraction() -> Int? {
        guard skip(".") else { return 0 }
        var nanoseconds = 0
        var weight = 100_000_000
        var count = 0
        while let digit = number(digits: 1) {
            nanoseconds += digit * weight
            weight /= 10
            count += 1
        }
        return count > 0 ? nanoseconds : nil
    }

    /// Seconds east of UTC; nil without a zone.
    mutating func zone() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign: Int
        if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
        guard let hours = number(digits: 2), skip(":"), let minutes = number(digits: 2), hours <= 14, minutes < 60
        else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}
