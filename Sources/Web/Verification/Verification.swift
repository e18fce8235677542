public import Awarding
public import Credentials

/// Verifying credentials, this installation's own and others'.
///
/// Of its own issuer it knows the keys and what was revoked; the documents of others are fetched.
public struct Verification: Sendable {
    let credentials: CredentialStore
    let identity: IssuerIdentity
    let fetcher: DocumentFetcher

    /// How many credentials are verified at once.
    public static let maximumCount = 100
    /// How many of them at the same time.
    private static let concurrency = 8
    /// How long all that has to be fetched for one request may take.
    private static let time = Duration.seconds(20)

    /// Verifies with an installation's issuer and what may be fetched of others.
    public init(credentials: CredentialStore, identity: IssuerIdentity, fetching: FetchSettings) {
        self.init(credentials: credentials, identity: identity, fetcher: DocumentFetcher(settings: fetching))
    }

    init(credentials: CredentialStore, identity: IssuerIdentity, fetcher: DocumentFetcher) {
        self.credentials = credentials
        self.identity = identity
        self.fetcher = fetcher
    }

    /// Verifies a credential for now.
    ///
    /// - Parameters:
    ///   - bytes: what somebody handed in: a token, JSON, or a PNG, SVG or PDF that holds one of these.
    ///   - recipient: the e-mail address or name to be compared with the credential's.
    /// - Throws: `PostgresError` when the own keys can't be read.
    public func verify(_ bytes: [UInt8], recipient: String? = nil) async throws -> VerificationReport {
        let sources = try await sources()
        return await verify(PresentedFile(bytes), recipient: recipient, by: sources)
    }

    /// Verifies several, each for itself; their reports come in the same order, and what they need in common is fetched
    /// once.
    func verify(_ presented: [(bytes: [UInt8], recipient: String?)]) async throws -> [VerificationReport] {
        let sources = try await sources()
        // The thread that reads and writes the connection has others to serve meanwhile.
        return await withTaskExecutorPreference(globalConcurrentExecutor) {
            await withTaskGroup(of: (Int, VerificationReport).self) { group in
                var reports = [VerificationReport?](repeating: nil, count: presented.count)
                for (index, item) in presented.enumerated() {
                    if index >= Self.concurrency, let (done, report) = await group.next() { reports[done] = report }
                    group.addTask {
                        (index, await verify(PresentedFile(item.bytes), recipient: item.recipient, by: sources))
                    }
                }
                for await (done, report) in group { reports[done] = report }
                return reports.compactMap(\.self)
            }
        }
    }

    /// Verifies what is published at a URL.
    /// - Throws: ``FetchError`` when it can't be fetched.
    func verify(at url: String, recipient: String?) async throws -> VerificationReport {
        let sources = try await sources()
        let bytes = try await sources.credential(at: url)
        return await verify(PresentedFile(bytes), recipient: recipient, by: sources)
    }

    private func verify(
        _ file: PresentedFile, recipient: String?, by sources: DocumentSources
    ) async -> VerificationReport {
        let verifier = CredentialVerifier(
            issuers: sources, statuses: StatusSources(documents: sources, credentials: credentials, identity: identity))
        return await file.report(by: verifier, recipient: recipient)
    }

    private func sources() async throws -> DocumentSources {
        DocumentSources(
            fetcher: fetcher, own: try await credentials.didDocument(of: identity.did),
            ownCredentials: OwnCredentials(credentials: credentials, identity: identity),
            deadline: .now + Self.time)
    }
}
