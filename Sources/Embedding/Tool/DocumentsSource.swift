import FoundationEssentials

/// The generated source of documents: `EmbeddedDocuments`, with a member named after each file.
struct DocumentsSource {
    let paths: ArraySlice<String>

    /// The whole source text.
    var text: String {
        get throws {
            let members = try paths.sorted().map { path in
                let name = try name(of: path)
                return "    static let \(name) = \(SwiftLiteral.multiline(try EmbeddedText.read(path, named: path)))\n"
            }
            return """
                /// Documents that stand beside the code, by the names of their files.
                enum EmbeddedDocuments {
                \(members.joined(separator: "\n"))}

                """
        }
    }

    /// `report_schema.json` is `reportSchema`.
    private func name(of path: String) throws -> String {
        let words = URL(filePath: path).deletingPathExtension().lastPathComponent.split(separator: "_")
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        guard let first = words.first, words.allSatisfy({ $0.utf8.allSatisfy(letters.contains) }) else {
            throw EmbeddingError("\(path): error: its name has to be words of a-z with _ between them")
        }
        return words.dropFirst().reduce(String(first)) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }
}
