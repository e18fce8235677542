internal import NIOCore

/// A document of somebody else's, as it was sent.
struct FetchedDocument: Sendable {
    let bytes: [UInt8]
    let contentType: String?
}

/// Fetches public documents of others: issuers' keys, status lists, credentials.
///
/// Strangers say what is fetched, so nothing that isn't public is ever asked (server-side request forgery): a name is
/// looked up here, every address that it has must be public, the connection is made to one of these very addresses, and
/// each redirect is judged anew. Size, time and number are bounded. An actor, because all requests share what it
/// remembers: a document for a minute, a failure for some seconds; who asks for what is just being fetched waits for it.
actor DocumentFetcher {
    private let settings: FetchSettings
    private let limits: FetchLimits
    private let resolver: HostResolver
    private var memory: FetchMemory
    private var running: [FetchMemory.Key: Task<FetchMemory.Outcome, Never>] = [:]
    /// Fetches that were begun.
    private(set) var count = 0

    /// - Parameter resolver: What knows the addresses of names.
    init(
        settings: FetchSettings, limits: FetchLimits = FetchLimits(),
        resolver: @escaping HostResolver = SystemHosts.addresses
    ) {
        self.settings = settings
        self.limits = limits
        self.resolver = resolver
        memory = FetchMemory(limits: limits)
    }

    /// The document at a URL.
    ///
    /// - Parameters:
    ///   - accept: The media types that are understood, as in the header field.
    ///   - deadline: When whoever asks no longer waits.
    /// - Throws: ``FetchError``.
    func document(
        at url: String, accept: String, until deadline: ContinuousClock.Instant? = nil
    ) async throws -> FetchedDocument {
        guard settings.isEnabled else { throw FetchError.disabled }
        let target = try FetchTarget(url)
        let key = FetchMemory.Key(url: target.url, accept: accept)
        let now = ContinuousClock.now
        if let known = memory.outcome(of: key, at: now) { return try known.get() }
        if let task = running[key] { return try await task.value.get() }
        guard deadline.map({ $0 > now }) ?? true else { throw FetchError.timeout }
        guard running.count < limits.concurrentFetches else { throw FetchError.busy }
        count += 1
        let time = deadline.map { min(limits.time, now.duration(to: $0)) } ?? limits.time
        // Awaited by everybody who asks for this document, and ends by itself within its time.
        let task = Task { await fetch(target, accept: accept, within: time) }
        running[key] = task
        let outcome = await task.value
        running[key] = nil
        memory.keep(outcome, of: key, at: .now)
        return try outcome.get()
    }

    private nonisolated func fetch(
        _ target: FetchTarget, accept: String, within time: Duration
    ) async -> FetchMemory.Outcome {
        await withTaskGroup(of: FetchMemory.Outcome?.self) { group in
            group.addTask {
                do { return .success(try await self.follow(target, accept: accept)) } catch {
                    return .failure(error as? FetchError ?? .unreachable)
                }
            }
            group.addTask {
                try? await Task.sleep(for: time)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next().flatMap(\.self) ?? .failure(.timeout)
        }
    }

    /// Asks, and follows redirects.
    private nonisolated func follow(_ target: FetchTarget, accept: String) async throws -> FetchedDocument {
        let exchange = DocumentExchange(accept: accept, maximumBytes: limits.documentBytes)
        var target = target
        for _ in 0...limits.redirects {
            let place = try await self.place(of: target)
            let answer = try await exchange.ask(place.target, at: place.address, within: limits.time)
            switch answer.status {
            case 200: return FetchedDocument(bytes: answer.body, contentType: answer.contentType)
            case 301, 302, 303, 307, 308:
                guard let location = answer.location else {
                    throw FetchError(.unavailable, "The server redirects to nowhere.")
                }
                target = try target.redirected(to: location)
            default: throw FetchError(.unavailable, "The server answered with status \(answer.status).")
            }
        }
        throw FetchError(.unavailable, "The server redirects more than \(limits.redirects) times.")
    }

    /// Where a connection for a target may be made.
    private nonisolated func place(
        of target: FetchTarget
    ) async throws -> (target: FetchTarget, address: NetworkAddress) {
        let trusted = ["https", "http"].map(target.by).first { settings.trustedOrigins.contains($0.origin) }
        if trusted == nil {
            guard target.scheme == "https" else {
                throw FetchError(.refused, "Its address does not begin with https://.")
            }
            guard Self.usualPorts.contains(target.port) else {
                throw FetchError(.refused, "Its address has an unusual port.")
            }
        }
        let addresses: [NetworkAddress]
        if let address = target.address { addresses = [address] } else { addresses = await resolver(target.host) }
        try Task.checkCancellation()
        guard let address = addresses.first, trusted != nil || addresses.allSatisfy(\.isPublic) else {
            throw FetchError.notPublic
        }
        return (trusted ?? target, address)
    }

    /// Ports on which documents are published by TLS.
    private static let usualPorts = [443, 8443]
}
