internal import LibPQ
internal import Schema
internal import XAPI

/// The keys under which the database knows the versions of the scheme's profile and their templates.
struct ProfileKeys: Sendable {
    /// A template of a version; nil stands for the version itself, of which a statement matches no template.
    struct Part: Hashable, Sendable {
        let version: Int
        let template: Int?
    }

    private let keys: [Part: Int32]

    /// Tells the database of all versions and reads the keys; harmless when it knows them.
    init(registeringIn pool: ConnectionPool) async throws {
        var parts: [Part] = []
        var (iris, versions, names): ([String], [String], [String]) = ([], [], [])
        var (positions, numbers): ([Int32], [Int16]) = ([], [])
        var (locations, requirements, notes): ([String], [String], [String?]) = ([], [], [])
        for (version, published) in PublishedProfile.all.enumerated() {
            let profile = published.profile
            parts.append(Part(version: version, template: nil))
            iris.append(profile.version)
            versions.append(profile.version)
            names.append(profile.prefLabel.text)
            for (position, template) in profile.templates.enumerated() {
                parts.append(Part(version: version, template: position))
                iris.append(template.id)
                versions.append(profile.version)
                names.append(template.prefLabel.text)
                for (number, rule) in template.rules.enumerated() {
                    positions.append(Int32(parts.count))
                    numbers.append(Int16(number + 1))
                    locations.append(rule.selector.map { "\(rule.location), \($0)" } ?? rule.location)
                    requirements.append(rule.requirement)
                    notes.append(rule.scopeNote?.text)
                }
            }
        }
        let query = Queries.learningRecordsRegisterProfileTemplates(
            iris, versions, names, positions, numbers, locations, requirements, notes)
        let found = try await pool.withTransaction { db in try await db.rows(query, as: (Int32, Int64).self) }
        keys = Dictionary(uniqueKeysWithValues: found.map { key, position in (parts[Int(position) - 1], key) })
    }

    subscript(part: Part) -> Int32? { keys[part] }
}
