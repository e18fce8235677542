import Foundation
import Testing

/// Reads folders of published test vectors from the archive that ``PublishedSamples`` names.
enum PublishedVectors {
    static let isPresent: Bool = {
        let isPresent = FileManager.default.fileExists(atPath: PublishedSamples.archive)
        if !isPresent { print("SKIPPED: published vectors, since \(PublishedSamples.archive) is absent") }
        return isPresent
    }()

    /// The files of a folder of the archive, such as `rdf-canon/tests`, by their paths within it.
    static func folder(_ path: String) throws -> [String: [UInt8]] {
        let root = FileManager.default.temporaryDirectory.appending(path: "vectors-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "xJf", PublishedSamples.archive, "-C", root.path, "vectors/\(path)"]
        try tar.run()
        tar.waitUntilExit()
        try #require(tar.terminationStatus == 0, "the archive of vectors has no \(path)")
        let folder = root.appending(path: "vectors/\(path)")
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            files[name] = (try? Data(contentsOf: folder.appending(path: name))).map(Array.init)
        }
        return files
    }
}
