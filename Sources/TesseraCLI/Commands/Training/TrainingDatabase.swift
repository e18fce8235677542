import JSON
import Training

/// The way of commands to what is defined of the training: all of it, for who works at the terminal may see everything.
enum TrainingDatabase {
    /// A definition that is longer is none.
    private static let maximumBytes = 64 << 20

    /// Lends the database.
    static func with<Result: Sendable>(
        _ options: SettingsOptions, _ body: @escaping @Sendable (CallerDatabase) async throws -> Result
    ) async throws -> Result {
        let settings = try options.settings()
        return try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await body(CallerDatabase(pool: pool, partner: nil))
            }
        }
    }

    /// A document that was asked for; it is told when there is none.
    static func found(_ document: [UInt8]?, _ what: String) throws -> [UInt8] {
        guard let document else { throw Missing(what: what) }
        return document
    }

    /// A definition in a file, and its code.
    static func definition(in path: String) async throws -> (code: String, bytes: [UInt8]) {
        let bytes = try await InputFile.with(path) { file in
            var bytes: [UInt8] = []
            while let piece = try await file.next() {
                bytes += piece
                guard bytes.count <= maximumBytes else { throw TooLong(path: path) }
            }
            return bytes
        }
        do {
            return (try JSONDocument(parsing: bytes).root["code"]?.string ?? "", bytes)
        } catch {
            throw Unreadable(path: path, line: error.line, column: error.column, reason: error.reason)
        }
    }

    /// There is no such thing.
    struct Missing: Error, CustomStringConvertible {
        let what: String
        var description: String { "There is no \(what)." }
    }

    /// A file is no definition.
    struct TooLong: Error, CustomStringConvertible {
        let path: String
        var description: String { "\(path): longer than \(maximumBytes) bytes." }
    }

    /// A file is no JSON.
    struct Unreadable: Error, CustomStringConvertible {
        let path: String
        let line: Int
        let column: Int
        let reason: String
        var description: String { "\(path), line \(line), column \(column): \(reason)" }
    }
}
