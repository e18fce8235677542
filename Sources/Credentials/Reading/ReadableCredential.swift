public import FoundationEssentials
internal import JSON

/// What a credential of ours says, for people: read from the signed bytes, so that nothing is shown that wasn't signed.
///
/// Reading is not verifying: whether the credential holds, ``CredentialVerifier`` tells.
public struct ReadableCredential: Sendable, Equatable {
    /// A level of the competence's scale.
    public struct Level: Sendable, Equatable {
        /// Its number, as the credential has it.
        public let number: String
        /// Its name.
        public let name: String
        /// What somebody at the level does.
        public let descriptor: String
        /// The level of the European Qualifications Framework that the framework refers it to.
        public let eqf: String?
        /// Whether it is the one that was reached.
        public let isReached: Bool
    }

    /// A piece of evidence.
    public struct Evidence: Sendable, Equatable {
        /// What it is.
        public let name: String
        /// How the person was assessed: `test`, `observation`, `portfolio` or `recognition`.
        public let genre: String?
        /// The statement's id.
        public let id: String
        /// Digest of the statement, as multibase multihash of its canonical JSON.
        public let digest: String?
    }

    /// The credential's id, a `urn:uuid:`.
    public let id: String
    /// Its name.
    public let name: String
    /// Code of competence and level, such as `A1.3`.
    public let code: String
    /// The URI of the achievement.
    public let achievementID: String
    /// The competence, such as `A1 Partnership working`.
    public let competence: String
    /// The framework in which it stands.
    public let framework: String?
    /// What somebody at the level does.
    public let descriptor: String
    /// How the level was found.
    public let criteria: String
    /// The staff profile in which the competence was assessed.
    public let profile: String?
    /// The name of the person, if the credential has it in clear.
    public let recipientName: String?
    /// Under whose care the person was assessed.
    public let source: String?
    /// Name of the issuer.
    public let issuerName: String
    /// The issuer's DID.
    public let issuerID: String
    /// The language of the texts (BCP 47).
    public let language: String
    /// From when it is valid.
    public let validFrom: Date?
    /// Until when it is valid.
    public let validUntil: Date?
    /// When the level was reached.
    public let awardedDate: Date?
    /// The whole scale, from the lowest level.
    public let levels: [Level]
    /// What it rests on.
    public let evidence: [Evidence]

    /// The level that was reached.
    public var level: Level? { levels.first(where: \.isReached) }
}
