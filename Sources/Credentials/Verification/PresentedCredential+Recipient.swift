internal import JSON

extension PresentedCredential {
    /// Whether the credential is about the person that somebody named.
    func recipientOutcome(claimed: String?) -> CheckOutcome {
        guard let claimed = claimed.map(Self.trimmed), !claimed.isEmpty else { return .notRequested }
        let identifiers = root["credentialSubject"]?["identifier"]?.elements.compactMap(Self.identifier) ?? []
        guard !identifiers.isEmpty else {
            return .couldNotCheck("It doesn't say whom it is about in a way that can be compared.")
        }
        return identifiers.contains { $0.matches(claimed) }
            ? .passed : .failed("It was not issued to the person you named, or names that person differently.")
    }

    private static func identifier(_ value: JSONValue) -> RecipientIdentifier? {
        guard let type = value["identityType"]?.string, let identity = value["identityHash"]?.string,
            let isHashed = value["hashed"]?.boolean
        else { return nil }
        return .stored(type: type, identity: identity, salt: isHashed ? value["salt"]?.string ?? "" : nil)
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
