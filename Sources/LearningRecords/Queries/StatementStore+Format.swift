internal import LibPQ
internal import Schema
public import XAPI

extension StatementStore {
    /// Served statements in a format (xAPI 2.0 §4.1.3.3).
    ///
    /// - Parameters:
    ///   - languages: What the reader understands; only `canonical` looks at it.
    ///   - version: The version that the reader speaks; nil to leave out nothing.
    public func formatted(
        _ statements: [[UInt8]], as format: StatementFormat, languages: LanguagePreference, version: XAPIVersion? = nil
    ) async throws -> [[UInt8]] {
        var statements = statements
        if let version { statements = try statements.map { try StatementFormat.readable($0, in: version) } }
        switch format {
        case .exact: return statements
        case .ids: return try statements.map { try StatementFormat.identifiers(of: $0) }
        case .canonical:
            let definitions = try await definitions(in: statements)
            return try statements.map {
                try StatementFormat.canonical(of: $0, definitions: definitions, languages: languages)
            }
        }
    }

    private func definitions(in statements: [[UInt8]]) async throws -> ActivityDefinitions {
        let iris = try statements.flatMap { try StatementFormat.activities(in: $0) }
        var definitions = ActivityDefinitions()
        guard !iris.isEmpty else { return definitions }
        let rows = try await pool.withConnection { db in
            try await db.rows(
                Queries.learningRecordsActivityDefinitions(iris), as: (String, JSONText).self)
        }
        for (iri, definition) in rows { definitions[iri] = definition.bytes }
        return definitions
    }
}
