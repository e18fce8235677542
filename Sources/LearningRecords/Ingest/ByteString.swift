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
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
        hasher.combine(0xFF as UInt8)
    }

    /// The order of bytes, in which every writer adds to the dictionaries.
    static func precedes(_ left: ByteString, _ right: ByteString) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
