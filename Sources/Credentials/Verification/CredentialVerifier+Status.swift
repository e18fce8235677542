internal import JSON

extension CredentialVerifier {
    /// Asks whether the issuer still stands by the credential.
    func statusCheck(_ presented: PresentedCredential) async -> VerificationCheck {
        VerificationCheck(.status, await statusOutcome(presented))
    }

    private func statusOutcome(_ presented: PresentedCredential) async -> CheckOutcome {
        guard let status = presented.root["credentialStatus"] else {
            return .notApplicable("The issuer keeps no revocation list for it.")
        }
        guard let type = status["type"]?.string, let issuer = presented.issuerID else {
            return .failed("It has a revocation status that names no kind.")
        }
        guard let statuses else {
            return .couldNotCheck("Its revocation status, \(quoted(type)), can't be checked here.")
        }
        let reference = CredentialStatusReference(
            type: type, id: status["id"]?.string, issuer: issuer, json: Array(status.bytes))
        do {
            switch try await statuses.standing(by: reference) {
            case .good: return .passed
            case .revoked(let reason): return .failed("The issuer has revoked it" + (reason.map { ": \($0)" } ?? "."))
            }
        } catch {
            let message = (error as? CredentialError)?.message
            return .couldNotCheck(message ?? "The issuer's revocation list could not be read.")
        }
    }
}
