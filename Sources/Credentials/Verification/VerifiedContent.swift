public import FoundationEssentials

/// What a credential says, once it is certain who says it.
public struct VerifiedContent: Hashable, Sendable {
    /// The credential's own JSON, exactly as signed; of a JWT the payload; of an SD-JWT VC what is disclosed, in the places
    /// where an Open Badge has it.
    public let json: [UInt8]
    /// The credential's id.
    public let id: String
    /// The credential's name.
    public let name: String?
    /// The issuer's DID or URL.
    public let issuerID: String
    /// The issuer's name as the credential gives it.
    public let issuerName: String?
    /// The achievement's name.
    public let achievementName: String?
    /// The achievement's code.
    public let achievementCode: String?
    /// What the person showed.
    public let achievementDescription: String?
    /// How it was found (Markdown).
    public let criteria: String?
    /// The URI of the level that was reached.
    public let achievedLevel: String?
    /// The recipient's name, where the credential gives it in clear.
    public let recipientName: String?
    /// From when it is valid.
    public let validFrom: Date?
    /// Until when it is valid.
    public let validUntil: Date?

    var tree: JSONTree {
        .object(
            .init("id", id), .init("name", name),
            .init("issuer", .object(.init("id", issuerID), .init("name", issuerName))),
            .init(
                "achievement",
                .object(
                    .init("name", achievementName), .init("humanCode", achievementCode),
                    .init("description", achievementDescription), .init("criteria", criteria),
                    .init("achievedLevel", achievedLevel))),
            .init("recipientName", recipientName), .init("validFrom", validFrom.map(DateTime.text)),
            .init("validUntil", validUntil.map(DateTime.text)))
    }
}
