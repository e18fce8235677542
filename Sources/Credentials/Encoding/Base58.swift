/// Base58 with Bitcoin's alphabet, as multibase `z` uses it.
///
/// The work grows with the square of the length, so that long texts aren't read.
enum Base58 {
    /// The length beyond which a text isn't read; signatures and keys need less than a hundred characters.
    static let maximumLength = 256

    private static let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
    private static let digits: [UInt8: Int] = Dictionary(
        uniqueKeysWithValues: alphabet.enumerated().map { ($0.element, $0.offset) })

    /// The text of the bytes.
    static func string(_ bytes: [UInt8]) -> String {
        let zeros = bytes.prefix { $0 == 0 }.count
        // The digits of the number, the last one first.
        var number: [Int] = []
        for byte in bytes.dropFirst(zeros) {
            var carry = Int(byte)
            for index in number.indices {
                carry += number[index] << 8
                number[index] = carry % 58
                carry /= 58
            }
            while carry > 0 {
                number.append(carry % 58)
                carry /= 58
            }
        }
        let text = [UInt8](repeating: alphabet[0], count: zeros) + number.reversed().map { alphabet[$0] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text; nil where a character is foreign or the text too long.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count <= maximumLength else { return nil }
        let zeros = text.prefix { $0 == alphabet[0] }.count
        var number: [UInt8] = []
        for character in text.dropFirst(zeros) {
            guard var carry = digits[character] else { return nil }
            for index in number.indices {
                carry += Int(number[index]) * 58
                number[index] = UInt8(truncatingIfNeeded: carry)
                carry >>= 8
            }
            while carry > 0 {
                number.append(UInt8(truncatingIfNeeded: carry))
                carry >>= 8
            }
        }
        return [UInt8](repeating: 0, count: zeros) + number.reversed()
    }
}
