import ArgumentParser
import JSON

/// A JSON document that defines something, from a file or standard input.
enum DefinitionFile {
    /// A longer document defines nothing sensible.
    private static let maximumBytes = 16 << 20

    /// Reads a document and checks that it is JSON; `-` is standard input.
    static func read(_ path: String) async throws -> [UInt8] {
        let bytes = try await InputFile.with(path) { file in
            var bytes: [UInt8] = []
            while let piece = try await file.next() {
                bytes += piece
                guard bytes.count <= maximumBytes else {
                    throw ValidationError("\(path): longer than \(maximumBytes >> 20) MiB.")
                }
            }
            return bytes
        }
        do { _ = try JSONDocument(parsing: bytes, limits: JSONLimits(boundsNumbers: true)) } catch {
            throw ValidationError(
                "\(path): no JSON, \(error.reason) (line \(error.line), column \(error.column)).")
        }
        return bytes
    }

    /// The member of a document that names what it defines, such as `code`.
    static func name(_ member: String, in document: [UInt8], of path: String) throws -> String {
        guard let name = try JSONDocument(parsing: document).root[member]?.string else {
            throw ValidationError("\(path): /\(member) is required, and must be a string.")
        }
        return name
    }
}
