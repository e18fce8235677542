internal import Credentials
public import FoundationEssentials
internal import LibPQ
internal import Schema
public import Training

/// Makes the offers by which wallets get credentials (OpenID4VCI 1.0, pre-authorized code).
///
/// ```swift
/// let offers = CredentialOfferStore(CallerDatabase(pool: pool, partner: "riga"))
/// let offer = try await offers.make(of: credential, asksTransactionCode: true, by: "riga-lms")
/// ```
public struct CredentialOfferStore: Sendable {
    /// For how long an offer is good when nobody says otherwise.
    public static let lifetime: Duration = .seconds(15 * 60)
    /// For how long an offer can be good at most.
    public static let maximumLifetime: Duration = .seconds(7 * 86_400)

    private let database: CallerDatabase

    /// The offers that a caller may make: for a partner those of credentials of its pilots.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// Offers a credential.
    ///
    /// - Parameters:
    ///   - asksTransactionCode: Whether the wallet has to send six digits that the holder is told by another way.
    ///   - lifetime: For how long the offer is good, up to ``maximumLifetime``.
    ///   - actor: Who makes it.
    /// - Throws: `DefinitionError` when there is no such credential for the caller, or it doesn't stand any more.
    public func make(
        of credential: UUID, asksTransactionCode: Bool, lifetime: Duration = lifetime, by actor: String
    ) async throws -> CredentialOffer {
        try await make(of: credential, holder: nil, asksTransactionCode: asksTransactionCode, lifetime, by: actor)
    }

    func make(
        of credential: UUID, holder: Int64?, asksTransactionCode: Bool, name: PersonName? = nil, _ lifetime: Duration,
        by actor: String
    ) async throws -> CredentialOffer {
        let secret = OfferSecret()
        let code = asksTransactionCode ? OfferSecret.randomTransactionCode() : nil
        let seconds = Int32(min(lifetime, Self.maximumLifetime) / .seconds(1))
        let sealed = try name.map { try SealedName($0, with: secret.code, for: .offer) }
        let expiresAt = try await database.defining { db in
            let expiresAt = try await db.one(
                Queries.walletsMakeOffer(
                    credential, holder, secret.linkHash, OfferSecret.hash(ofCode: secret.code),
                    code.map { OfferSecret.hash(ofTransactionCode: $0, code: secret.code) }, seconds, actor),
                as: Date.self)
            if let sealed { try await db.execute(Queries.walletsNameOffer(secret.linkHash, sealed.bytes)) }
            return expiresAt
        }
        return CredentialOffer(secret: secret, transactionCode: code, expiresAt: expiresAt)
    }
}
