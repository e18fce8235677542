import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Requests and their answers, whatever their status; connections are used again.
struct HTTPExchange: Sendable {
    private let client: HTTPClient
    private let timeout: Duration

    /// Lends an exchange whose requests each have this long to be answered, and to bring each next piece of the body.
    static func with<Value>(
        timeout: Duration, _ body: (HTTPExchange) async throws -> Value
    ) async throws -> Value {
        let client = client(timeout: timeout)
        do {
            let value = try await body(HTTPExchange(client: client, timeout: timeout))
            try await client.shutdown()
            return value
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    /// An exchange for as long as the process runs, which waits five seconds for each answer.
    static let lasting = HTTPExchange(client: client(timeout: .seconds(5)), timeout: .seconds(5))

    /// Whether nobody can listen on the way: TLS, or this machine itself.
    static func isSafe(scheme: String?, host: String) -> Bool {
        scheme == "https" || (scheme == "http" && ["127.0.0.1", "::1", "localhost"].contains(host))
    }

    private static func client(timeout: Duration) -> HTTPClient {
        // Redirects are not followed: whoever is asked answers, and no other place of a redirect's choice.
        let wait = TimeAmount(timeout)
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: wait, read: wait))
        // Nobody who listens is an answer too, and one that is told at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Sends a request and gives the answer.
    /// - Throws: `HTTPClientError`; `NIOTooManyBytesError` for an answer of more bytes than these.
    func send(
        to url: String, method: HTTPMethod = .GET, headers: HTTPHeaders = [:], body: [UInt8]? = nil,
        maximumBytes: Int = .max
    ) async throws -> (status: Int, body: [UInt8]) {
        var request = HTTPClientRequest(url: url)
        request.method = method
        request.headers = headers
        if let body { request.body = .bytes(body) }
        let response = try await client.execute(request, timeout: TimeAmount(timeout))
        let received = try await response.body.collect(upTo: maximumBytes)
        return (Int(response.status.code), Array(received.readableBytesView))
    }
}
