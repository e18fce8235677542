import FoundationEssentials
import Glibc

/// Writes the Swift source that carries `sql/`: `EmbedSQLTool <sql folder> <output file> <file to touch>`.
@main
struct EmbedSQLTool {
    static func main() {
        do {
            let arguments = CommandLine.arguments
            guard arguments.count == 4 else {
                throw EmbeddingError("usage: EmbedSQLTool <sql folder> <output file> <file to touch>")
            }
            try embed(folder: arguments[1], into: arguments[2])
            try Data().write(to: URL(filePath: arguments[3]))
        } catch {
            print(error)
            exit(1)
        }
    }

    /// Writes the source unless it is there already: an untouched file spares compiling it again.
    private static func embed(folder: String, into output: String) throws {
        let source = Data(try SchemaSource(files: SQLFile.all(under: folder)).text.utf8)
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
