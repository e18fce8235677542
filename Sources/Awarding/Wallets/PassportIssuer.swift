public import Credentials
public import FoundationEssentials
public import LibPQ
internal import Schema
internal import Training

/// Puts a person's credentials together into one that is signed: the competence passport (CLR 2.0).
public struct PassportIssuer: Sendable {
    let pool: ConnectionPool
    let identity: IssuerIdentity
    let clock: @Sendable () -> Date

    /// Issues in the name of an identity.
    ///
    /// - Parameter clock: what tells the time from which passports are valid.
    public init(pool: ConnectionPool, identity: IssuerIdentity, clock: @escaping @Sendable () -> Date = { Date() }) {
        self.pool = pool
        self.identity = identity
        self.clock = clock
    }

    /// The forms of a passport.
    public enum Form: Sendable {
        /// JSON-LD with a proof within it.
        case document
        /// A JWT.
        case token
    }

    /// A fresh passport with the holder's credentials that stand and have not expired; nil when there are none.
    ///
    /// Where they are too large together, only the highest level of each competence is in it, and it says that it is
    /// partial.
    /// - Parameter name: The holder's name, which the passport then has in it; nil for none. The credentials within it stay
    ///   as they were issued.
    /// - Throws: `CredentialError` where even these are too large; ``SigningOutage`` when the keys that sign now can't be
    ///   reached from this process.
    public func passport(
        of holder: Holder, as form: Form, naming name: PersonName? = nil
    ) async throws -> SecuredCredential? {
        let rows = try await CallerDatabase(pool: pool, partner: holder.partner).defining(readOnly: true) { db in
            try await db.rows(
                Queries.walletsPassport(holder.key), as: (String?, String, String, String).self)
        }
        guard let person = rows.first else { return nil }
        var credentials = try rows.compactMap(\.0).map { try RecordedCredential(Array($0.utf8)) }
        guard !credentials.isEmpty else { return nil }
        if credentials.reduce(0, { $0 + $1.document.count }) > LearnerRecordCredential.maximumBytes {
            credentials = LearnerRecordCredential.highest(credentials)
        }
        let record = try LearnerRecordCredential(
            id: UUID(), issuer: identity.profile, subjectID: "urn:uuid:" + UUID().uuidString.lowercased(),
            identifiers: UnsignedAward.identifiers(kind: person.3, person.1, homePage: person.2)
                + [name].compactMap { $0.map { .name($0.text) } },
            credentials: credentials, isPartial: credentials.count < rows.count, validFrom: clock())
        return try await SigningOutage.telling {
            let keys = try await pool.withConnection { db in try await identity.signingKeys(db) }
            switch form {
            case .document:
                return try await DataIntegritySecuring(signer: keys.proof.signer, clock: clock).secure(record)
            case .token: return try await JWTSecuring(signer: keys.token.signer).secure(record)
            }
        }
    }
}
