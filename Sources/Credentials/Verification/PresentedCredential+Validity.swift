internal import JSON

extension PresentedCredential {
    /// Compares the dates with each other, with the token's claims `nbf` and `exp`, and with an instant.
    func validity(at instant: Instant) -> Validity {
        guard let from = root["validFrom"]?.string.flatMap(DateTime.parse) else {
            return .contradictory("It doesn't say in a readable way from when it is valid.")
        }
        let until = root["validUntil"]?.string.flatMap(DateTime.parse)
        guard root["validUntil"] == nil || until != nil else {
            return .contradictory("It doesn't say in a readable way until when it is valid.")
        }
        if let claims {
            guard Self.agrees(claims["nbf"], with: from) else {
                return .contradictory("The token's start (nbf) is not the credential's (validFrom).")
            }
            guard Self.agrees(claims["exp"], with: until) else {
                return .contradictory("The token's end (exp) is not the credential's (validUntil).")
            }
        }
        if let until, until < from { return .contradictory("It would end before it begins.") }
        if let until, until <= instant { return .expired(until) }
        return instant < from ? .notYet(from) : .current
    }

    /// Whether a claim names the instant, in whole seconds; a date without claim agrees only with none.
    private static func agrees(_ claim: JSONValue?, with date: Instant?) -> Bool {
        guard let claim else { return date == nil }
        guard let date, let seconds = claim.double.flatMap({ Int(exactly: $0) }) else { return false }
        return seconds == date.seconds
    }
}
