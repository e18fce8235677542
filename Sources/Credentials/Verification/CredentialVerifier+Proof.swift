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
        guard let name = securing.verificationMethod, name.utf8.starts(with: (issuerID + "#").utf8) else {
            return foreignFinding(securing, issuerID)
        }
        let document: DIDDocument
        do { document = try await issuerDocument(issuerID) } catch {
            let reason = (error as? CredentialError)?.message ?? "The issuer's document could not be fetched."
            return ProofFinding(signature: Self.noKey, issuer: .couldNotCheck(reason))
        }
        guard let method = document.verificationMethod(name) else {
            return ProofFinding(
                signature: Self.noKey, issuer: .failed("The issuer does not list the key that it names."))
        }
        return ProofFinding(
            signature: securing.outcome(with: method.key), issuer: issuerOutcome(of: method, in: document))
    }

    /// A key that isn't the issuer's proves no issuer; but if what it signed was changed, that is to be known.
    private func foreignFinding(_ securing: any SecuringMechanism, _ issuerID: String) -> ProofFinding {
        let key = securing.verificationMethod.flatMap(Self.bareKey)?.key
        guard (try? DIDWeb(did: issuerID)) != nil || (try? DIDKey(did: issuerID)) != nil else {
            return ProofFinding(
                signature: key.map(securing.outcome) ?? Self.noKey, issuer: .couldNotCheck(Self.unknownKind))
        }
        return ProofFinding(
            signature: key.map(securing.outcome) ?? Self.noKey,
            issuer: .failed("The key it names is not the issuer's."))
    }

    /// The document behind an issuer's DID.
    private func issuerDocument(_ id: String) async throws -> DIDDocument {
        if let bareKey = try? DIDKey(did: id) { return bareKey.document }
        guard let issuer = try? DIDWeb(did: id) else { throw CredentialError(.invalidDID, Self.unknownKind) }
        return try await DIDDocument(parsing: issuers.document(of: issuer), issuer: issuer)
    }

    private func issuerOutcome(of method: VerificationMethod, in document: DIDDocument) -> CheckOutcome {
        guard sameBytes(method.controller, document.id) else {
            return .failed("The key it names is listed by the issuer, but controlled by somebody else.")
        }
        guard document.isAssertionMethod(method.id) else {
            return .failed("The issuer lists the key that it names, but not (or no longer) for signing credentials.")
        }
        if !acceptsBareKeys, (try? DIDKey(did: document.id)) != nil {
            return .couldNotCheck("The issuer is known by nothing but a key, which anybody can make.")
        }
        return .passed
    }

    /// The identity in a DID URL whose fragment repeats its key.
    private static func bareKey(_ url: String) -> DIDKey? {
        guard let end = url.utf8.firstIndex(of: UInt8(ascii: "#")),
            let identity = try? DIDKey(did: String(url[..<end])), sameBytes(identity.verificationMethod, url)
        else { return nil }
        return identity
    }

    private static let unknownKind =
        "The issuer is named neither by a did:web nor by a did:key identifier, the only kinds that can be looked up here."
    private static let noKey = CheckOutcome.couldNotCheck("There is no key of the issuer's to check it with.")
    private static let noProof = CheckOutcome.couldNotCheck("No issuer is proven without a checked signature.")
}
