public import FoundationEssentials
public import LibPQ
internal import Schema

/// The API keys, as the database keeps them.
public struct APIKeyStore: Sendable {
    let pool: ConnectionPool

    /// The keys in the database of a pool.
    public init(pool: ConnectionPool) {
        self.pool = pool
    }

    /// What a new key is to be.
    public struct Request: Sendable {
        /// The user name of HTTP Basic.
        public var name: String
        /// What it may do.
        public var scopes: Set<Scope>
        /// Code of the partner whose data it is limited to.
        public var partner: String?
        /// When it ends.
        public var expiresAt: Date?
        /// The xAPI version that answers a request which names none.
        public var xapiVersion: String
        /// Whether statements of the key that are refused as invalid go to quarantine.
        public var quarantines: Bool

        /// Describes a key.
        public init(
            name: String, scopes: Set<Scope>, partner: String? = nil, expiresAt: Date? = nil,
            xapiVersion: String = "2.0.0", quarantines: Bool = false
        ) {
            self.name = name
            self.scopes = scopes
            self.partner = partner
            self.expiresAt = expiresAt
            self.xapiVersion = xapiVersion
            self.quarantines = quarantines
        }
    }

    /// Makes a key and returns its secret, which is shown nowhere again.
    ///
    /// - Parameters:
    ///   - secret: The secret to use; a random one when it is nil.
    ///   - actor: Who makes it, for the audit log.
    /// - Throws: ``APIKeyError`` when the name is taken or bad, or the partner unknown.
    public func create(_ request: Request, secret: String? = nil, actor: String) async throws -> (
        id: UUID, secret: String
    ) {
        try Self.check(name: request.name, secret: secret)
        if let partner = request.partner {
            let exists = try await pool.withConnection { db in
                try await db.one(Queries.operationsPartnerExists(partner), as: Bool.self)
            }
            guard exists else { throw APIKeyError.unknownPartner(partner) }
        }
        let secret = secret ?? Secret.random()
        let id = try await pool.withConnection { db in
            try await db.first(
                Queries.operationsCreateKey(
                    request.name, Secret.hash(secret), request.scopes.map(\.rawValue).sorted(), request.partner,
                    request.xapiVersion, request.expiresAt, actor, request.quarantines),
                as: UUID.self)
        }
        guard let id else { throw APIKeyError.nameTaken(request.name) }
        return (id, secret)
    }

    /// Checks what a key is to be called, and its secret where it is chosen.
    /// - Throws: ``APIKeyError/badName(_:)``, ``APIKeyError/weakSecret``.
    public static func check(name: String, secret: String?) throws(APIKeyError) {
        guard !name.isEmpty, !name.contains(where: { $0 == ":" || $0.asciiValue ?? 32 < 32 }) else {
            throw .badName(name)
        }
        if let secret, secret.utf8.count < 8 { throw .weakSecret }
    }

    /// Makes the key with which an installation begins, unless its name is taken.
    public func ensure(name: String, secret: String) async throws {
        do {
            _ = try await create(Request(name: name, scopes: [.all]), secret: secret, actor: "bootstrap")
        } catch APIKeyError.nameTaken {
            return
        }
    }

    /// The living key of a name.
    public func key(named name: String) async throws -> APIKey? {
        try await pool.withConnection { db in
            try await db.first(Queries.operationsKeyByName(name), as: Row.types)
        }.map(Row.key)
    }

    /// Every living key, by name.
    public func list() async throws -> [APIKey] {
        try await pool.withConnection { db in
            try await db.rows(Queries.operationsLivingKeys(), as: Row.types)
        }.map(Row.key)
    }

    /// Withdraws a key.
    /// - Throws: ``APIKeyError/unknownName(_:)``.
    public func revoke(name: String, actor: String) async throws {
        let id = try await pool.withConnection { db in
            try await db.first(Queries.operationsRevokeKey(name, actor), as: UUID.self)
        }
        guard id != nil else { throw APIKeyError.unknownName(name) }
    }

    /// Gives a key a new secret and returns it.
    /// - Throws: ``APIKeyError/unknownName(_:)``.
    public func rotate(name: String, actor: String) async throws -> String {
        let secret = Secret.random()
        let id = try await pool.withConnection { db in
            try await db.first(Queries.operationsRotateKey(name, Secret.hash(secret), actor), as: UUID.self)
        }
        guard id != nil else { throw APIKeyError.unknownName(name) }
        return secret
    }
}

extension APIKeyStore {
    /// Notes that keys were used now.
    public func noteUse(of keys: [UUID]) async throws {
        try await pool.withConnection { db in _ = try await db.execute(Queries.operationsTouchKeys(keys)) }
    }
}

extension APIKeyStore {
    /// The columns of `key_by_name` and `living_keys`.
    fileprivate enum Row {
        typealias Columns = (
            UUID, String, [UInt8], [String], Int64?, String?, String, Bool, Date, Date?, Date?
        )

        static let types = Columns.self

        static func key(_ row: Columns) -> APIKey {
            APIKey(
                id: row.0, name: row.1, secretHash: row.2, scopes: Set(row.3.compactMap(Scope.init(rawValue:))),
                partnerKey: row.4, partnerCode: row.5, xapiVersion: row.6, quarantines: row.7,
                createdAt: row.8, expiresAt: row.9, lastUsedAt: row.10)
        }
    }
}
