public import FoundationEssentials
public import LibPQ
internal import Schema
internal import Training

extension CredentialStore {
    /// The links by which holders show these credentials.
    public var shares: ShareLinkStore { ShareLinkStore(pool: pool) }
}

/// The links by which holders show single credentials.
public struct ShareLinkStore: Sendable {
    private let holders: HolderStore

    /// How many good links there may be of a credential.
    public static let maximumLinks = 50

    /// The links in the database of a pool.
    public init(pool: ConnectionPool) {
        holders = HolderStore(pool: pool)
    }

    /// Makes a link; its token is shown this once.
    ///
    /// - Returns: nil when the holder does not hold the credential, or has ``maximumLinks`` good ones of it.
    public func make(_ wish: ShareWish, of credential: UUID, by holder: Holder) async throws -> LinkSecret? {
        let token = LinkSecret()
        let name = try wish.name.map { try SealedName($0, with: token.text, for: .share) }
        let id = try await holders.database(of: holder).defining { db in
            try await db.first(
                Queries.awardingMakeShareLink(
                    holder.key, credential, token.hash, wish.label, wish.showsEvidence, wish.days.map(Int32.init),
                    Int32(Self.maximumLinks), name?.bytes), as: UUID.self)
        }
        return id == nil ? nil : token
    }

    /// Takes a link back for good; false when the holder has no such link.
    @discardableResult
    public func revoke(_ link: UUID, by holder: Holder) async throws -> Bool {
        try await holders.database(of: holder).defining { db in
            try await db.first(Queries.awardingRevokeShareLink(holder.key, link), as: UUID.self)
        } != nil
    }

    /// Takes the name out of what a link shows; false when the holder has no such link.
    @discardableResult
    public func removeName(from link: UUID, by holder: Holder) async throws -> Bool {
        try await holders.database(of: holder).defining { db in
            try await db.first(Queries.awardingRemoveShareName(holder.key, link), as: UUID.self)
        } != nil
    }

    /// What a link shows; nil when there is no such link.
    ///
    /// - Parameter isOpening: Whether somebody looks at the credential, which the holder is told the number of.
    public func open(_ token: LinkSecret, isOpening: Bool) async throws -> SharedCredential? {
        typealias Columns = (Int64, UUID?, Bool, Date?, Bool, [UInt8]?)
        let row = try await holders.pool.withConnection { db in
            try await db.first(Queries.awardingShareLink(token.hash), as: Columns.self)
        }
        guard let row else { return nil }
        guard let credential = row.1 else { return row.4 ? .revoked : .expired }
        if isOpening {
            try await holders.pool.withConnection { db in
                _ = try await db.execute(Queries.awardingCountShareOpening(row.0))
            }
        }
        let name = row.5.flatMap { SealedName(bytes: $0).open(with: token.text, for: .share) }
        return .shown(credential, showsEvidence: row.2, until: row.3, name: name)
    }
}
