public import FoundationEssentials

/// Verifies credentials, each check by itself.
///
/// No key is trusted that didn't come from the issuer's own document, and as long as it isn't certain who signed,
/// nothing that the credential says is repeated.
///
/// ```swift
/// let verifier = CredentialVerifier(issuers: KnownIssuers([ownDocument]))
/// let report = await verifier.verify(body, at: now, recipient: "ana@city.example")
/// ```
public struct CredentialVerifier: Sendable {
    let issuers: any IssuerDocumentSource
    let statuses: (any StatusResolver)?
    let graphs: (any DocumentGraphs)?
    let acceptsBareKeys: Bool

    /// Makes a verifier that gets documents and statuses from these sources.
    ///
    /// - Parameter acceptsBareKeys: whether an issuer may be nothing but a key (`did:key`), which anybody can make.
    public init(
        issuers: any IssuerDocumentSource, statuses: (any StatusResolver)? = nil, acceptsBareKeys: Bool = false
    ) {
        self.init(
            issuers: issuers, statuses: statuses, acceptsBareKeys: acceptsBareKeys, graphs: LinkedDataProcessor.known)
    }

    package init(
        issuers: any IssuerDocumentSource, statuses: (any StatusResolver)? = nil, acceptsBareKeys: Bool = false,
        graphs: (any DocumentGraphs)?
    ) {
        self.issuers = issuers
        self.statuses = statuses
        self.acceptsBareKeys = acceptsBareKeys
        self.graphs = graphs
    }

    /// Verifies a credential for an instant.
    ///
    /// - Parameters:
    ///   - bytes: a compact JWT, an SD-JWT VC, a JSON credential, or a JSON envelope around a JWT.
    ///   - instant: usually now.
    ///   - recipient: the e-mail address or name that somebody gave, to be compared with the credential's.
    public func verify(_ bytes: [UInt8], at instant: Date, recipient: String? = nil) async -> VerificationReport {
        if SelectiveCredential.isOne(bytes) {
            return await verify(selective: bytes, at: instant, recipient: recipient)
        }
        let presented: PresentedCredential
        do { presented = try PresentedCredential(parsing: bytes, graphs: graphs) } catch {
            return .unreadable(.failed(error.message), recipient: recipient, at: instant)
        }
        let proof = await proof(of: presented, at: Instant(instant))
        let validity = presented.validity(at: Instant(instant))
        var checks = [presented.formatCheck, presented.schemaCheck, proof.signature, proof.issuer]
        if proof.isEstablished {
            checks.append(await statusCheck(presented))
            checks.append(VerificationCheck(.dates, validity.outcome))
            checks.append(VerificationCheck(.recipient, presented.recipientOutcome(claimed: recipient)))
        } else {
            checks += VerificationCheck.unseen(recipient: recipient)
        }
        var report = VerificationReport(
            verdict: VerificationVerdict(checks, validity: validity), checks: checks, instant: instant,
            content: proof.isEstablished ? VerifiedContent(presented) : nil)
        if proof.isEstablished { report.parts = await parts(of: presented, at: instant) }
        return report
    }
}
