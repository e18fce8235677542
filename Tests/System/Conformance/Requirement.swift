import Foundation
import Testing

/// A requirement on stores: one MUST of the specifications.
struct Requirement: Sendable {
    /// The number that ADL's list of testable requirements has given it ("XAPI-00034"); what only one version demands
    /// and that list lacks is named by its section ("2.0-4.2.2.5-a").
    let id: String

    /// Who demands it: 1.0.3, 2.0 or both; nobody when a number is not in use any more.
    let versions: [SpecificationVersion]

    /// What it demands, in our words.
    let words: String

    /// A list that can't be read.
    struct Malformed: Error, CustomStringConvertible {
        let file: String
        let line: String

        var description: String { "\(file): neither id, versions and words, nor a comment: \(line)" }
    }

    /// Every requirement, in the order of the lists.
    static func all() throws -> [Requirement] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "requirements")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "tsv" }.sorted { $0.path < $1.path }.flatMap(read)
    }

    private static func read(_ file: URL) throws -> [Requirement] {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return try lines.filter { !$0.hasPrefix("#") }.map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 3, let versions = versions(fields[1]), !fields[2].isEmpty else {
                throw Malformed(file: file.lastPathComponent, line: String(line))
            }
            return Requirement(id: fields[0], versions: versions, words: fields[2])
        }
    }

    private static func versions(_ text: String) -> [SpecificationVersion]? {
        switch text {
        case "both": SpecificationVersion.allCases
        case "-": []
        default: SpecificationVersion(rawValue: text).map { [$0] }
        }
    }
}

/// A version of the specification.
enum SpecificationVersion: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case v1_0_3 = "1.0.3"
    case v2_0 = "2.0"

    /// What a request's header names.
    var header: String { self == .v1_0_3 ? "1.0.3" : "2.0.0" }

    var testDescription: String { rawValue }
}

extension Client {
    /// A client of the running suite's server that speaks a version.
    static func speaking(_ version: SpecificationVersion) throws -> Client {
        var client = try Installation.served.client
        client.version = version.header
        return client
    }
}
