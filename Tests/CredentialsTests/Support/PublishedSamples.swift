import Foundation
import Testing

/// Reads samples from the archive of published vectors.
enum PublishedSamples {
    /// `TESSERA_VECTORS`, or the archive beside the package.
    static let archive: String = {
        if let path = ProcessInfo.processInfo.environment["TESSERA_VECTORS"] { return path }
        return FileManager.default.currentDirectoryPath + "/../shared/vectors.tar.xz"
    }()

    static let isPresent: Bool = {
        let isPresent = FileManager.default.fileExists(atPath: archive)
        if !isPresent { print("SKIPPED: 1EdTech's samples, since \(archive) is absent") }
        return isPresent
    }()

    private static let samples = Result { () throws -> [String: Data] in
        let folder = FileManager.default.temporaryDirectory.appending(path: "credentials-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "xJf", archive, "-C", folder.path, "vectors/ob3/validator-samples"]
        try tar.run()
        tar.waitUntilExit()
        try #require(tar.terminationStatus == 0, "the archive of vectors can't be unpacked")
        let unpacked = folder.appending(path: "vectors/ob3/validator-samples")
        let names = try FileManager.default.contentsOfDirectory(atPath: unpacked.path)
        return names.reduce(into: [:]) { $0[$1] = try? Data(contentsOf: unpacked.appending(path: $1)) }
    }

    static func read(_ name: String) throws -> [UInt8] {
        try Array(#require(samples.get()[name], "the archive has no \(name)"))
    }
}
