internal import JSON

/// Credentials.
extension DataModelCheck {
    /// Checks a credential of either version.
    mutating func checkCredential(_ credential: JSONValue) {
        guard credential.kind == .object else {
            return fault(credential, .securing, "A credential must be an object.")
        }
        let version = DataModelVersion(of: credential) ?? .v2
        checkContexts(credential, [.v2, .v1])
        checkTypes(credential, including: "VerifiableCredential")
        checkIdentifier(credential)
        checkText(credential, "name")
        checkText(credential, "description")
        checkIssuer(credential)
        checkSubjects(credential)
        checkValidity(credential, version)
        checkStatuses(credential)
        checkTyped(credential, "credentialSchema", .schemas, requiresIdentifier: true)
        checkTyped(credential, "refreshService", .refreshing)
        checkTyped(credential, "termsOfUse", .termsOfUse)
        checkTyped(credential, "evidence", .evidence)
        checkTyped(credential, "proof", .securing)
        if version == .v2 { checkRelatedResources(credential) }
    }

    private mutating func checkIssuer(_ credential: JSONValue) {
        guard let issuer = credential["issuer"] else {
            return fault(credential, .issuer, "The member “issuer” is missing.")
        }
        checkLink(issuer, .issuer)
    }

    private mutating func checkSubjects(_ credential: JSONValue) {
        guard credential["credentialSubject"] != nil else {
            return fault(credential, .subject, "The member “credentialSubject” is missing.")
        }
        for subject in objects(credential, "credentialSubject", .subject) {
            if subject.count == 0 { fault(subject, .subject, "A subject must have at least one claim.") }
            checkIdentifier(subject)
        }
    }

    private mutating func checkValidity(_ credential: JSONValue, _ version: DataModelVersion) {
        let names = version.validity
        if version == .v1, credential[names.from] == nil {
            fault(credential, .validityPeriod, "The member “\(names.from)” is missing.")
        }
        let from = instant(credential[names.from])
        let until = instant(credential[names.until])
        if let from, let until, until < from, let member = credential[names.until] {
            fault(member, .validityPeriod, "It would end before it begins.")
        }
    }

    private mutating func instant(_ value: JSONValue?) -> Instant? {
        guard let value else { return nil }
        guard let instant = value.string.flatMap(DateTime.parse) else {
            fault(value, .validityPeriod, "This must be a date and time with a zone.")
            return nil
        }
        return instant
    }
}
