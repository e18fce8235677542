import Crypto

/// The SHA-256 of a text.
struct Checksum: Sendable, Hashable {
    /// The digest as 64 hexadecimal digits.
    let hexadecimal: String

    init(of text: String) {
        let digits = Array("0123456789abcdef")
        hexadecimal = SHA256.hash(data: Array(text.utf8)).reduce(into: "") { text, byte in
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
    }
}
