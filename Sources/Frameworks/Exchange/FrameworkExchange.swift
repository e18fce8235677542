public import CompetenceFramework
public import FoundationEssentials
internal import JSON
public import LibPQ
internal import Schema

/// Frameworks in and out, as packages of CASE.
public struct FrameworkExchange: Sendable {
    private let pool: ConnectionPool
    private let base: String

    /// The frameworks in the database of a pool.
    ///
    /// - Parameter baseURL: Where this installation is; addresses of its own objects begin with it.
    public init(pool: ConnectionPool, baseURL: String) {
        self.pool = pool
        base = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    }

    /// A document with all that belongs to it; nil when there is none.
    ///
    /// Private drafts are among them.
    ///
    /// - Parameter document: The document's CASE identifier.
    public func package(_ document: UUID) async throws -> CFPackage? {
        try await pool.withConnection { db in try await package(document, db) }
    }

    /// A version of a framework with all that belongs to it; nil when there is none.
    ///
    /// Private drafts are among them.
    public func package(_ code: String, _ version: String) async throws -> CFPackage? {
        try await pool.withConnection { db in
            guard
                let (document, _) = try await db.first(
                    Queries.frameworkDocumentIdentity(code, version), as: (UUID, String).self)
            else { return nil }
            return try await package(document, db)
        }
    }

    /// Takes a package in, and replaces the document if it is there already: items by their identifiers.
    ///
    /// - Parameters:
    ///   - package: A package that was read, so that it is sound by itself.
    ///   - isTrial: Whether nothing is kept of it: all that importing would do is done and undone.
    /// - Throws: ``FrameworkImportError`` when it does not fit what is there.
    public func take(_ package: CFPackage, isTrial: Bool = false) async throws -> FrameworkImport {
        guard let identifier = UUID(uuidString: package.document.identifier) else {
            throw FrameworkImportError(message: "/CFDocument/identifier must be a UUID", hint: nil)
        }
        do {
            return try await pool.withConnection { db in
                do {
                    return try await db.withTransaction { db in
                        let report = try await take(package, as: identifier, db)
                        if isTrial { throw Trial(report: report) }
                        return report
                    }
                } catch let trial as Trial {
                    return trial.report
                }
            }
        } catch let error as PostgresError {
            throw FrameworkImportError(error) ?? error
        }
    }

    private func take(
        _ package: CFPackage, as identifier: UUID, _ db: borrowing Connection
    ) async throws -> FrameworkImport {
        let earlier = try await self.package(identifier, db)
        guard earlier != package else { return FrameworkImport(outcome: .unchanged, package: package) }
        _ = try await db.one(Queries.frameworkImportPackage(JSONBText(package.json()), base), as: Int64.self)
        guard let earlier else { return FrameworkImport(outcome: .created, package: package) }
        return FrameworkImport(outcome: .updated(package.difference(from: earlier)), package: package)
    }

    private func package(_ document: UUID, _ db: borrowing Connection) async throws -> CFPackage? {
        guard
            let json = try await db.first(Queries.frameworkPackage(document, base), as: JSONText.self)
        else { return nil }
        return try CFPackage.read(json.bytes, limits: JSONLimits()).package
    }

    /// Ends the transaction of a trial.
    private struct Trial: Error {
        let report: FrameworkImport
    }
}
