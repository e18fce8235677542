public import Credentials
internal import FoundationEssentials

/// Verifying credentials as a stranger does: with nothing but what issuers publish.
///
/// ```swift
/// let report = try await OutsideVerification(fetching: FetchSettings()).verify(at: "https://badges.example/…")
/// ```
public struct OutsideVerification: Sendable {
    /// How long all that has to be fetched for one credential may take.
    private static let time = Duration.seconds(20)

    private let fetcher: DocumentFetcher

    /// Verifies with what may be fetched.
    public init(fetching: FetchSettings) {
        fetcher = DocumentFetcher(settings: fetching)
    }

    /// Verifies a credential for now.
    ///
    /// - Parameters:
    ///   - bytes: a token, JSON, or a PNG, SVG or PDF that holds one of these.
    ///   - recipient: the e-mail address or name to be compared with the credential's.
    public func verify(_ bytes: [UInt8], recipient: String? = nil) async -> VerificationReport {
        await verify(bytes, recipient: recipient, by: sources())
    }

    /// Verifies what is published at a URL.
    /// - Throws: ``FetchError`` when it can't be fetched.
    public func verify(at url: String, recipient: String? = nil) async throws -> VerificationReport {
        let sources = sources()
        return await verify(try await sources.credential(at: url), recipient: recipient, by: sources)
    }

    private func verify(
        _ bytes: [UInt8], recipient: String?, by sources: DocumentSources
    ) async -> VerificationReport {
        let statuses = StatusLists(source: sources, verifier: CredentialVerifier(issuers: sources))
        return await PresentedFile(bytes).report(
            by: CredentialVerifier(issuers: sources, statuses: statuses), recipient: recipient)
    }

    private func sources() -> DocumentSources {
        DocumentSources(fetcher: fetcher, own: nil, ownCredentials: nil, deadline: .now + Self.time)
    }
}
