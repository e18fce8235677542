internal import JSON

extension CredentialVerifier {
    /// Asks whether the issuer still stands by the credential.
    func statusCheck(_ presented: PresentedCredential) async -> VerificationCheck {
        VerificationCheck(.status, await statusOutcome(presented))
    }

    private func statusOutcome(_ presented: PresentedCredential) async -> CheckOutcome {
        guard let status = presented.root["credentialStatus"] else { return await outcomeWithoutStatus(presented) }
        guard status.kind == .array else { return await outcome(status, of: presented) }
        var outcomes: [CheckOutcome] = []
        for status in status.elements.prefix(Self.maximumStatuses) {
            outcomes.append(await outcome(status, of: presented))
        }
        guard status.count <= Self.maximumStatuses else {
            return outcomes.first(where: \.isFailed) ?? .couldNotCheck("It has too many revocation statuses.")
        }
        return outcomes.first(where: \.isFailed) ?? outcomes.first(where: \.isUnknown)
            ?? (outcomes.isEmpty ? .failed("It has a list of revocation statuses that is empty.") : .passed)
    }

    /// How many statuses of one credential are looked up.
    private static let maximumStatuses = 4

    private func outcome(_ status: JSONValue, of presented: PresentedCredential) async -> CheckOutcome {
        guard let type = status["type"]?.string, let issuer = presented.issuerID else {
            return .failed("It has a revocation status that names no kind.")
        }
        guard statuses != nil else {
            return .couldNotCheck("Its revocation status, \(quoted(type)), can't be checked here.")
        }
        let reference = CredentialStatusReference(
            type: type, id: status["id"]?.string, issuer: issuer, credential: presented.root["id"]?.string,
            json: Array(status.bytes))
        return await outcome(reference)
    }

    /// What the issuer's list says at a place.
    func outcome(_ reference: CredentialStatusReference) async -> CheckOutcome {
        guard let statuses else { return .couldNotCheck("Its revocation status can't be checked here.") }
        return await outcome { try await statuses.standing(by: reference) } ?? .passed
    }

    /// Who issued it may know of it all the same: credentials of before there were lists can be revoked, too.
    private func outcomeWithoutStatus(_ presented: PresentedCredential) async -> CheckOutcome {
        let none = CheckOutcome.notApplicable("The issuer keeps no revocation list for it.")
        guard let statuses, let id = presented.root["id"]?.string, let issuer = presented.issuerID else { return none }
        return await outcome { try await statuses.standing(ofCredential: id, issuer: issuer) } ?? none
    }

    private func outcome(_ standing: () async throws -> CredentialStanding?) async -> CheckOutcome? {
        do {
            switch try await standing() {
            case .good: return .passed
            case .revoked(let reason): return .failed("The issuer has revoked it" + (reason.map { ": \($0)" } ?? "."))
            case .suspended: return .failed("The issuer has suspended it.")
            case nil: return nil
            }
        } catch {
            let message = (error as? CredentialError)?.message ?? (error as? StatusListError)?.message
            return .couldNotCheck(message ?? "The issuer's revocation list could not be read.")
        }
    }
}
