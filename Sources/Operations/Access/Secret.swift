internal import Crypto

/// The secret half of an API key: 256 random bits, shown once and kept only as SHA-256.
public enum Secret {
    /// A new secret, 43 characters of base64url.
    public static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return base64URL(bytes)
    }

    /// What is kept of a secret.
    static func hash(_ secret: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(secret.utf8)))
    }

    /// Whether a secret is the one that was hashed; takes the same time wherever they differ.
    static func matches(_ secret: String, hash: [UInt8]) -> Bool {
        let candidate = Self.hash(secret)
        guard candidate.count == hash.count else { return false }
        return zip(candidate, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = (buffer << 8) | Int(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[(buffer >> bits) & 63])
            }
        }
        if bits > 0 { text.append(alphabet[(buffer << (6 - bits)) & 63]) }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Secret {
    /// Tells in memory whether a text with a secret in it was seen before, without keeping the secret: its SHA-256.
    public static func fingerprint(_ text: String) -> [UInt8] { hash(text) }
}

extension APIKey {
    /// Whether a secret is this key's.
    public func accepts(secret: String) -> Bool {
        Secret.matches(secret, hash: secretHash)
    }
}
