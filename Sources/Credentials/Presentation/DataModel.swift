internal import JSON

/// The editions of the credential data model.
enum DataModel: Hashable, Sendable {
    /// Verifiable Credentials Data Model 1.1: `issuanceDate`, `expirationDate`, and tokens with a claim `vc`.
    case v1
    /// Verifiable Credentials Data Model 2.0: `validFrom`, `validUntil`, and tokens whose content is the credential.
    case v2

    /// The edition that a credential follows, which its first context names.
    init(of root: JSONValue) {
        let context = root["@context"]
        let first = context?.kind == .array ? context?[0]?.string : context?.string
        self = first.map(sameBytes(Self.v1.context)) ?? false ? .v1 : .v2
    }

    /// The context that comes first.
    var context: String {
        switch self {
        case .v1: "https://www.w3.org/2018/credentials/v1"
        case .v2: "https://www.w3.org/ns/credentials/v2"
        }
    }

    /// The member that says from when a credential is valid.
    var start: String { self == .v1 ? "issuanceDate" : "validFrom" }

    /// The member that says until when.
    var end: String { self == .v1 ? "expirationDate" : "validUntil" }
}
