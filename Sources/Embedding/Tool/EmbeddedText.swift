import FoundationEssentials

/// Text that is to be a literal.
enum EmbeddedText {
    /// The text of a file, refused where a Swift literal could not give the same bytes back.
    static func read(_ file: String, named path: String) throws -> String {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw EmbeddingError("\(path): error: not valid UTF-8")
        }
        guard !bytes.contains(0), !bytes.contains(0x0D) else {
            throw EmbeddingError("\(path): error: contains a NUL or a carriage return")
        }
        return text
    }
}
