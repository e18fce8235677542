public import FoundationEssentials

/// A status list as the credential that is published, before it is signed.
///
/// ```swift
/// let list = StatusListCredential(id: url, issuer: did, bits: bits, validFrom: now, validUntil: now + 7 * 86400)
/// let published = try await signer.sign(list.json(), ProofOptions(created: now))
/// ```
public struct StatusListCredential: Sendable {
    /// The list's URL.
    public var id: String
    /// The issuer's DID.
    public var issuer: String
    /// What the list is for.
    public var purpose: StatusPurpose
    /// The bits.
    public var bits: StatusBits
    /// From when the list is in force.
    public var validFrom: Date
    /// Until when it is, so that a stale copy is noticed.
    public var validUntil: Date?
    /// For how long a verifier may keep a copy.
    public var timeToLive: Duration?

    /// Describes a list.
    public init(
        id: String, issuer: String, purpose: StatusPurpose = .revocation, bits: StatusBits, validFrom: Date,
        validUntil: Date? = nil, timeToLive: Duration? = nil
    ) {
        self.id = id
        self.issuer = issuer
        self.purpose = purpose
        self.bits = bits
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.timeToLive = timeToLive
    }

    /// The credential without proof.
    public func json() throws(CredentialError) -> [UInt8] {
        try JSONTree.members(members()).bytes
    }

    func members() throws(CredentialError) -> [JSONTree.Member] {
        [
            .init("@context", texts: ["https://www.w3.org/ns/credentials/v2"]),
            .init("id", id),
            .init("type", texts: ["VerifiableCredential", StatusListReading.credentialType]),
            .init("issuer", issuer),
            .init("validFrom", DateTime.text(validFrom)),
            .init("validUntil", validUntil.map(DateTime.text)),
            .init(
                "credentialSubject",
                .object(
                    .init("id", subjectID), .init("type", StatusListReading.subjectType),
                    .init("statusPurpose", purpose.name), .init("encodedList", try bits.encoded()),
                    .init("ttl", timeToLive.map { .integer(Int($0 / .milliseconds(1))) }))),
        ].filter { $0.value != nil }
    }

    /// The id of the list as the credential's subject.
    var subjectID: String { id + "#list" }
}
