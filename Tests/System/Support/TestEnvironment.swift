import Foundation

/// What ./deploy/test tells the tests.
enum TestEnvironment {
    /// A variable that is not set.
    struct Missing: Error, CustomStringConvertible {
        let name: String

        var description: String { "\(name) is not set; ./deploy/test sets it" }
    }

    /// The built `tessera`.
    static var binary: String { get throws { try value("TESSERA_TEST_BINARY") } }

    /// A Python that has the clients.
    static var python: String { get throws { try value("TESSERA_TEST_PYTHON") } }

    /// A superuser's URI of a PostgreSQL server for tests.
    static var databaseURL: String { get throws { try value("TESSERA_TEST_DATABASE_URL") } }

    /// Where installations are made, each in a folder of its own.
    static let folder = (try? value("TESSERA_TEST_FOLDER")) ?? "/tmp"

    /// The archive of published test vectors: `TESSERA_VECTORS`, or the one beside the package.
    static let vectors: String = {
        if let path = try? value("TESSERA_VECTORS") { return path }
        return FileManager.default.currentDirectoryPath + "/../shared/vectors.tar.xz"
    }()

    /// Whether that archive is there; says so when it is not.
    static let hasVectors: Bool = {
        let isPresent = FileManager.default.fileExists(atPath: vectors)
        if !isPresent { print("SKIPPED: the independent verifier, since \(vectors) is absent") }
        return isPresent
    }()

    /// A folder for pictures of pages, if somebody wants to look at them.
    static var screenshots: String? { try? value("TESSERA_TEST_SCREENSHOTS") }

    /// How many awards a long run is to make; nil for no long run.
    static var awards: Int? { (try? value("TESSERA_TEST_AWARDS")).flatMap { Int($0) } }

    /// The folder of the package.
    static let package = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

    /// A script beside the tests.
    static func script(_ name: String) -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return folder.appending(path: "python/\(name)").path(percentEncoded: false)
    }

    private static func value(_ name: String) throws -> String {
        guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { throw Missing(name: name) }
        return value
    }
}
