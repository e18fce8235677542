internal import JSON

/// The credential in a token of the data model 1.1: the claim `vc`, completed by the registered claims.
///
/// What the registered claims say may be missing in the credential (VC Data Model 1.1 §6.3.1); what both say is compared
/// when the credential is checked.
enum ClaimedCredential {
    /// The credential as a document of its own; nil when the claims hold none of this edition.
    static func document(in claims: JSONValue) throws(CredentialError) -> JSONDocument? {
        guard let credential = claims["vc"], credential.kind == .object, DataModel(of: credential) == .v1 else {
            return nil
        }
        var missing: [(name: String, json: [UInt8])] = []
        func complete(_ name: String, from claim: String, _ json: (JSONValue) -> [UInt8]?) {
            guard credential[name] == nil, let value = claims[claim], let json = json(value) else { return }
            missing.append((name, json))
        }
        complete("issuer", from: "iss", text)
        complete("id", from: "jti", text)
        complete(DataModel.v1.start, from: "nbf", date)
        complete(DataModel.v1.end, from: "exp", date)
        return try JSONDocument(assembled: credential.bytes(without: [], adding: missing))
    }

    private static func text(_ claim: JSONValue) -> [UInt8]? { claim.kind == .string ? Array(claim.bytes) : nil }

    /// A number of seconds as a date with time.
    private static func date(_ claim: JSONValue) -> [UInt8]? {
        claim.double.flatMap { Int(exactly: $0) }.map {
            JSONTree.string(DateTime.text(Instant(seconds: $0).date)).bytes
        }
    }
}
