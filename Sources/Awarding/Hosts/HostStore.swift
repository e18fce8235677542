internal import Credentials
internal import Crypto
public import FoundationEssentials
internal import JSON
public import LibPQ
internal import Schema

/// Hosts of badges: who registered, whom holders let in, and their tokens (OAuth 2.0 with PKCE).
public struct HostStore: Sendable {
    /// For how long an authorization code is good.
    public static let codeLifetime: Duration = .seconds(300)
    /// For how long an access token is good.
    public static let accessLifetime: Duration = .seconds(3600)
    /// For how long a refresh token is good.
    public static let refreshLifetime: Duration = .seconds(30 * 86_400)

    let pool: ConnectionPool

    /// The hosts in the database of a pool.
    public init(pool: ConnectionPool) {
        self.pool = pool
    }

    /// Registers a host.
    public func register(_ registration: HostRegistration) async throws -> RegisteredHost {
        let secret = LinkSecret()
        let row = try await pool.withConnection { db in
            try await db.one(
                Queries.hostsRegisterClient(
                    secret.hash, registration.name, registration.homePage, registration.redirectURIs,
                    registration.scopes.map(\.rawValue), JSONText(registration.json)), as: (UUID, Date).self)
        }
        return RegisteredHost(id: row.0, secret: secret, registeredAt: row.1)
    }

    /// A host by its `client_id`.
    public func client(_ id: UUID) async throws -> HostClient? {
        typealias Columns = (Int64, [UInt8], String, String, [String], [String], JSONText)
        let row = try await pool.withConnection { db in
            try await db.first(Queries.hostsClient(id), as: Columns.self)
        }
        guard let row else { return nil }
        return HostClient(
            key: row.0, id: id, secretHash: row.1, name: row.2, homePage: row.3, redirectURIs: row.4,
            scopes: row.5.compactMap(HostScope.init(rawValue:)), registration: try JSONDocument(parsing: row.6.bytes))
    }

    /// Lets a host in for a holder; the code is for the host.
    ///
    /// - Parameters:
    ///   - redirectURI: where the code is sent, which the host must name again.
    ///   - challenge: PKCE's `code_challenge` (S256).
    public func grant(
        _ scopes: [HostScope], to client: HostClient, by holder: Holder, redirectURI: String, challenge: String
    ) async throws -> LinkSecret {
        let code = LinkSecret()
        try await pool.withConnection { db in
            _ = try await db.execute(
                Queries.hostsGrantHost(
                    client.key, holder.key, holder.partner, scopes.map(\.rawValue), code.hash, redirectURI, challenge,
                    Self.seconds(Self.codeLifetime)))
        }
        return code
    }

    /// Redeems a code, once; nil when it is not good.
    ///
    /// A second time ends what was granted.
    ///
    /// - Parameter verifier: PKCE's `code_verifier`.
    public func redeem(
        code: LinkSecret, verifier: String, redirectURI: String, by client: HostClient
    ) async throws -> HostTokens? {
        let (access, refresh) = (LinkSecret(), LinkSecret())
        let granted = try await pool.withTransaction { db in
            try await db.one(
                Queries.hostsRedeemCode(
                    code.hash, client.key, redirectURI, Self.challenge(for: verifier), access.hash,
                    Self.seconds(Self.accessLifetime), refresh.hash, Self.seconds(Self.refreshLifetime)),
                as: [String]?.self)
        }
        return Self.tokens(access, refresh, granted)
    }

    /// Redeems a refresh token, once; nil when it is not good.
    ///
    /// A second time ends what was granted.
    ///
    /// - Parameter scopes: what the access token is to be for; nil for all that was granted.
    public func refresh(
        _ token: LinkSecret, scopes: [HostScope]?, by client: HostClient
    ) async throws -> HostTokens? {
        let (access, refresh) = (LinkSecret(), LinkSecret())
        let granted = try await pool.withTransaction { db in
            try await db.one(
                Queries.hostsRefreshTokens(
                    token.hash, client.key, scopes?.map(\.rawValue), access.hash, Self.seconds(Self.accessLifetime),
                    refresh.hash, Self.seconds(Self.refreshLifetime)), as: [String]?.self)
        }
        guard let granted else { return nil }
        return HostTokens(
            access: access, refresh: refresh, scopes: granted.compactMap(HostScope.init(rawValue:)))
    }

    /// Takes back a token; what is no token of the host's, or not any more, is none already.
    public func revoke(_ token: LinkSecret, by client: HostClient) async throws {
        try await pool.withTransaction { db in
            _ = try await db.execute(Queries.hostsRevokeToken(token.hash, client.key))
        }
    }

    /// The host that an access token lets in; nil when the token is not good.
    public func guest(_ token: LinkSecret) async throws -> HostGuest? {
        let row = try await pool.withConnection { db in
            try await db.first(Queries.hostsGuest(token.hash), as: (Int64, Int64, String?, [String]).self)
        }
        return row.map { row in
            HostGuest(
                client: row.0, holder: row.1, partner: row.2, scopes: Set(row.3.compactMap(HostScope.init(rawValue:))))
        }
    }

    /// PKCE's challenge for a verifier (RFC 7636 §4.2).
    static func challenge(for verifier: String) -> String {
        Base64URL.string(SHA256.hash(data: Array(verifier.utf8)))
    }

    private static func tokens(_ access: LinkSecret, _ refresh: LinkSecret, _ granted: [String]?) -> HostTokens? {
        guard let scopes = granted?.compactMap(HostScope.init(rawValue:)) else { return nil }
        return HostTokens(access: access, refresh: scopes.contains(.offlineAccess) ? refresh : nil, scopes: scopes)
    }

    private static func seconds(_ duration: Duration) -> Int32 { Int32(duration / .seconds(1)) }
}
