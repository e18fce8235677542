public import FoundationEssentials

/// A Comprehensive Learner Record 2.0 (`ClrCredential`): a person's credentials in one, the competence passport.
///
/// The record is signed as a whole, and each credential in it keeps the proof that it was issued with, so that it can be
/// taken out and verified by itself. The record has no status of its own: whether a credential stands is told by the
/// status of that credential.
///
/// ```swift
/// let record = try LearnerRecordCredential(
///     id: UUID(), issuer: profile, recipient: recipient, credentials: documents.map(RecordedCredential.init),
///     isPartial: false, validFrom: now)
/// let secured = try await DataIntegritySecuring(signer: signer).secure(record)
/// ```
public struct LearnerRecordCredential: Sendable {
    /// The URL of the context (CLR 2.0).
    package static let context = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
    static let contextText: RDFText = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"

    /// The size of all credentials together, in bytes, beyond which they make no record that verifiers read.
    public static let maximumBytes = 917_504

    /// The record's identifier.
    public let id: UUID
    /// Who makes the record.
    public let issuer: IssuerProfile
    /// Whose record it is.
    public let subjectID: String
    /// What the person can be recognised by.
    public let identifiers: [RecipientIdentifier]
    /// The credentials, each once.
    public let credentials: [RecordedCredential]
    /// Whether the issuer knows of more of the person's credentials than stand in the record.
    public let isPartial: Bool
    /// From when the record is valid; whole seconds are kept.
    public let validFrom: Date

    /// Puts credentials together.
    ///
    /// - Parameter subjectID: the id of the person in the record; a URI.
    /// - Throws: ``CredentialError`` when there are no credentials, when one stands there twice, or when they are too
    ///   large together.
    public init(
        id: UUID, issuer: IssuerProfile, subjectID: String, identifiers: [RecipientIdentifier] = [],
        credentials: [RecordedCredential], isPartial: Bool, validFrom: Date
    ) throws(CredentialError) {
        guard !credentials.isEmpty else {
            throw CredentialError(.invalidCredential, "A learner record holds at least one credential.")
        }
        guard Set(credentials.map { Array($0.id.utf8) }).count == credentials.count else {
            throw CredentialError(.invalidCredential, "A credential stands twice in the learner record.")
        }
        guard credentials.reduce(0, { $0 + $1.document.count }) <= Self.maximumBytes else {
            throw CredentialError(
                .invalidCredential, "The credentials of the learner record are larger than \(Self.maximumBytes) bytes.")
        }
        guard OpenBadgeCredential.isURI(subjectID) else {
            throw CredentialError(.invalidCredential, "The id of the record's subject is not an absolute URI.")
        }
        self.id = id
        self.issuer = issuer
        self.subjectID = subjectID
        self.identifiers = identifiers
        self.credentials = credentials
        self.isPartial = isPartial
        self.validFrom = validFrom
    }

    /// The highest level that a person has on each scale, and what is on no scale: for records that would be too large.
    public static func highest(_ credentials: [RecordedCredential]) -> [RecordedCredential] {
        credentials.filter { credential in
            guard let scale = credential.scale, let level = credential.level else { return true }
            return !credentials.contains { other in
                other.scale.map(sameBytes(scale)) == true && (other.level ?? 0) > level
            }
        }
    }
}
