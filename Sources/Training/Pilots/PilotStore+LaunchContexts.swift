public import FoundationEssentials
internal import LibPQ
internal import Schema

/// Which launch contexts are asked for.
public struct LaunchContextWish: Sendable {
    /// pre, during, post or followup.
    public var phase: String
    /// One person's; nil for everybody's.
    public var registration: UUID?
    /// Code of an instrument that the pilot uses in the phase.
    public var instrument: String?
    /// Whole months after the pilot's end.
    public var monthsAfter: Int?

    /// A wish.
    public init(phase: String, registration: UUID? = nil, instrument: String? = nil, monthsAfter: Int? = nil) {
        self.phase = phase
        self.registration = registration
        self.instrument = instrument
        self.monthsAfter = monthsAfter
    }
}

extension PilotStore {
    /// The launch contexts of the people enrolled in a pilot, in the order of enrolment.
    ///
    /// - Parameters:
    ///   - base: Where the IRIs of this installation's framework begin.
    ///   - profile: IRI of the version of the scheme's xAPI profile that statements declare.
    /// - Throws: ``DefinitionError`` when there is no such pilot, or it does not use the instrument in the phase.
    public func launchContexts(
        of code: String, _ wish: LaunchContextWish, base: String, profile: String
    ) async throws -> [LaunchContext] {
        let query = Queries.trainingLaunchContexts(
            code, wish.registration, wish.phase, wish.instrument, wish.monthsAfter.map { Int32($0) }, base, profile)
        return try await database.defining(readOnly: true) { db in
            try await db.rows(query, as: (UUID, String, String, String?, String?, JSONText, JSONText).self)
        }.map { row in
            LaunchContext(
                registration: row.0, homePage: row.1, name: row.2, partner: row.3, cohort: row.4,
                activities: row.5.bytes, extensions: row.6.bytes)
        }
    }
}
