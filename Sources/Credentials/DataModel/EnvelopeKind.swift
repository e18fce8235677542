/// What can be enveloped by a token.
package enum EnvelopeKind: Hashable, Sendable {
    /// A credential.
    case credential
    /// A presentation.
    case presentation

    /// The type of the object that stands for it.
    package var type: String {
        self == .credential ? "EnvelopedVerifiableCredential" : "EnvelopedVerifiablePresentation"
    }

    /// The media types that its data URL may have.
    ///
    /// VC-JOSE-COSE names the first; the others are those of its drafts and of plain tokens, which W3C's tests use.
    var mediaTypes: [String] {
        self == .credential
            ? ["application/vc+jwt", "application/vc-ld+jwt", "application/jwt"]
            : ["application/vp+jwt", "application/vp-ld+jwt", "application/jwt"]
    }

    /// The rule that an object which stands for it has to follow.
    var rule: DataModelRule { self == .credential ? .envelopedCredentials : .envelopedPresentations }

    /// The claim in which older tokens hold it.
    var claim: String { self == .credential ? "vc" : "vp" }
}
