import Schema

/// What a database says was applied to it: paths with the checksums of their texts.
struct AppliedSchema: Sendable {
    var migrations: [String: String] = [:]
    var objects: [String: String] = [:]

    func isCurrent(_ file: SchemaFile) -> Bool {
        objects[file.name] == Checksum(of: file.text).hexadecimal
    }
}
