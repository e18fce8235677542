import FoundationEssentials
internal import JSON

extension CredentialVerifier {
    /// Verifies an SD-JWT VC, of which the holder shows what they want to.
    func verify(selective bytes: [UInt8], at instant: Date, recipient: String?) async -> VerificationReport {
        let credential: SelectiveCredential
        do { credential = try SelectiveCredential(parsing: bytes) } catch {
            return .unreadable(.failed(error.message), recipient: recipient, at: instant)
        }
        let now = Instant(instant)
        let proof = await finding(credential)
        let validity = credential.validity(at: now)
        var checks = [
            VerificationCheck(.format, .passed), VerificationCheck(.schema, .notApplicable(Self.otherSchema)),
            proof.signature, proof.issuer,
        ]
        var badge: PresentedCredential?
        switch credential.claims {
        case .failure(let error): checks.append(VerificationCheck(.disclosures, .failed(error.message)))
        case .success(let claims):
            checks.append(VerificationCheck(.disclosures, .passed))
            if proof.isEstablished { badge = try? SelectiveCredential.badge(of: claims.root) }
        }
        checks.append(VerificationCheck(.binding, Self.binding(of: credential, at: now)))
        if let badge {
            checks.append(VerificationCheck(.status, await statusOutcome(of: credential, badge)))
            checks.append(VerificationCheck(.dates, validity.outcome))
            checks.append(VerificationCheck(.recipient, badge.recipientOutcome(claimed: recipient)))
        } else {
            checks += VerificationCheck.unseen(recipient: recipient)
        }
        return VerificationReport(
            verdict: VerificationVerdict(checks, validity: validity), checks: checks, instant: instant,
            content: badge.flatMap { VerifiedContent($0) })
    }

    /// Looks the named key up where the issuer publishes it and checks the token's signature with it.
    private func finding(_ credential: SelectiveCredential) async -> ProofFinding {
        let token = credential.token
        if token.header.isByCertificate, token.header.keyID == nil {
            let reason = "It names its issuer by a certificate (x5c), which can't be checked here."
            return ProofFinding(signature: .couldNotCheck(reason), issuer: .couldNotCheck(reason))
        }
        let objection = token.objection(at: Instant(seconds: 0))
        guard let issuerID = credential.payload["iss"]?.string else {
            return ProofFinding(signature: objection ?? Self.noKey, issuer: .failed("It names no issuer (iss)."))
        }
        if let objection { return ProofFinding(signature: objection, issuer: Self.noProof) }
        guard let issuer = IssuerReference(issuerID), let name = token.header.keyID else {
            return ProofFinding(signature: Self.noKey, issuer: .couldNotCheck(Self.unknownKind))
        }
        do {
            let keys = IssuerKeys(source: issuers, acceptsBareKeys: acceptsBareKeys)
            let finding = try await keys.find(name, ofTokenIssuer: issuer)
            return ProofFinding(signature: finding.key.map(token.outcome) ?? Self.noKey, issuer: finding.outcome)
        } catch {
            let reason = (error as? CredentialError)?.message ?? "The issuer's document could not be fetched."
            return ProofFinding(signature: Self.noKey, issuer: .couldNotCheck(reason))
        }
    }

    private static func binding(of credential: SelectiveCredential, at instant: Instant) -> CheckOutcome {
        if let binding = credential.binding {
            return binding.outcome(
                digest: credential.digest, confirmation: credential.payload["cnf"], at: instant)
        }
        return credential.payload["cnf"] == nil
            ? .notApplicable("It is bound to nobody's key: whoever has it can show it.")
            : .notApplicable("It is bound to a holder's key, but whoever showed it did not prove to have that.")
    }

    private func statusOutcome(of credential: SelectiveCredential, _ badge: PresentedCredential) async -> CheckOutcome {
        guard let status = credential.payload["status"] else {
            return .notApplicable("The issuer keeps no revocation list for it.")
        }
        guard status["status_list"] != nil else {
            return .couldNotCheck("Its revocation status is of a kind that can't be checked here.")
        }
        return await outcome(
            CredentialStatusReference(
                type: TokenStatusReference.type, id: nil, issuer: credential.payload["iss"]?.string ?? "",
                credential: badge.root["id"]?.string, json: Array(status.bytes)))
    }

    private static let otherSchema =
        "It is an SD-JWT VC, whose type says what it holds; the schema of Open Badges is for other forms."
}
