import Foundation

/// A folder for one test, removed afterwards.
enum TemporaryFolder {
    static func with<Result>(mode: Int = 0o700, _ body: (String) async throws -> Result) async throws -> Result {
        let folder = "/tmp/tessera-test-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: mode]
        )
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }
}
