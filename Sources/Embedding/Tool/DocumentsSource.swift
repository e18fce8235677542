import FoundationEssentials

/// The generated source of documents: `EmbeddedDocuments`, with a member named after each file.
struct DocumentsSource {
    let paths: ArraySlice<String>

    /// The whole source text.
    var text: String {
        get throws {
            let members = try paths.sorted().map { path in
                let name = URL(filePath: path).deletingPathExtension().lastPathComponent
                guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
                    name.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
                else { throw EmbeddingError("\(path): error: its name has to be letters a-z, to be one of Swift") }
                return "    static let \(name) = \(SwiftLiteral.multiline(try EmbeddedText.read(path, named: path)))\n"
            }
            return """
                /// Documents that stand beside the code, by the names of their files.
                enum EmbeddedDocuments {
                \(members.joined(separator: "\n"))}

                """
        }
    }
}
