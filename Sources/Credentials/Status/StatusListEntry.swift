/// A credential's place on a status list: its `credentialStatus`.
public struct StatusListEntry: Hashable, Sendable {
    /// The type of such an entry.
    public static let type = "BitstringStatusListEntry"

    /// The URL of the list's credential.
    public let list: String
    /// The credential's index on the list.
    public let index: Int
    /// What the list is for.
    public let purpose: StatusPurpose

    /// Names a place on a list.
    public init(list: String, index: Int, purpose: StatusPurpose = .revocation) {
        self.list = list
        self.index = index
        self.purpose = purpose
    }

    /// The entry's id, which may not be the list's own URL.
    public var id: String { "\(list)#\(index)" }

    /// The entry as the JSON of a `credentialStatus`.
    package var json: [UInt8] { tree.bytes }

    var tree: JSONTree {
        .object(
            .init("id", id), .init("type", Self.type), .init("statusPurpose", purpose.name),
            .init("statusListIndex", String(index)), .init("statusListCredential", list))
    }
}

/// What a status list says of credentials.
public struct StatusPurpose: Hashable, Sendable, CustomStringConvertible {
    /// The name in `statusPurpose`.
    public let name: String

    /// Taken back for good.
    public static let revocation = Self(name: "revocation")
    /// Taken back for now.
    public static let suspension = Self(name: "suspension")

    /// The name in `statusPurpose`.
    public var description: String { name }
}
