internal import JSON

extension CredentialVerifier {
    /// Checks everything that secures a credential, and says what is found altogether.
    func proof(of presented: PresentedCredential, at instant: Instant) async -> ProofFinding {
        var findings: [ProofFinding] = []
        for securing in presented.securing {
            findings.append(await finding(securing, of: presented, at: instant))
        }
        return ProofFinding(combining: findings)
    }

    /// Looks the named key up in the issuer's own document and checks the signature with it.
    private func finding(
        _ securing: any SecuringMechanism, of presented: PresentedCredential, at instant: Instant
    ) async -> ProofFinding {
        let objection = securing.objection(at: instant)
        guard let issuerID = presented.issuerID else {
            return ProofFinding(signature: objection ?? Self.noKey, issuer: .failed("It names no issuer."))
        }
        if let claims = presented.claims, claims["iss"]?.string.map(sameBytes(issuerID)) != true {
            let reason = "The token's issuer (iss) is not the credential's."
            return ProofFinding(signature: objection ?? Self.noKey, issuer: .failed(reason))
        }
        if let objection { return ProofFinding(signature: objection, issuer: Self.noProof) }
        guard let issuer = IssuerReference(issuerID) else {
            return foreignFinding(securing, .couldNotCheck(Self.unknownKind))
        }
        guard let name = securing.verificationMethod, Self.mayList(issuer, issuerID, name) else {
            return foreignFinding(securing, .failed("The key it names is not the issuer's."))
        }
        let finding: IssuerKeys.Finding
        do {
            finding = try await IssuerKeys(source: issuers, acceptsBareKeys: acceptsBareKeys).find(name, of: issuer)
        } catch {
            let reason = (error as? CredentialError)?.message ?? "The issuer's document could not be fetched."
            return ProofFinding(signature: Self.noKey, issuer: .couldNotCheck(reason))
        }
        return ProofFinding(signature: finding.key.map(securing.outcome) ?? Self.noKey, issuer: finding.outcome)
    }

    /// Whether an issuer's documents can list a key of that name: one of the issuer's own, one at a URL, or for an issuer
    /// with a URL any that is no other identity's.
    private static func mayList(_ issuer: IssuerReference, _ id: String, _ name: String) -> Bool {
        if name.utf8.starts(with: (id + "#").utf8) || IssuerReference.isURL(name) { return true }
        guard case .url = issuer else { return false }
        return !name.utf8.starts(with: "did:".utf8)
    }

    /// A key that isn't the issuer's proves no issuer; but if what it signed was changed, that is to be known.
    private func foreignFinding(_ securing: any SecuringMechanism, _ outcome: CheckOutcome) -> ProofFinding {
        let key = securing.verificationMethod.flatMap(Self.bareKey)?.key
        return ProofFinding(signature: key.map(securing.outcome) ?? Self.noKey, issuer: outcome)
    }

    /// The identity in a DID URL whose fragment repeats its key.
    private static func bareKey(_ url: String) -> DIDKey? {
        guard let end = url.utf8.firstIndex(of: UInt8(ascii: "#")),
            let identity = try? DIDKey(did: String(url[..<end])), sameBytes(identity.verificationMethod, url)
        else { return nil }
        return identity
    }

    static let unknownKind =
        "The issuer is named neither by a URL nor by did:web or did:key, the only kinds that can be looked up here."
    static let noKey = CheckOutcome.couldNotCheck("There is no key of the issuer's to check it with.")
    static let noProof = CheckOutcome.couldNotCheck("No issuer is proven without a checked signature.")
}
