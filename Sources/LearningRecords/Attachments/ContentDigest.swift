internal import Crypto

/// The digests of content that streams by: SHA-256, by which it is kept, and the one by which a statement names it.
struct ContentDigest {
    private enum Named {
        case sha224(SHA224), sha256, sha384(SHA384), sha512(SHA512)
    }

    private var kept = SHA256()
    private var named: Named

    /// - Parameter sha2: The hexadecimal digest that is told; its length says of which kind it is.
    init(like sha2: String) {
        named =
            switch sha2.utf8.count {
            case 56: .sha224(SHA224())
            case 96: .sha384(SHA384())
            case 128: .sha512(SHA512())
            default: .sha256
            }
    }

    mutating func update(_ bytes: ArraySlice<UInt8>) {
        kept.update(data: bytes)
        switch named {
        case .sha224(var digest):
            // Taken out and put back, so that its buffer is not copied.
            named = .sha256
            digest.update(bytes)
            named = .sha224(digest)
        case .sha256: break
        case .sha384(var digest):
            digest.update(data: bytes)
            named = .sha384(digest)
        case .sha512(var digest):
            digest.update(data: bytes)
            named = .sha512(digest)
        }
    }

    /// SHA-256.
    var sha256: [UInt8] { Array(kept.finalize()) }

    /// The digest of the kind that was told, in hexadecimal.
    var sha2: String {
        switch named {
        case .sha224(let digest): Self.hexadecimal(digest.finalized())
        case .sha256: Self.hexadecimal(sha256)
        case .sha384(let digest): Self.hexadecimal(Array(digest.finalize()))
        case .sha512(let digest): Self.hexadecimal(Array(digest.finalize()))
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
