public import CompetenceFramework
public import FoundationEssentials
internal import JSON
public import LibPQ
internal import Schema

/// The frameworks that anybody may see, as CASE has them.
///
/// Whatever is given was read as any publisher's text is, so that each version of CASE is written from one reading.
public struct PublishedFrameworks: Sendable {
    /// An object, or several, and when it was changed last.
    public struct Answer: Sendable {
        /// When it was changed last, if that is known.
        public let changed: Timestamp?
        private let write: @Sendable (CASEVersion) -> [UInt8]

        /// The answer in a version of CASE: the same bytes for the same objects.
        public func json(version: CASEVersion) -> [UInt8] { write(version) }

        init(_ object: some CASEWritable, changed: Timestamp?) {
            write = { object.json(version: $0) }
            self.changed = changed
        }

        init(_ package: CFPackage, changed: Timestamp?) {
            write = { package.json(version: $0) }
            self.changed = changed
        }
    }

    let pool: ConnectionPool
    let base: String

    /// The frameworks in the database of a pool.
    ///
    /// - Parameter baseURL: Where this installation is; addresses of its own objects begin with it.
    public init(pool: ConnectionPool, baseURL: String) {
        self.pool = pool
        base = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    }

    /// Every document, by identifier.
    public func documents() async throws -> [CFDocument] {
        let json = try await pool.withConnection { db in
            try await db.one(Queries.frameworkCaseDocuments(base), as: JSONText.self)
        }
        return try Self.list(json)
    }

    /// An object by its identifier; nil when there is none.
    public func answer(_ resource: CASEResource, _ identifier: UUID) async throws -> Answer? {
        switch resource {
        case .documents: try await object(resource, identifier, as: CFDocument.self)
        case .items: try await object(resource, identifier, as: CFItem.self)
        case .associations: try await object(resource, identifier, as: CFAssociation.self)
        case .rubrics: try await object(resource, identifier, as: CFRubric.self)
        case .licenses: try await object(resource, identifier, as: CFLicense.self)
        case .associationGroupings: try await object(resource, identifier, as: CFAssociationGrouping.self)
        case .concepts: try await definitions("concept", identifier, CASEAnswer.concepts)
        case .subjects: try await definitions("subject", identifier, CASEAnswer.subjects)
        case .itemTypes: try await definitions("item type", identifier, CASEAnswer.itemTypes)
        case .itemAssociations: try await itemAssociations(identifier)
        case .packages:
            try await found(.packages, identifier).map { json, changed in
                try Answer(CFPackage.read(json, limits: JSONLimits()).package, changed: changed)
            }
        }
    }

    /// A version of a framework with all that belongs to it but proposals; nil when there is none.
    public func package(_ code: String, _ version: String) async throws -> CFPackage? {
        try await pool.withConnection { db in
            guard
                let (document, _) = try await db.first(
                    Queries.frameworkDocumentIdentity(code, version), as: (UUID, String).self),
                let (json, _) = try await db.first(
                    Queries.frameworkCaseObject(CASEResource.packages.rawValue, document, base),
                    as: (JSONText, Timestamp).self)
            else { return nil }
            return try CFPackage.read(json.bytes, limits: JSONLimits()).package
        }
    }

    // MARK: - Reading

    private func found(_ resource: CASEResource, _ identifier: UUID) async throws -> ([UInt8], Timestamp)? {
        try await pool.withConnection { db in
            try await db.first(
                Queries.frameworkCaseObject(resource.rawValue, identifier, base), as: (JSONText, Timestamp).self)
        }.map { json, changed in (json.bytes, changed) }
    }

    private func object<Object: CASEObject>(
        _ resource: CASEResource, _ identifier: UUID, as type: Object.Type
    ) async throws -> Answer? {
        try await found(resource, identifier).map { json, changed in try Answer(Object.read(json), changed: changed) }
    }

    private func definitions<Object: CASEObject>(
        _ kind: String, _ identifier: UUID, _ answer: @Sendable ([Object]) -> CASEAnswer
    ) async throws -> Answer? {
        let (json, changed) = try await pool.withConnection { db in
            try await db.one(
                Queries.frameworkCaseDefinitions(kind, identifier, base), as: (JSONText?, Timestamp?).self)
        }
        return try json.map { try Answer(answer(Self.list($0)), changed: changed) }
    }

    private func itemAssociations(_ identifier: UUID) async throws -> Answer? {
        guard let (item, itemChanged) = try await found(.items, identifier) else { return nil }
        let (json, changed) = try await pool.withConnection { db in
            try await db.one(
                Queries.frameworkCaseItemAssociations(identifier, base), as: (JSONText, Timestamp?).self)
        }
        let answer = try CASEAnswer.itemAssociations(CFItem.read(item), Self.list(json))
        return Answer(answer, changed: max(itemChanged, changed ?? itemChanged))
    }

    private static func list<Object: CASEObject>(_ json: JSONText) throws -> [Object] {
        try JSONDocument(parsing: json.bytes, limits: JSONLimits()).root.elements.map {
            try Object.read(Array($0.bytes))
        }
    }
}
