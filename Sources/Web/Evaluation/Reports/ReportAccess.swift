internal import Evaluation
internal import Hummingbird
internal import LibPQ
internal import Operations
internal import Training

/// The way of the controllers of reports to what is kept: only as the caller may see it.
struct ReportAccess {
    let training: TrainingAccess
    let rollups: Rollups

    init(training: TrainingAccess, pool: ConnectionPool) {
        self.training = training
        rollups = Rollups(pool: pool)
    }

    /// The reports on behalf of a caller.
    func reports(for caller: Caller) -> ReportStore {
        ReportStore(training.database(for: caller), rollups: rollups)
    }

    /// A report; 404 where there is none, or not for the caller.
    func report(_ number: Int64, of subject: ReportSubject, for caller: Caller) async throws -> FrozenReport {
        guard let report = try await reports(for: caller).report(number, of: subject) else {
            throw Self.missing(number, subject)
        }
        return report
    }

    static func missing(_ number: Int64, _ subject: ReportSubject) -> Problem {
        let what =
            switch subject {
            case .pilot(let code): "report \(number) of the pilot \(code.prefix(200))"
            case .synthesis: "synthesis \(number)"
            }
        return Problem(.notFound, "not-found", "There is no \(what), or not for this key.")
    }
}

/// Where reports are.
enum ReportLinks {
    /// The reports of a pilot, or the syntheses.
    static func list(_ subject: ReportSubject) -> String {
        switch subject {
        case .pilot(let code): "/reports/\(PathSegment.encoded(code))"
        case .synthesis: "/syntheses"
        }
    }

    static func report(_ number: String, of subject: ReportSubject) -> String { list(subject) + "/" + number }

    /// The same for programs.
    static func api(_ subject: ReportSubject) -> String {
        switch subject {
        case .pilot(let code): "/api/pilots/\(PathSegment.encoded(code))/reports"
        case .synthesis: "/api/syntheses"
        }
    }

    /// Where the JSON Schema of reports is.
    static let schema = "/schemas/report/1"
}
