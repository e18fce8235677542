internal import JSON

extension PresentedCredential {
    /// Compares the dates with each other, with the token's claims `nbf` and `exp`, and with an instant.
    func validity(at instant: Instant) -> Validity {
        let model = dataModel
        guard let from = root[model.start]?.string.flatMap(DateTime.parse) else {
            return .contradictory("It doesn't say in a readable way from when it is valid.")
        }
        let until = root[model.end]?.string.flatMap(DateTime.parse)
        guard root[model.end] == nil || until != nil else {
            return .contradictory("It doesn't say in a readable way until when it is valid.")
        }
        let other: DataModel = model == .v1 ? .v2 : .v1
        // Whoever knows the other edition would look there.
        guard root[other.end].map({ $0.string.flatMap(DateTime.parse) == until }) ?? true else {
            return .contradictory("It says twice until when it is valid, and not the same.")
        }
        if let claims {
            guard agrees(claims["nbf"], with: from) else {
                return .contradictory("The token's start (nbf) is not the credential's (\(model.start)).")
            }
            guard agrees(claims["exp"], with: until) else {
                return .contradictory("The token's end (exp) is not the credential's (\(model.end)).")
            }
        }
        if let until, until < from { return .contradictory("It would end before it begins.") }
        if let until, until <= instant { return .expired(until) }
        return instant < from ? .notYet(from) : .current
    }

    /// Whether a claim names the instant, in whole seconds; a date without claim agrees only with none, but in the older
    /// data model the claim may be missing.
    private func agrees(_ claim: JSONValue?, with date: Instant?) -> Bool {
        guard let claim else { return date == nil || dataModel == .v1 }
        guard let date, let seconds = claim.double.flatMap({ Int(exactly: $0) }) else { return false }
        return seconds == date.seconds
    }
}
