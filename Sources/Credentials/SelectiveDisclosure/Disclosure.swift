import Crypto

/// A part of an SD-JWT that its holder shows or keeps (RFC 9901 §4.2).
///
/// The signed token has its digest; whoever isn't shown the disclosure learns nothing from that, since the salt is random.
struct Disclosure: Sendable {
    /// The disclosure as it stands in an SD-JWT: base64url of a JSON array.
    let text: [UInt8]

    /// A member of an object.
    init(_ name: String, _ value: JSONTree, salt: String = randomSalt()) {
        self.init([.string(salt), .string(name), value])
    }

    /// An element of an array.
    init(element value: JSONTree, salt: String = randomSalt()) {
        self.init([.string(salt), value])
    }

    private init(_ parts: [JSONTree]) {
        text = Base64URL.encode(JSONTree.array(parts).bytes)
    }

    /// What the signed token has of it: the SHA-256 of the text in base64url.
    var digest: String { Base64URL.string(SHA256.hash(data: text)) }

    /// 128 random bits in base64url.
    static func randomSalt() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URL.string((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
}
