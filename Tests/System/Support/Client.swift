import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// A client of a server's HTTP interfaces.
///
/// It is made of NIO because URLSession on Linux never gives back an answer of status 401, and each request has a
/// connection of its own, so that no request fails for what happened to an earlier one.
struct Client: Sendable {
    let port: Int
    /// `name:secret`; nil to go without a key.
    var key: String?
    /// A bearer token instead of a key.
    var token: String?
    /// The xAPI version that is asked for; nil to ask for none.
    var version: String? = "1.0.3"

    /// Sends a request and gives the answer, whatever its status.
    ///
    /// - Parameter headers: Header fields that replace those that go without saying; nil removes one.
    func send(
        _ method: String, _ path: String, body: Data? = nil, headers: [String: String?] = [:]
    ) async throws -> Answer {
        var fields: [String: String?] = ["Host": "127.0.0.1:\(port)", "Connection": "close"]
        fields["Authorization"] =
            token.map { "Bearer " + $0 } ?? key.map { "Basic " + Data($0.utf8).base64EncodedString() }
        fields["X-Experience-API-Version"] = version
        if let body {
            fields["Content-Type"] = "application/json"
            fields["Content-Length"] = "\(body.count)"
        }
        let given = fields.merging(headers) { $1 }.compactMap { name, value in value.map { (name, $0) } }
        let head = HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: method), uri: path, headers: HTTPHeaders(given))
        return try await exchange(head, body: body)
    }

    private func exchange(_ head: HTTPRequestHead, body: Data?) async throws -> Answer {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connectTimeout(.seconds(10))
        let channel = try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHTTPClientHandlers()
                return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                    wrappingChannelSynchronously: channel)
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            // A server may answer before it has read everything; then it need not take the rest.
            async let sent: Void = {
                try await outbound.write(.head(head))
                if let body { try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: body)))) }
                try await outbound.write(.end(nil))
            }()
            let answer = try await Self.answer(in: inbound)
            try? await sent
            return answer
        }
    }

    private static func answer(in parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>) async throws -> Answer {
        var answer: Answer?
        for try await part in parts {
            switch part {
            case .head(let head):
                answer = Answer(status: Int(head.status.code), headers: head.headers)
            case .body(let buffer):
                answer?.body.append(contentsOf: buffer.readableBytesView)
            case .end:
                if let answer { return answer }
            }
        }
        throw Cut()
    }

    /// The connection ended before the answer did.
    struct Cut: Error {}
}

extension Client {
    /// Gets something.
    func get(_ path: String, accept: String? = nil) async throws -> Answer {
        try await send("GET", path, headers: ["Accept": accept])
    }

    /// Posts statements.
    func post(_ statements: String) async throws -> Answer {
        try await send("POST", "/xapi/statements", body: Data(statements.utf8))
    }

    /// Puts a statement.
    func put(_ statement: String, id: UUID) async throws -> Answer {
        try await send("PUT", "/xapi/statements?statementId=\(id.text)", body: Data(statement.utf8))
    }

    /// Gets the statement with an id.
    func statement(_ id: UUID) async throws -> Answer {
        try await get("/xapi/statements?statementId=\(id.text)")
    }
}

/// What a server answered.
struct Answer: Sendable, CustomStringConvertible {
    let status: Int
    let headers: HTTPHeaders
    var body = Data()

    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }

    var description: String { "\(status) \(text.prefix(2000))" }

    /// A header field.
    func header(_ name: String) -> String? { headers.first(name: name) }

    /// Every header field of a name.
    func headers(named name: String) -> [String] { headers[name] }

    /// The body, read as JSON.
    func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        do { return try JSONDecoder().decode(type, from: body) } catch { throw Unexpected(answer: self) }
    }

    /// The answer, if its status is this one.
    func expecting(_ wanted: Int) throws -> Answer {
        guard status == wanted else { throw Unexpected(answer: self) }
        return self
    }

    /// An answer that a test cannot go on with.
    struct Unexpected: Error, CustomStringConvertible {
        let answer: Answer

        var description: String { "the server answered \(answer)" }
    }
}

extension UUID {
    /// The id as statements have it.
    var text: String { uuidString.lowercased() }
}
