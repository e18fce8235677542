/// Bytes as lower-case hexadecimal digits.
enum Hexadecimal {
    private static let digits = [UInt8]("0123456789abcdef".utf8)

    static func string(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]] }, as: UTF8.self)
    }

    /// The bytes of digits; empty when the text has others.
    static func bytes(_ text: String) -> [UInt8] {
        let nibbles = text.utf8.compactMap { character in digits.firstIndex(of: character).map(UInt8.init) }
        guard nibbles.count == text.utf8.count, nibbles.count % 2 == 0 else { return [] }
        return stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
    }
}
