import ArgumentParser
import JSON

/// A document that defines something, from a file or standard input: JSON, or YAML in files that are named so.
enum DefinitionFile {
    /// A longer document defines nothing sensible.
    private static let maximumBytes = 16 << 20

    /// Reads a document, as JSON; `-` is standard input.
    static func read(_ path: String) async throws -> [UInt8] {
        var bytes = try await InputFile.with(path) { file in
            var bytes: [UInt8] = []
            while let piece = try await file.next() {
                bytes += piece
                guard bytes.count <= maximumBytes else {
                    throw ValidationError("\(path): longer than \(maximumBytes >> 20) MiB.")
                }
            }
            return bytes
        }
        if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw ValidationError("\(path): not UTF-8.")
            }
            do { bytes = try YAMLDocument(text, upTo: maximumBytes).json } catch {
                throw ValidationError("\(path): no YAML that can be used: \(error)")
            }
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
