import FoundationEssentials

/// A file below `sql/`.
struct SQLFile {
    /// The path below `sql/`, as `queries/lrs/insert_statements.sql`.
    let path: String
    let text: String

    /// Every file below `root` that is SQL, or a document to be published, sorted by path.
    static func all(under root: String) throws -> [SQLFile] {
        // The listing of a folder that is a symbolic link would be empty.
        let root = URL(filePath: root).resolvingSymlinksInPath().path
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root)
        return try paths.filter { $0.hasSuffix(".sql") || $0.hasSuffix(".jsonld") }
            .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map { SQLFile(path: $0, text: try text(ofFile: "\(root)/\($0)", named: $0)) }
    }

    /// The text, refused where a Swift literal could not give the same bytes back.
    private static func text(ofFile file: String, named path: String) throws -> String {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw EmbeddingError("sql/\(path): error: not valid UTF-8")
        }
        guard !bytes.contains(0), !bytes.contains(0x0D) else {
            throw EmbeddingError("sql/\(path): error: contains a NUL or a carriage return")
        }
        return text
    }
}
