package import JSON

/// Issues credentials of any type by the data model alone, as W3C's test suites ask; its issuers are nothing but keys.
///
/// ```swift
/// let issuer = DocumentIssuer(proofKey: .ed25519(), tokenKey: SigningKey())
/// let secured = try await issuer.issue(credential, as: .proof(.eddsaRDFC2022), ProofOptions(created: now))
/// ```
package struct DocumentIssuer: Sendable {
    /// How a credential is secured.
    package enum Form: Hashable, Sendable {
        /// By a proof within it.
        case proof(Cryptosuite)
        /// By a token around it.
        case token
    }

    private let proofSigner: KeySigner
    private let tokenSigner: KeySigner

    /// Issues with an Ed25519 key for proofs and a P-256 key for tokens.
    package init(proofKey: SigningKey, tokenKey: SigningKey) {
        proofSigner = KeySigner(key: proofKey)
        tokenSigner = KeySigner(key: tokenKey)
    }

    /// The issuer's identifier: one for each kind of key.
    package func did(for form: Form) -> String {
        DIDKey((form == .token ? tokenSigner : proofSigner).key.publicKey).did
    }

    /// Signs a credential.
    ///
    /// - Parameter options: What its proof says; it has no meaning for tokens.
    /// - Returns: The credential with one more proof, or a compact token.
    /// - Throws: ``DocumentRefusal`` when it is no credential of the data model, or not by this issuer.
    package func issue(_ credential: JSONValue, as form: Form, _ options: ProofOptions) async throws -> [UInt8] {
        let faults = DataModelCheck.faults(ofCredential: credential)
        guard faults.isEmpty else { throw DocumentRefusal(faults) }
        let issuer = credential["issuer"]
        guard (issuer?.string ?? issuer?["id"]?.string).map(sameBytes(did(for: form))) == true else {
            throw DocumentRefusal(.issuer, at: "/issuer", "The issuer must be “\(did(for: form))”, whose key signs.")
        }
        if let fault = LinkedDataProcessor.testSuites.fault(in: credential) { throw DocumentRefusal([fault]) }
        do {
            switch form {
            case .token: return try await JWTSecuring(signer: tokenSigner).secure(credential)
            case .proof(let suite): return try await signer(suite).sign(Array(credential.bytes), options)
            }
        } catch let error as CredentialError {
            throw DocumentRefusal(.proof, at: "", error.message)
        }
    }

    private func signer(_ suite: Cryptosuite) -> DocumentSigner {
        DocumentSigner(signer: proofSigner, suite: suite, graphs: LinkedDataProcessor.testSuites)
    }
}
