internal import JSON

extension PresentedCredential {
    /// Where the credential's proof is, in what was handed in.
    var proofPointer: String { claims == nil ? "/proof" : "/id" }

    /// Why the credential is not in force, if it isn't; one without dates always is.
    func dateFault(at instant: Instant) -> DataModelFault? {
        guard let claims else { return ownDateFault(at: instant) }
        return ownDateFault(at: instant).map(DocumentVerifier.enveloped) ?? claims.dateFault(at: instant)
    }

    private func ownDateFault(at instant: Instant) -> DataModelFault? {
        let names = (DataModelVersion(of: root) ?? .v2).validity
        if let until = root[names.until]?.string.flatMap(DateTime.parse), until <= instant {
            return DataModelFault(pointer: "/\(names.until)", rule: .validityPeriod, message: "It has expired.")
        }
        if let from = root[names.from]?.string.flatMap(DateTime.parse), instant < from {
            return DataModelFault(pointer: "/\(names.from)", rule: .validityPeriod, message: "It is not valid yet.")
        }
        return nil
    }
}

extension JSONValue {
    /// Why a token with these claims is not in force, if it isn't.
    func dateFault(at instant: Instant) -> DataModelFault? {
        if let end = self["exp"], end.double.map({ $0 <= Double(instant.seconds) }) ?? true {
            return DataModelFault(pointer: "/id", rule: .validityPeriod, message: "The token has expired.")
        }
        if let start = self["nbf"], start.double.map({ $0 > Double(instant.seconds) }) ?? true {
            return DataModelFault(pointer: "/id", rule: .validityPeriod, message: "The token is not valid yet.")
        }
        return nil
    }
}
