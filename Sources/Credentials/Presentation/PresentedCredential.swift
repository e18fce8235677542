internal import JSON

/// A credential as somebody handed it in: what it says, and how it is secured.
struct PresentedCredential: Sendable {
    /// The credential's own JSON; in a JWT the payload, or what its claims amount to.
    let document: JSONDocument
    /// The edition of the data model that it follows.
    let dataModel: DataModel
    /// The claims beside the credential, in a JWT.
    let claims: JSONValue?
    /// What secures the credential, each by itself; at least one.
    let securing: [any SecuringMechanism]

    var root: JSONValue { document.root }

    /// The issuer's id, whether the issuer is a text or an object.
    var issuerID: String? { root["issuer"]?.string ?? root["issuer"]?["id"]?.string }
}
