/// Something that a credential's recipient can be recognised by (Open Badges 3.0, `IdentityObject`).
///
/// Only what goes into the credential is held: of a hashed identity the hash and the salt, not the identity.
public struct RecipientIdentifier: Hashable, Sendable {
    /// The kind as Open Badges names it, such as `emailAddress`.
    public let type: String
    /// The salt of the hash; nil when the identity stands in clear.
    public let salt: String?
    /// The hash, or the identity in clear.
    public let identity: String

    /// The person's name, in clear: only with the person's consent.
    public static func name(_ name: String) -> Self {
        Self(type: "name", salt: nil, identity: name)
    }

    /// The person's e-mail address, hashed; without `mailto:`.
    public static func email(_ address: String, salt: String = IdentityHash.randomSalt()) -> Self {
        hashed("emailAddress", address, salt: salt)
    }

    /// The person's pseudonymous account, hashed: the account's home page, a space and its name.
    public static func account(homePage: String, name: String, salt: String = IdentityHash.randomSalt()) -> Self {
        hashed("accountId", homePage + " " + name, salt: salt)
    }

    /// Takes an identifier as it stood in a credential before, to make the credential again.
    public static func stored(type: String, identity: String, salt: String?) -> Self {
        Self(type: type, salt: salt, identity: identity)
    }

    private static func hashed(_ type: String, _ identity: String, salt: String) -> Self {
        Self(type: type, salt: salt, identity: IdentityHash(of: identity, salt: salt).text)
    }

    /// Whether an identity that somebody was given is this one.
    ///
    /// A hash is compared by bytes, an e-mail also in lower case. A name in clear was typed by a person, who can't
    /// see whether `é` is one code point or two, so there canonically equivalent texts are the same.
    func matches(_ given: String) -> Bool {
        guard let salt else { return given == identity }
        return [given, given.lowercased()].contains { sameBytes(IdentityHash(of: $0, salt: salt).text, identity) }
    }

    var tree: JSONTree {
        .object(
            .init("type", "IdentityObject"), .init("identityType", type), .init("hashed", .boolean(salt != nil)),
            .init("salt", salt), .init("identityHash", identity))
    }
}
