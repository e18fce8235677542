internal import Awarding
internal import Credentials
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import Mustache

/// What the page of a credential shows.
private struct CredentialPage {
    struct Check {
        let name: String
        let outcome: String
        let text: String
        let tone: String
    }

    struct Content {
        let description: String
        let issuer: String
        let issuerID: String
        let recipient: String
        let validity: String
        let criteria: String
    }

    let id: String
    let base: String
    let name: String
    let verdict: String
    let verdictText: String
    let tone: String
    let content: Content?
    let checks: [Check]
    let eqf =
        "The levels are described with reference to the European Qualifications Framework. That indicates complexity; it is not a qualification of that level."
}

extension Pages {
    /// A credential's own page: the answer first, then what it says, then each check.
    func credential(
        id: UUID, issued: IssuedCredential, report: VerificationReport, base: String, headers: HTTPFields
    ) throws -> Response {
        // Credentials of before there were status lists say nothing of revocation themselves.
        let isRevoked = issued.revokedAt != nil
        let content = report.content
        let page = CredentialPage(
            id: id.uuidString.lowercased(), base: base, name: content?.name ?? "Credential",
            verdict: isRevoked ? VerificationVerdict.revoked.title : report.verdict.title,
            verdictText: isRevoked
                ? "The issuer has revoked this credential. \(issued.revocationReason ?? "")" : report.text,
            tone: isRevoked ? VerificationVerdict.revoked.tone : report.verdict.tone,
            content: content.map { content in
                CredentialPage.Content(
                    description: content.achievementDescription ?? "", issuer: content.issuerName ?? content.issuerID,
                    issuerID: content.issuerID,
                    recipient: content.recipientName
                        ?? "A person known to the training organisation, whom the credential names by a hashed account.",
                    validity: Self.validity(from: content.validFrom, until: content.validUntil),
                    criteria: content.criteria ?? "")
            },
            checks: report.checks.map { check in
                CredentialPage.Check(
                    name: check.name.rawValue, outcome: check.outcome.label, text: check.text, tone: check.outcome.tone)
            })
        return try self.page("credential", page, headers: headers)
    }

    /// The page of the issuer.
    func issuer(_ identity: IssuerIdentity) throws -> Response {
        try page(
            "issuer",
            [
                "name": identity.profile.name, "description": identity.profile.description ?? "",
                "did": identity.did.did,
            ])
    }

    /// The first page.
    func home(base: String) throws -> Response {
        try page("home", ["base": base])
    }

    private static func validity(from: Date?, until: Date?) -> String {
        func day(_ date: Date) -> String { String(date.formatted(.iso8601).prefix(10)) }
        switch (from, until) {
        case (let from?, let until?): return "\(day(from)) to \(day(until))"
        case (let from?, nil): return "from \(day(from)), without end"
        default: return "not told"
        }
    }
}

extension VerificationVerdict {
    /// The answer in a word or three.
    var title: String {
        switch self {
        case .valid: "Valid"
        case .expired: "Valid, but expired"
        case .notYetValid: "Not yet in force"
        case .revoked: "Revoked"
        case .invalid: "Not valid"
        case .undetermined: "Cannot be verified"
        }
    }

    /// The class that colours it.
    var tone: String {
        switch self {
        case .valid: "good"
        case .expired, .notYetValid, .undetermined: "warn"
        case .revoked, .invalid: "bad"
        }
    }
}

extension CheckOutcome {
    /// The outcome in a word or two.
    var label: String {
        switch self {
        case .passed: "✓ Passed"
        case .failed: "✗ Failed"
        case .couldNotCheck: "? Not checkable"
        case .notApplicable: "– Nothing to check"
        case .notRequested: "– Not asked"
        }
    }

    /// The class that colours it.
    var tone: String {
        switch self {
        case .passed: "good"
        case .failed: "bad"
        case .couldNotCheck: "warn"
        case .notApplicable, .notRequested: "calm"
        }
    }
}
