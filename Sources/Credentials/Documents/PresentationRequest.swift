/// What a presentation was asked for.
package struct PresentationRequest: Hashable, Sendable {
    /// The domain that it has to be for.
    package var domain: String?
    /// The challenge that it has to answer.
    package var challenge: String?
    /// What is checked of the credentials in it.
    package var checks: Set<DocumentCheck>

    /// Asks for a presentation.
    package init(
        domain: String? = nil, challenge: String? = nil, checks: Set<DocumentCheck> = Set(DocumentCheck.allCases)
    ) {
        self.domain = domain
        self.challenge = challenge
        self.checks = checks
    }
}
