import FoundationEssentials
import Glibc

/// Writes Swift source that carries files in the binary:
/// `EmbeddingTool sql <output file> <sql folder> <file to touch>` or `EmbeddingTool documents <output file> <file>...`.
@main
struct EmbeddingTool {
    static func main() {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            switch (arguments.first, arguments.count) {
            case ("sql", 4):
                try write(SchemaSource(files: SQLFile.all(under: arguments[2])).text, to: arguments[1])
                try Data().write(to: URL(filePath: arguments[3]))
            case ("documents", 3...):
                try write(DocumentsSource(paths: arguments.dropFirst(2)).text, to: arguments[1])
            default:
                throw EmbeddingError(
                    "usage: EmbeddingTool sql <output file> <sql folder> <file to touch>, or documents <output file> <file>..."
                )
            }
        } catch {
            print(error)
            exit(1)
        }
    }

    /// Writes the source unless it is there already: an untouched file spares compiling it again.
    private static func write(_ text: String, to output: String) throws {
        let source = Data(text.utf8)
        let file = URL(filePath: output)
        if let written = try? Data(contentsOf: file), written == source { return }
        try source.write(to: file, options: .atomic)
    }
}

/// Why the source can't be written; ends the build with its message.
struct EmbeddingError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
