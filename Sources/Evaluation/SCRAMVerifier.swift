internal import Crypto
internal import FoundationEssentials

/// What PostgreSQL keeps of a password: `SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey` (RFC 5803).
struct SCRAMVerifier {
    let text: String

    /// The verifier of an ASCII password.
    init(password: String, salt: [UInt8] = Self.randomSalt(), iterations: Int = 4096) {
        let salted = SymmetricKey(data: Self.hi(Array(password.utf8), salt: salt, iterations: iterations))
        let clientKey = HMAC<SHA256>.authenticationCode(for: Array("Client Key".utf8), using: salted)
        let storedKey = SHA256.hash(data: Array(clientKey))
        let serverKey = HMAC<SHA256>.authenticationCode(for: Array("Server Key".utf8), using: salted)
        func base64(_ bytes: some Sequence<UInt8>) -> String { Data(bytes).base64EncodedString() }
        text = "SCRAM-SHA-256$\(iterations):\(base64(salt))$\(base64(storedKey)):\(base64(serverKey))"
    }

    /// `Hi` of RFC 5802 §2.2, which is PBKDF2 with one block.
    private static func hi(_ password: [UInt8], salt: [UInt8], iterations: Int) -> [UInt8] {
        let key = SymmetricKey(data: password)
        var block = Array(HMAC<SHA256>.authenticationCode(for: salt + [0, 0, 0, 1], using: key))
        var result = block
        for _ in 1..<iterations {
            block = Array(HMAC<SHA256>.authenticationCode(for: block, using: key))
            for index in result.indices { result[index] ^= block[index] }
        }
        return result
    }

    private static func randomSalt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
