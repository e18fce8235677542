public import Credentials

/// The interfaces by which W3C's test suites reach an issuer and a verifier (VC API), for tests alone.
///
/// It signs what anybody sends, with keys of its own that have nothing to do with the installation's issuer, and it
/// keeps its status list in memory. Without it, none of its routes exist.
///
/// | request | what it does |
/// |---|---|
/// | `GET /test-profile` | tells the issuers, the suites and the list's URL |
/// | `POST /credentials/issue` | signs `credential` by `options` |
/// | `POST /credentials/verify` | verifies `verifiableCredential` |
/// | `POST /presentations/verify` | verifies `verifiablePresentation` for `options.domain` and `options.challenge` |
/// | `POST /credentials/status` | revokes `credentialId`, or no longer with `"status": false` |
/// | `GET /test-profile/status-list` | the list |
///
/// The options of issuing are `cryptosuite`, `mediaType` (`application/vc+jwt` for a token in an envelope),
/// `credentialStatus` (a place on the list) and `proof` (`id`, `previousProof`, `created`, `expires`, `domain`,
/// `challenge`); of verifying `checks` (`proof`, `credentialStatus`, `dates`; all of them without it). To run the
/// suites, give each its issuer's id from `GET /test-profile`, and serve by https.
public struct TestProfile: Sendable {
    let issuer: DocumentIssuer
    let list: TestStatusList

    /// Makes the profile.
    ///
    /// - Parameters:
    ///   - proofKey: the Ed25519 key of the issuer of proofs.
    ///   - tokenKey: the P-256 key of the issuer of tokens.
    ///   - baseURL: where others reach this installation, without a slash at the end.
    public init(proofKey: SigningKey, tokenKey: SigningKey, baseURL: String) {
        issuer = DocumentIssuer(proofKey: proofKey, tokenKey: tokenKey)
        list = TestStatusList(url: baseURL + Self.listPath, issuer: issuer)
    }

    /// The identifiers of its issuers: of proofs, and of tokens.
    public var issuers: [String] { [issuer.did(for: .proof(.eddsaRDFC2022)), issuer.did(for: .token)] }

    static let listPath = "/test-profile/status-list"
}
