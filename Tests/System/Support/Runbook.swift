import Foundation

/// The article about the issuer's keys, whose commands are run as they stand there.
enum Runbook {
    /// The commands of `tessera` in a section, with what stands in for them put in.
    ///
    /// - Parameter words: what is put in the place of a word such as `OLD`.
    static func commands(_ section: String, _ words: [String: String] = [:]) throws -> [[String]] {
        let root = URL(filePath: #filePath).appending(path: "../../../../").standardized
        let file = root.appending(path: "Sources/Awarding/Awarding.docc/IssuerKeys.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let sections = text.components(separatedBy: "\n## ").filter { $0.hasPrefix(section + "\n") }
        guard sections.count == 1 else { throw Missing(section: section) }
        return sections[0].split(separator: "\n").filter { $0.hasPrefix("tessera ") }.map { line in
            line.split(separator: " ").dropFirst().map { words[String($0)] ?? String($0) }
        }
    }

    /// A section that the article does not have.
    struct Missing: Error { let section: String }
}
