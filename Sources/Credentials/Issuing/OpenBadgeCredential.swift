/// An Open Badges 3.0 credential on the VC Data Model 2.0: one competence at one level.
///
/// ```swift
/// let credential = try OpenBadgeCredential(award)
/// let secured = try await JWTSecuring(signer: signer).secure(credential)
/// ```
public struct OpenBadgeCredential: Sendable {
    /// What the credential attests.
    public let award: CompetenceAward
    /// The level reached.
    public let level: CompetenceLevel

    /// Takes an award that makes a credential which verifiers accept; refuses others.
    public init(_ award: CompetenceAward) throws(CredentialError) {
        guard let level = award.competence.levels.first(where: { $0.number == award.level }) else {
            throw CredentialError(.invalidCredential, "Level \(award.level) is not on the scale of the competence.")
        }
        self.award = award
        self.level = level
        try check()
    }

    /// The credential's id, a `urn:uuid:`.
    public var id: String { award.credentialID.urn }

    /// The id of the credential's subject, a `urn:uuid:`.
    public var subjectID: String { award.recipient.subjectID.urn }

    /// The credential's name.
    public var name: String { "\(award.competence.name), level \(level.number) (\(level.name))" }

    /// The code of the competence at the level, such as `A1.3`.
    public var code: String { "\(award.competence.code).\(level.number)" }
}
