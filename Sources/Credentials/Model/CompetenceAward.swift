public import FoundationEssentials

/// What a credential attests: a person showed a competence at a level, on certain evidence.
public struct CompetenceAward: Sendable {
    /// The credential's identifier.
    public var credentialID: UUID
    /// Who attests it.
    public var issuer: IssuerProfile
    /// The URI of the achievement *this competence at this level*; neither the competence's nor the level's own.
    public var achievementID: String
    /// The same achievement in other languages.
    public var translations: [AchievementTranslation]
    /// Where the achievement's picture is.
    public var image: String?
    /// The competence.
    public var competence: Competence
    /// The number of the level reached.
    public var level: Int
    /// The staff profile in which the competence was assessed, such as `Local police officer`.
    public var profile: String?
    /// How the level was found, in words (Markdown).
    public var criteria: String
    /// The language of the texts (BCP 47).
    public var language: String
    /// Whom it is about.
    public var recipient: Recipient
    /// From when the credential is valid; whole seconds are kept.
    public var validFrom: Date
    /// Until when the credential is valid.
    public var validUntil: Date?
    /// When the level was reached.
    public var awardedDate: Date?
    /// What it rests on.
    public var evidence: [EvidenceEntry]
    /// Under whose care the person was assessed: a pilot or partner.
    public var source: CredentialSource?
    /// Where its revocation would be published.
    public var status: StatusListEntry?

    /// Describes an award.
    public init(
        credentialID: UUID, issuer: IssuerProfile, achievementID: String, competence: Competence, level: Int,
        profile: String? = nil, criteria: String, language: String = "en", recipient: Recipient, validFrom: Date,
        validUntil: Date? = nil, awardedDate: Date? = nil, evidence: [EvidenceEntry] = [],
        source: CredentialSource? = nil, status: StatusListEntry? = nil, image: String? = nil,
        translations: [AchievementTranslation] = []
    ) {
        self.credentialID = credentialID
        self.issuer = issuer
        self.achievementID = achievementID
        self.competence = competence
        self.level = level
        self.profile = profile
        self.criteria = criteria
        self.language = language
        self.recipient = recipient
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.awardedDate = awardedDate
        self.evidence = evidence
        self.source = source
        self.status = status
        self.image = image
        self.translations = translations
    }
}

/// An achievement whose texts are in another language: what a credential, whose texts are in one, names as related.
public struct AchievementTranslation: Sendable, Equatable {
    /// The URI of the achievement in that language.
    public var id: String
    /// The language (BCP 47).
    public var language: String

    /// Names a translation.
    public init(id: String, language: String) {
        self.id = id
        self.language = language
    }
}
