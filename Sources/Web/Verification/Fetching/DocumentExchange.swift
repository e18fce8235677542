internal import AsyncHTTPClient
internal import FoundationEssentials
internal import Gzip
internal import NIOCore
internal import NIOHTTP1

/// Asks one server for one document, at an address that was found and checked before.
struct DocumentExchange {
    /// What came back.
    struct Answer: Sendable {
        let status: Int
        /// Where a redirect leads.
        let location: String?
        let contentType: String?
        let body: [UInt8]
    }

    /// The media types that are understood, as in the header field `Accept`.
    let accept: String
    /// Bytes of the answer, as sent and expanded.
    let maximumBytes: Int

    /// Asks.
    ///
    /// Each document has a client of its own: only a client as a whole can be told to which address a name leads, and
    /// nothing of one server then is there when the next is asked, neither connections nor cookies. The certificate has
    /// to be the name's, not the address's.
    /// - Throws: ``FetchError``, or what the client throws.
    func ask(_ target: FetchTarget, at address: NetworkAddress, within time: Duration) async throws -> Answer {
        let wait = TimeAmount(time)
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: wait, read: wait))
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        if target.address == nil {
            // The client finds the name in the URL by itself; were it another one, it would be looked up again.
            guard URL(string: target.url)?.host == target.host else {
                throw FetchError(.refused, "Its address has no plain host.")
            }
            configuration.dnsOverride = [target.host: address.description]
        }
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            let answer = try await ask(target, with: client, within: wait)
            try await client.shutdown()
            return answer
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    private func ask(_ target: FetchTarget, with client: HTTPClient, within wait: TimeAmount) async throws -> Answer {
        var request = HTTPClientRequest(url: target.url)
        request.headers = ["Accept": accept, "Accept-Encoding": "identity", "User-Agent": "Tessera"]
        let response = try await client.execute(request, timeout: wait)
        let status = Int(response.status.code)
        guard status == 200 else {
            let location = response.headers.first(name: "Location")
            return Answer(status: status, location: location, contentType: nil, body: [])
        }
        if let length = response.headers.first(name: "Content-Length").flatMap({ Int($0) }), length > maximumBytes {
            throw FetchError.tooLarge
        }
        var body: [UInt8] = []
        for try await piece in response.body {
            guard body.count + piece.readableBytes <= maximumBytes else { throw FetchError.tooLarge }
            body += piece.readableBytesView
        }
        return Answer(
            status: status, location: nil, contentType: response.headers.first(name: "Content-Type"),
            body: try await plain(body, encoding: response.headers[canonicalForm: "Content-Encoding"].map(String.init)))
    }

    /// The body without its encoding; servers may use one though nobody asked for it.
    private func plain(_ body: [UInt8], encoding: [String]) async throws -> [UInt8] {
        switch encoding.map({ $0.lowercased() }).filter({ $0 != "identity" }) {
        case []: return body
        case ["gzip"], ["x-gzip"]:
            var expanded: [UInt8] = []
            do {
                let expander = try GzipExpander()
                try await expander.expand(body) { piece in
                    guard expanded.count + piece.count <= maximumBytes else { throw FetchError.tooLarge }
                    expanded += piece
                }
                try expander.finish()
            } catch let error as GzipError {
                throw FetchError(.unavailable, "What the server sent is damaged. \(error.description)")
            }
            return expanded
        default: throw FetchError(.unavailable, "The server sent the document in an encoding that is not read.")
        }
    }
}
