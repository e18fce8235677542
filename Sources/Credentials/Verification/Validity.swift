/// How a credential's dates stand to an instant.
enum Validity: Hashable {
    case current
    case expired(Instant)
    case notYet(Instant)
    /// The dates don't agree with each other or with the token's claims.
    case contradictory(String)

    var isContradictory: Bool { if case .contradictory = self { true } else { false } }

    var outcome: CheckOutcome {
        switch self {
        case .current: .passed
        case .expired(let until): .failed("It was valid until \(DateTime.text(until.date)).")
        case .notYet(let from): .failed("It is valid from \(DateTime.text(from.date)) only.")
        case .contradictory(let reason): .failed(reason)
        }
    }
}
