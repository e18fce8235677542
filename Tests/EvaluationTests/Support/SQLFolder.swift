import Foundation

/// The folder `sql` of these tests: fixtures, checks, and what the views are expected to give.
enum SQLFolder {
    static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "sql")

    static func text(_ name: String) throws -> String {
        try String(contentsOf: path.appending(path: name), encoding: .utf8)
    }

    /// The names of the files that end so, without the ending.
    static func names(endingIn ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path.path())
            .filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
    }
}
