public import FoundationEssentials
internal import JSON
public import LibPQ
internal import Schema

/// Frameworks as anybody may read them: private drafts are not among them.
public struct FrameworkReader: Sendable {
    /// Which level descriptors a page needs; they are most of a framework's text.
    public enum Levels: Sendable {
        /// None.
        case none
        /// Those of one competence, or of the competences of one area.
        case of(String)
        /// All.
        case all

        fileprivate var parameter: String? {
            switch self {
            case .none: ""
            case .of(let code): code
            case .all: nil
            }
        }
    }

    private let pool: ConnectionPool

    /// The frameworks in the database of a pool.
    public init(pool: ConnectionPool) {
        self.pool = pool
    }

    /// The versions of frameworks, newest first; what is deprecated comes last.
    ///
    /// - Parameter languages: BCP 47 tags for the titles, the favourite first.
    public func documents(languages: [String] = []) async throws -> [FrameworkSummary] {
        try await pool.withConnection { db in
            try await db.rows(
                Queries.frameworkDocuments(languages),
                as: (String, String, String, String, String, String, String?).self)
        }.map(FrameworkSummary.init)
    }

    /// A version of a framework, in the language that fits a reader best; nil when there is none.
    ///
    /// - Parameter languages: BCP 47 tags, the favourite first.
    public func content(
        _ code: String, _ version: String, languages: [String] = [], levels: Levels = .all
    ) async throws -> FrameworkContent? {
        try await json(code, version, languages: languages, levels: levels).map {
            try FrameworkContent(json: JSONDocument(parsing: $0).root)
        }
    }

    /// A version of a framework as ``content(_:_:languages:levels:)`` has it, as JSON: each text with its language.
    public func json(
        _ code: String, _ version: String, languages: [String] = [], levels: Levels = .all
    ) async throws -> [UInt8]? {
        let json = try await pool.withConnection { db in
            try await db.first(
                Queries.frameworkContent(code, version, languages, levels.parameter), as: JSONText.self)
        }
        return json?.bytes
    }

    /// What differs between two versions of a framework; nil when there is no such version.
    public func changes(_ code: String, from old: String, to new: String) async throws -> FrameworkChanges? {
        let json = try await pool.withConnection { db in
            try await db.first(Queries.frameworkChanges(code, new, old), as: JSONText.self)
        }
        return try json.map { try FrameworkChanges(json: JSONDocument(parsing: $0.bytes).root) }
    }

    /// Where an item stands; nil when there is none that anybody may see.
    public func place(of identifier: UUID) async throws -> ItemPlace? {
        try await pool.withConnection { db in
            try await db.first(
                Queries.frameworkItemPlace(identifier),
                as: (String, String, FrameworkContent.Kind, String, String?).self)
        }.map { code, version, kind, item, parent in
            ItemPlace(code: code, version: version, kind: kind, item: item, parent: parent)
        }
    }
}
