internal import CompetenceFramework
internal import FoundationEssentials
internal import LibPQ
internal import Schema

extension FrameworkExchange {
    /// All versions of frameworks, drafts that nobody else may see included, newest first.
    public func documents() async throws -> [FrameworkSummary] {
        try await pool.withConnection { db in
            try await db.rows(
                Queries.frameworkAllDocuments(), as: (String, String, String, String, String, String, String?).self)
        }.map(FrameworkSummary.init)
    }

    /// Makes a new version of a framework, a draft, from another; nil when there is no such version.
    ///
    /// - Throws: ``FrameworkRefusal`` when the new version is there already.
    public func derive(
        _ code: String, from version: String, to newVersion: String, isTrial: Bool = false
    ) async throws -> FrameworkImport? {
        guard let old = try await package(code, version) else { return nil }
        let new = old.derived(version: newVersion, base: caseBase, at: Self.now)
        return try await take(new, isTrial: isTrial, isForced: false, mustBeNew: true)
    }

    /// Gives a version of a framework another adoption status from today on; false when there is no such version.
    ///
    /// - Throws: ``FrameworkRefusal`` when it is adopted and may become deprecated only, or deprecated.
    public func set(_ status: AdoptionStatus, of code: String, _ version: String) async throws -> Bool {
        try await FrameworkRefusal.telling {
            try await pool.withConnection { db in
                try await db.first(
                    Queries.frameworkSetAdoptionStatus(code, version, status.rawValue), as: UUID.self) != nil
            }
        }
    }
}

/// How binding a version of a framework is (CASE adoptionStatus).
public enum AdoptionStatus: String, Sendable, CaseIterable {
    /// It is discussed by those who write it.
    case privateDraft = "Private Draft"
    /// It is discussed, and may change.
    case draft = "Draft"
    /// It holds, and does not change.
    case adopted = "Adopted"
    /// It held, and is replaced or given up.
    case deprecated = "Deprecated"
}
