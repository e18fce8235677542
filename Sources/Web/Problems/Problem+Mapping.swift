internal import Awarding
internal import Evaluation
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import LearningRecords
internal import LibPQ
internal import Training
internal import XAPI

extension Problem {
    /// Any error as a problem: the one place where errors meet HTTP.
    ///
    /// What is not meant for outsiders is told as a 500 without particulars; those are for the log.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let rejection as StatementRejection: self.init(rejection)
        case let error as LearningRecordError: self.init(error)
        case let error as DefinitionError: self.init(error)
        case let error as EvaluationError: self.init(error)
        case let error as QuarantineError: self.init(.notFound, "not-found", error.description)
        case let error as PostgresError: self.init(error)
        case is SigningOutage:
            self.init(
                .serviceUnavailable, "signing",
                "The keys that sign can't be reached at the moment. Nothing is lost: come again in a few minutes.",
                headers: [.retryAfter: "60"])
        case let error as HTTPError: self.init(error.status, "request", error.body ?? error.status.reasonPhrase)
        default: self.init(.internalServerError, "internal", "Something went wrong here; it has been noted.")
        }
    }

    /// The database cannot answer: come again in a moment.
    ///
    /// - Parameter advice: What that means for what was asked.
    static func unavailable(
        _ advice: String = "If something was to be changed, it may or may not have been: look before you send it again."
    ) -> Problem {
        Problem(
            .serviceUnavailable, "unavailable", "The database cannot be reached at the moment. " + advice,
            headers: [.retryAfter: "2"])
    }

    /// The database gave up on what was asked, and undid what was begun.
    private static func givenUp(_ reason: String) -> Problem {
        Problem(.serviceUnavailable, "busy", reason + " What was begun is undone.", headers: [.retryAfter: "10"])
    }

    private init(_ rejection: StatementRejection) {
        self.init(.badRequest, "invalid-statement", rejection.summary) { rejection.writeMembers(to: &$0) }
    }

    private init(_ error: LearningRecordError) {
        switch error {
        case .conflict(let ids):
            self.init(
                .conflict, "statement-conflict",
                "A statement with this id is stored already and says something else; statements never change."
            ) { writer in
                writer.member(
                    "statements",
                    array: { writer in
                        for id in ids { writer.string(id.uuidString.lowercased()) }
                    })
            }
        case .overloaded:
            self.init(
                .serviceUnavailable, "overloaded", "Too much is waiting to be stored; send it again in a moment.",
                headers: [.retryAfter: "1"])
        case .unavailable:
            self = .unavailable(
                "What was sent may or may not be stored: send it again, with the same statement ids.")
        }
    }

    private init(_ error: EvaluationError) {
        switch error {
        case .unknownView: self.init(.notFound, "not-found", error.description)
        case .unknownColumn, .badValue: self.init(.badRequest, "query", error.description)
        case .manyReaders:
            self.init(.serviceUnavailable, "busy", error.description, headers: [.retryAfter: "5"])
        case .manyOfOneReader:
            self.init(.tooManyRequests, "rate", error.description, headers: [.retryAfter: "5"])
        case .abandoned: self = .givenUp("What was asked for was not taken; ask again.")
        }
    }

    private init(_ error: PostgresError) {
        switch error.sqlState {
        case .lockNotAvailable?:
            self = .givenUp("Others were changing the same for too long; send it again when they are done.")
            return
        case .queryCanceled?:
            self = .givenUp("This took longer than a request may; ask for less at once, or send it again later.")
            return
        default: break
        }
        switch error.sqlState?.rawValue.prefix(2) {
        case "22", "23", "54":
            self.init(.badRequest, "data", "The database cannot hold this: \(error.message)")
        case nil, "08", "25", "40", "53", "55", "57", "58":
            self = .unavailable()
        default:
            self.init(.internalServerError, "internal", "Something went wrong here; it has been noted.")
        }
    }
}
