internal import Awarding
internal import Credentials
internal import FoundationEssentials

/// Verifying credentials with what this installation knows: its own issuer's keys, and what it has revoked.
struct Verification {
    let credentials: CredentialStore
    let identity: IssuerIdentity

    func verify(_ bytes: [UInt8], recipient: String? = nil) async throws -> VerificationReport {
        let document = try await credentials.didDocument(of: identity.did)
        let verifier = CredentialVerifier(
            issuers: KnownIssuers([document]), statuses: OwnStatuses(credentials: credentials, identity: identity))
        return await verifier.verify(bytes, at: Date(), recipient: recipient)
    }
}
