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
        _ statements: ServedStatements, as format: StatementFormat, languages: LanguagePreference,
        version: XAPIVersion? = nil
    ) async throws -> ServedStatements {
        let isReadable = version.map { StatementFormat.isReadable(statements.bytes, in: $0) } ?? true
        if format == .exact, isReadable { return statements }
        var texts = Array(statements)
        if let version, !isReadable { texts = try texts.map { try StatementFormat.readable($0, in: version) } }
        switch format {
        case .exact: break
        case .ids: texts = try texts.map { try StatementFormat.identifiers(of: $0) }
        case .canonical:
            let definitions = try await definitions(in: texts)
            texts = try texts.map {
                try StatementFormat.canonical(of: $0, definitions: definitions, languages: languages)
            }
        }
        return ServedStatements(texts)
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
