internal import JSON

/// The versions of W3C's data model, told by the first context.
package enum DataModelVersion: String, Hashable, Sendable, CaseIterable {
    /// Verifiable Credentials Data Model v1.1.
    case v1 = "https://www.w3.org/2018/credentials/v1"
    /// Verifiable Credentials Data Model v2.0.
    case v2 = "https://www.w3.org/ns/credentials/v2"

    /// The version of a document; none when its first context is neither's.
    init?(of document: JSONValue) {
        let contexts = document["@context"]
        guard let first = (contexts?.kind == .array ? contexts?[0] : contexts)?.string,
            let version = Self.allCases.first(where: { sameBytes($0.rawValue, first) })
        else { return nil }
        self = version
    }

    /// The members that say from when and until when a credential is valid.
    var validity: (from: String, until: String) {
        self == .v1 ? ("issuanceDate", "expirationDate") : ("validFrom", "validUntil")
    }
}
