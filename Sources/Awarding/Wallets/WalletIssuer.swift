public import FoundationEssentials
public import LibPQ
internal import Schema

/// Issues credentials to wallets (OpenID4VCI 1.0).
///
/// A wallet redeems an offer for a token, asks for a challenge, answers it with proofs of its keys, and gets a copy of the
/// credential for each key. A copy is the credential itself, bound to the key: see `BoundCredential`.
public struct WalletIssuer: Sendable {
    /// For how long a token is good.
    public static let tokenLifetime: Duration = .seconds(600)
    /// For how long a challenge can be answered.
    public static let nonceLifetime: Duration = .seconds(300)
    /// How many copies are issued in answer to one request.
    public static let batchSize = 10
    /// How many copies are issued by one token.
    public static let maximumCopies: Int32 = 30

    let pool: ConnectionPool
    let identity: IssuerIdentity
    let clock: @Sendable () -> Date

    /// Issues in the name of an identity.
    ///
    /// - Parameter clock: what tells the time at which proofs have to be fresh.
    public init(pool: ConnectionPool, identity: IssuerIdentity, clock: @escaping @Sendable () -> Date = { Date() }) {
        self.pool = pool
        self.identity = identity
        self.clock = clock
    }

    /// Whether an offer that can still be redeemed asks for a transaction code; nil when there is no such offer.
    public func asksTransactionCode(_ offer: OfferSecret) async throws -> Bool? {
        try await pool.withConnection { db in
            try await db.first(Queries.walletsOffer(offer.linkHash), as: Bool.self)
        }
    }

    /// Redeems an offer for a token; once.
    ///
    /// - Throws: ``IssuanceError`` for a code that is not good, and for a transaction code that is wrong, missing or not
    ///   asked for.
    public func redeem(code: String, transactionCode: String?) async throws -> LinkSecret {
        let token = LinkSecret()
        let seconds = Int32(Self.tokenLifetime / .seconds(1))
        let outcome = try await pool.withTransaction { db in
            let outcome = try await db.one(
                Queries.walletsRedeemOffer(
                    OfferSecret.hash(ofCode: code),
                    transactionCode.map { OfferSecret.hash(ofTransactionCode: $0, code: code) }, token.hash, seconds),
                as: String.self)
            if outcome == "redeemed" { try await Self.handOnName(ofCode: code, to: token, db) }
            return outcome
        }
        switch outcome {
        case "redeemed": return token
        case "missing": throw IssuanceError(.invalidRequest, "tx_code: the offer asks for a transaction code.")
        case "unexpected": throw IssuanceError(.invalidRequest, "tx_code: the offer asks for no transaction code.")
        case "wrong": throw IssuanceError(.invalidGrant, "tx_code: it is wrong.")
        default:
            throw IssuanceError(
                .invalidGrant, "pre-authorized_code: there is none such, or it was used, or it has expired.")
        }
    }

    /// Seals the name that an offer has for its code anew, for the token that the code was redeemed for.
    private static func handOnName(
        ofCode code: String, to token: LinkSecret, _ db: borrowing Connection
    ) async throws {
        let hash = OfferSecret.hash(ofCode: code)
        guard let sealed = try await db.first(Queries.walletsTakeOfferedName(hash), as: [UInt8].self),
            let name = SealedName(bytes: sealed).open(with: code, for: .offer)
        else { return }
        try await db.execute(
            Queries.walletsNameToken(token.hash, SealedName(name, with: token.text, for: .token).bytes))
    }

    /// A fresh challenge.
    public func nonce() async throws -> LinkSecret {
        let nonce = LinkSecret()
        let seconds = Int32(Self.nonceLifetime / .seconds(1))
        try await pool.withConnection { db in
            _ = try await db.execute(Queries.walletsMakeNonce(nonce.hash, seconds))
        }
        return nonce
    }

    /// Notes what a wallet tells of the copies that it was given.
    ///
    /// - Parameter event: `credential_accepted`, `credential_failure` or `credential_deleted`.
    /// - Throws: ``IssuanceError`` when the token is not good, or is not for these copies.
    public func note(_ event: String, of notification: UUID, token: LinkSecret) async throws {
        let (isGood, isKnown) = try await pool.withConnection { db in
            try await db.one(
                Queries.walletsNoteEvent(token.hash, notification, event), as: (Bool, Bool).self)
        }
        guard isGood else { throw Self.noToken }
        guard isKnown else {
            throw IssuanceError(.invalidNotificationID, "notification_id: nothing was issued by this id and token.")
        }
    }

    static let noToken = IssuanceError(.invalidToken, "There is no such token, or it has expired.")
}
