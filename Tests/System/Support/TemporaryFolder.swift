import Foundation

/// A folder for a while, removed afterwards, with an end to every program that still works in it.
enum TemporaryFolder {
    private static let prefix = "tessera-system-"

    static func with<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        _ = leftoversRemoved
        let name = "\(prefix)\(getpid())-\(UUID().uuidString.prefix(8).lowercased())"
        let folder = "\(TestEnvironment.folder)/\(name)"
        // PostgreSQL, which does not run as root, has to get into it.
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o711])
        defer {
            killPrograms(naming: folder)
            try? FileManager.default.removeItem(atPath: folder)
        }
        return try await body(folder)
    }

    /// The processes whose command line names something in a folder.
    static func programs(naming folder: String) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { id in
            guard let bytes = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") else { return false }
            return String(decoding: bytes, as: UTF8.self).contains(folder)
        }
    }

    /// What earlier tests left that were killed themselves, known by the number of a process that is gone.
    private static let leftoversRemoved: Void = {
        let parent = TestEnvironment.folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where name.hasPrefix(prefix) {
            guard let owner = name.dropFirst(prefix.count).split(separator: "-").first.flatMap({ Int32($0) }),
                !FileManager.default.fileExists(atPath: "/proc/\(owner)")
            else { continue }
            killPrograms(naming: "\(parent)/\(name)/")
            try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")
        }
    }()

    private static func killPrograms(naming folder: String) {
        // A server's children end by themselves when it is gone.
        for id in programs(naming: folder) where id != getpid() { kill(id, SIGKILL) }
    }
}
