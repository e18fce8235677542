internal import JSON
internal import LibPQ
internal import Schema
public import Training

/// What a report is about: one pilot, or what several tell together.
public enum ReportSubject: Sendable, Equatable {
    /// A pilot, by its code.
    case pilot(String)
    /// What the caller may see, and what is published, of several.
    case synthesis

    /// The pilot's code, as queries take it.
    var pilot: String? {
        switch self {
        case .pilot(let code): code
        case .synthesis: nil
        }
    }
}

/// Evaluation reports: numbers frozen as the views gave them at one moment, and what authors wrote about them.
///
/// Which numbers, what of them is hidden, and when a report is the same as one before, is decided by
/// `training.make_report`; see there.
///
/// ```swift
/// let made = try await reports.make(.pilot("riga-2026-1"), by: caller.name)
/// let report = try await reports.report(made.number, of: .pilot("riga-2026-1"))
/// ```
public struct ReportStore: Sendable {
    private let database: CallerDatabase
    private let rollups: Rollups

    /// The reports of the pilots that a caller may see.
    ///
    /// - Parameter rollups: Of the same database; they are complete before anything is frozen.
    public init(_ database: CallerDatabase, rollups: Rollups) {
        self.database = database
        self.rollups = rollups
    }

    /// A report that was made, or found.
    public struct Made: Sendable, Equatable {
        /// Its number within the pilot, or within the caller's syntheses.
        public let number: Int32
        /// Whether it is new: at the same watermark there is one.
        public let isNew: Bool
    }

    /// Freezes what the views tell, of every statement that is stored, and keeps it.
    ///
    /// - Parameters:
    ///   - definition: JSON as `training.make_report` or `training.make_synthesis` describes it.
    ///   - actor: Name of the API key.
    /// - Throws: ``DefinitionError`` that names the field and the rule, or what stands in the way.
    public func make(_ subject: ReportSubject, _ definition: [UInt8] = Array("{}".utf8), by actor: String) async throws
        -> Made
    {
        // One that was made before is found without any of that.
        if (try? JSONDocument(parsing: definition))?.root["asOf"] == nil { try await rollups.catchUp() }
        let made = try await database.defining(by: actor) { db in
            switch subject {
            case .pilot(let code):
                try await db.one(Queries.evaluationMakeReport(code, JSONBText(definition)), as: (Int32, Bool).self)
            case .synthesis:
                try await db.one(Queries.evaluationMakeSynthesis(JSONBText(definition)), as: (Int32, Bool).self)
            }
        }
        return Made(number: made.0, isNew: made.1)
    }

    /// The reports without their numbers, as JSON, the newest first; nil when there is no such pilot, or not for the
    /// caller.
    public func reports(of subject: ReportSubject) async throws -> [UInt8]? {
        try await database.document(Queries.evaluationReports(subject.pilot))
    }

    /// A report with its numbers; nil when there is none, or not for the caller.
    public func report(_ number: Int64, of subject: ReportSubject) async throws -> FrozenReport? {
        try await database.document(Queries.evaluationReport(subject.pilot, number)).map(FrozenReport.init)
    }

    /// The numbers of a report, to the letter that was hashed; nil when there is none, or not for the caller.
    public func numbers(of number: Int64, _ subject: ReportSubject) async throws -> [UInt8]? {
        try await database.document(Queries.evaluationReportNumbers(subject.pilot, number))
    }

    /// What was written in a section of a report, as JSON, the last first; nil when there is no such report, or not for
    /// the caller.
    public func history(of section: Int64, in number: Int64, of subject: ReportSubject) async throws -> [UInt8]? {
        try await database.document(Queries.evaluationNarrativeHistory(subject.pilot, number, section))
    }

    /// Writes the text of a section of a draft.
    ///
    /// - Parameters:
    ///   - text: JSON as `training.write_narrative` describes it.
    ///   - actor: Name of the API key.
    /// - Throws: ``DefinitionError``.
    public func write(
        _ text: [UInt8], in section: Int64, of number: Int64, _ subject: ReportSubject, by actor: String
    ) async throws {
        try await database.define(
            Queries.evaluationWriteNarrative(subject.pilot, number, section, JSONBText(text)), by: actor)
    }

    /// Declares a report final, after which its texts do not change.
    ///
    /// - Throws: ``DefinitionError`` that names the sections that demand a text and have none.
    public func finish(_ number: Int64, of subject: ReportSubject, by actor: String) async throws {
        try await database.define(Queries.evaluationFinishReport(subject.pilot, number), by: actor)
    }
}
