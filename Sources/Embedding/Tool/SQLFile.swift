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
            .map { SQLFile(path: $0, text: try EmbeddedText.read("\(root)/\($0)", named: "sql/\($0)")) }
    }
}
