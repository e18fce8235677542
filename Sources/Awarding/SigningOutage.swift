internal import Credentials
internal import LibPQ

/// Nothing is signed at the moment: the issuer's keys, or what holds them, can't be reached.
///
/// Awards wait for it to end; whoever wanted something signed at once comes again.
public struct SigningOutage: Error, CustomStringConvertible {
    /// What went wrong, for the log.
    public let reason: any Error

    /// What went wrong, for the log.
    public var description: String { "Nothing is signed at the moment: \(String(reflecting: reason))" }

    /// Does what needs keys, and tells an outage from a credential or database that is at fault.
    static func telling<Result>(_ body: () async throws -> Result) async throws -> Result {
        do { return try await body() } catch {
            // A signer that gives no usable signature is as good as none.
            let isFault = (error as? CredentialError).map { $0.code != .signingFailed } ?? false
            guard !isFault, !(error is PostgresError), !(error is CancellationError) else { throw error }
            throw SigningOutage(reason: error)
        }
    }
}
