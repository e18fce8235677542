public import CompetenceFramework
public import FoundationEssentials
internal import JSON
public import LibPQ
internal import Schema

/// Frameworks in and out, as packages of CASE; drafts that nobody else may see are among them.
public struct FrameworkExchange: Sendable {
    let pool: ConnectionPool
    /// Where this installation is.
    private let base: String

    /// What comes before `/CFItems/…` in the addresses of this installation's own objects.
    public var caseBase: String { base + "/ims/case/v1p1" }

    /// The frameworks in the database of a pool.
    ///
    /// - Parameter baseURL: Where this installation is; addresses of its own objects begin with it.
    public init(pool: ConnectionPool, baseURL: String) {
        self.pool = pool
        base = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    }

    /// A document with all that belongs to it; nil when there is none.
    ///
    /// - Parameters:
    ///   - document: The document's CASE identifier.
    ///   - hasProposals: Whether what partners proposed is wanted, too, with all that was said about it.
    public func package(_ document: UUID, hasProposals: Bool = false) async throws -> CFPackage? {
        try await pool.withConnection { db in try await package(document, hasProposals, db) }
    }

    /// A version of a framework with all that belongs to it; nil when there is none.
    public func package(_ code: String, _ version: String, hasProposals: Bool = false) async throws -> CFPackage? {
        try await pool.withConnection { db in
            guard
                let (document, _) = try await db.first(
                    Queries.frameworkDocumentIdentity(code, version), as: (UUID, String).self)
            else { return nil }
            return try await package(document, hasProposals, db)
        }
    }

    /// Takes a package in, and replaces the document if it is there already: items by their identifiers.
    ///
    /// - Parameters:
    ///   - package: A package that was read, so that it is sound by itself.
    ///   - isTrial: Whether nothing is kept of it: all that importing would do is done and undone.
    ///   - isForced: Whether an older state replaces a newer one, and takes back what was changed since.
    /// - Throws: ``FrameworkRefusal`` when it does not fit what is there.
    public func take(
        _ package: CFPackage, isTrial: Bool = false, isForced: Bool = false
    ) async throws -> FrameworkImport {
        try await take(package, isTrial: isTrial, isForced: isForced, mustBeNew: false)
    }

    func take(_ package: CFPackage, isTrial: Bool, isForced: Bool, mustBeNew: Bool) async throws -> FrameworkImport {
        guard let identifier = UUID(uuidString: package.document.identifier) else {
            throw FrameworkRefusal(message: "/CFDocument/identifier must be a UUID", hint: nil)
        }
        return try await FrameworkRefusal.telling {
            try await pool.withConnection { db in
                do {
                    return try await db.withTransaction { db in
                        let report = try await take(
                            package, as: identifier, isForced: isForced, mustBeNew: mustBeNew, db)
                        if isTrial { throw Trial(report: report) }
                        return report
                    }
                } catch let trial as Trial {
                    return trial.report
                }
            }
        }
    }

    private func take(
        _ package: CFPackage, as identifier: UUID, isForced: Bool, mustBeNew: Bool, _ db: borrowing Connection
    ) async throws -> FrameworkImport {
        // What is compared with is what is replaced: nobody changes it in between.
        _ = try await db.one(Queries.frameworkLockImports(), as: String.self)
        let isStale = try await db.first(
            Queries.frameworkLockDocument(identifier, package.document.lastChangeDateTime), as: Bool.self)
        let earlier = try await self.package(identifier, !package.document.proposals.isEmpty, db)
        if mustBeNew, earlier != nil {
            let document = package.document
            throw FrameworkRefusal(
                message: "framework \(document.code ?? "") version \(document.version ?? "") is there already",
                hint: "Choose another version.")
        }
        guard earlier != package else { return FrameworkImport(outcome: .unchanged, package: package) }
        if isStale == true, !isForced, let earlier {
            throw FrameworkRefusal(
                message: "/CFDocument/lastChangeDateTime \(package.document.lastChangeDateTime) is before the last "
                    + "change of what is there, \(earlier.document.lastChangeDateTime)",
                hint: "Export it anew and change that; force the import to take back what was changed since.")
        }
        _ = try await db.one(Queries.frameworkImportPackage(JSONBText(package.json()), base), as: Int64.self)
        guard let earlier else { return FrameworkImport(outcome: .created, package: package) }
        return FrameworkImport(outcome: .updated(package.difference(from: earlier)), package: package)
    }

    private func package(
        _ document: UUID, _ hasProposals: Bool, _ db: borrowing Connection
    ) async throws -> CFPackage? {
        guard let json = try await db.first(Queries.frameworkPackage(document, base, hasProposals), as: JSONText.self)
        else { return nil }
        return try CFPackage.read(json.bytes, limits: JSONLimits()).package
    }

    /// Ends the transaction of a trial.
    private struct Trial: Error {
        let report: FrameworkImport
    }
}
