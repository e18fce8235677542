internal import Glibc

/// Text compared by its bytes, as PostgreSQL compares it.
///
/// `String` calls texts equal that Unicode calls equivalent, such as é written as one scalar or as two; identifiers
/// that differ so are different identifiers.
struct ByteString: Hashable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: ByteString, right: ByteString) -> Bool {
        let (left, right) = (left.text.utf8, right.text.utf8)
        guard left.count == right.count else { return false }
        // The pointers live as long as the calls, and the counts are equal.
        return unsafe left.span.withUnsafeBytes { left in
            unsafe right.span.withUnsafeBytes { right in
                guard let first = left.baseAddress, let second = right.baseAddress else { return true }
                return unsafe memcmp(first, second, left.count) == 0
            }
        }
    }

    func hash(into hasher: inout Hasher) {
        // The pointer lives as long as the call.
        unsafe text.utf8.span.withUnsafeBytes { bytes in unsafe hasher.combine(bytes: bytes) }
        hasher.combine(0xFF as UInt8)
    }

    /// The order of bytes, in which every writer adds to the dictionaries.
    static func precedes(_ left: ByteString, _ right: ByteString) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
