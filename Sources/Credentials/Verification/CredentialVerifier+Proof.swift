internal import JSON

extension CredentialVerifier {
    /// Looks the named key up in the issuer's own document and checks the signature with it.
    func proof(of presented: PresentedCredential) async -> ProofFinding {
        let securing = presented.securing
        guard let issuerID = presented.issuerID else {
            return ProofFinding(signature: securing.objection ?? Self.noKey, issuer: .failed("It names no issuer."))
        }
        if let claims = presented.claims, claims["iss"]?.string.map(sameBytes(issuerID)) != true {
            let reason = "The token's issuer (iss) is not the credential's."
            return ProofFinding(signature: securing.objection ?? Self.noKey, issuer: .failed(reason))
        }
        if let objection = securing.objection {
            return ProofFinding(signature: objection, issuer: Self.noProof)
        }
        guard let issuer = try? DIDWeb(did: issuerID) else {
            let reason = "The issuer is not named by a did:web identifier, the only kind that can be looked up here."
            return ProofFinding(signature: Self.noKey, issuer: .couldNotCheck(reason))
        }
        guard let name = securing.verificationMethod, name.utf8.starts(with: (issuer.did + "#").utf8) else {
            return ProofFinding(signature: Self.noKey, issuer: .failed("The key it names is not the issuer's."))
        }
        let document: DIDDocument
        do { document = try await DIDDocument(parsing: issuers.document(of: issuer), issuer: issuer) } catch {
            let reason = (error as? CredentialError)?.message ?? "The issuer's document could not be fetched."
            return ProofFinding(signature: Self.noKey, issuer: .couldNotCheck(reason))
        }
        guard let method = document.verificationMethod(name) else {
            return ProofFinding(
                signature: Self.noKey, issuer: .failed("The issuer does not list the key that it names."))
        }
        return ProofFinding(
            signature: securing.outcome(with: method.key), issuer: Self.issuerOutcome(of: method, in: document))
    }

    private static func issuerOutcome(of method: VerificationMethod, in document: DIDDocument) -> CheckOutcome {
        guard sameBytes(method.controller, document.id) else {
            return .failed("The key it names is listed by the issuer, but controlled by somebody else.")
        }
        guard document.isAssertionMethod(method.id) else {
            return .failed("The issuer lists the key that it names, but not (or no longer) for signing credentials.")
        }
        return .passed
    }

    private static let noKey = CheckOutcome.couldNotCheck("There is no key of the issuer's to check it with.")
    private static let noProof = CheckOutcome.couldNotCheck("No issuer is proven without a checked signature.")
}
