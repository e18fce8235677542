/// The generated source: `SchemaFiles` and `Queries`.
struct SchemaSource {
    let files: [SQLFile]

    /// The whole source text.
    var text: String {
        get throws {
            """
            public import LibPQ

            /// The files of `sql/`, each list sorted by path.
            public enum SchemaFiles {
            \(list("migrations", from: "migrations/", about: "Numbered steps, applied once and forward only."))

            \(list("functions", from: "functions/", about: "Functions, re-applied when their text changed."))

            \(list("views", from: "views/", about: "Views, re-applied when their text changed."))

            \(list("seeds", from: "seed/", about: "Data that comes with the software."))

            \(list("profiles", from: "seed/", ending: ".jsonld", about: "Versions of xAPI profiles, to be published."))
            }

            /// The statements of `sql/queries/`, each named by its folder and file.
            public enum Queries {
            \(try queries)
            }

            """
        }
    }

    private func list(_ name: String, from folder: String, ending: String = ".sql", about: String) -> String {
        let entries = files.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(ending) }
            .map { "SchemaFile(name: \(SwiftLiteral.plain($0.path)), text: \(SwiftLiteral.multiline($0.text))),\n" }
        return """
            /// \(about)
            public static let \(name): [SchemaFile] = [
            \(entries.joined())]
            """
    }

    private var queries: String {
        get throws {
            var pathOfName: [String: String] = [:]
            let folder = "queries/"
            return try files.filter { $0.path.hasPrefix(folder) }.map { file in
                let path = String(file.path.dropFirst(folder.count).dropLast(".sql".count))
                let name = try QueryName(path: path)
                if let other = pathOfName.updateValue(file.path, forKey: name.identifier) {
                    throw EmbeddingError(
                        "sql/\(file.path): error: has the same name, \(name.identifier), as sql/\(other)"
                    )
                }
                return """
                    /// `\(path)`\(documentation(of: file))
                    public static let \(name.identifier) = PreparedStatement(
                        name: \(SwiftLiteral.plain(path)),
                        sql: \(SwiftLiteral.multiline(file.text))
                    )
                    """
            }.joined(separator: "\n\n")
        }
    }

    /// The file's leading `--` comment as further lines of documentation.
    private func documentation(of file: SQLFile) -> String {
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("--") }
        guard !lines.isEmpty else { return "" }
        return "\n///\n" + lines.map { "///\($0.dropFirst(2))" }.joined(separator: "\n")
    }
}
