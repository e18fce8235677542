import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1
import NIOPosix

/// A server on this machine that stands for somebody else's: it answers as a test wants, also badly.
package final class DocumentServer: Sendable {
    /// What is answered to a request.
    package struct Reply: Sendable {
        /// How the body comes.
        package enum Manner: Sendable {
            /// At once.
            case whole
            /// A piece each time this much has passed, as often as the body has bytes.
            case dripping(every: Duration)
            /// Again and again without end.
            case endless
        }

        package var status = 200
        package var headers: [(String, String)] = []
        package var body: [UInt8] = []
        package var manner = Manner.whole

        package init(
            status: Int = 200, headers: [(String, String)] = [], body: [UInt8] = [], manner: Manner = .whole
        ) {
            self.status = status
            self.headers = headers
            self.body = body
            self.manner = manner
        }

        /// A document.
        package init(_ text: String, type: String = "application/json") {
            self.init(headers: [("Content-Type", type)], body: Array(text.utf8))
        }

        /// A redirect.
        package static func redirect(_ location: String, status: Int = 302) -> Reply {
            Reply(status: status, headers: [("Location", location)])
        }
    }

    /// A request that came.
    package struct Seen: Sendable, Hashable {
        package let path: String
        package let host: String

        package init(path: String, host: String) {
            self.path = path
            self.host = host
        }
    }

    /// What answers by path; others are not found.
    package typealias Pages = @Sendable (_ path: String) -> Reply?

    /// The port on 127.0.0.1.
    package let port: Int
    private let pages: Pages
    private let requests: NIOLockedValueBox<[Seen]>
    private let published: NIOLockedValueBox<[String: Reply]>

    /// Where it answers.
    package var origin: String { "http://127.0.0.1:\(port)" }

    /// The requests so far.
    package var seen: [Seen] { requests.withLockedValue { $0 } }

    private init(port: Int, pages: @escaping Pages) {
        self.port = port
        self.pages = pages
        requests = NIOLockedValueBox([])
        published = NIOLockedValueBox([:])
    }

    /// Answers with this at a path from now on.
    package func publish(_ path: String, _ reply: Reply) { published.withLockedValue { $0[path] = reply } }

    /// Serves while `body` runs.
    package static func with<Result: Sendable>(
        _ pages: @escaping Pages, _ body: @escaping @Sendable (DocumentServer) async throws -> Result
    ) async throws -> Result {
        let listening = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    return try NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>(
                        wrappingChannelSynchronously: channel)
                }
            }
        let server = DocumentServer(port: listening.channel.localAddress?.port ?? 0, pages: pages)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await listening.executeThenClose { connections in
                    try await withThrowingDiscardingTaskGroup { answers in
                        for try await connection in connections {
                            answers.addTask { try? await server.answer(connection) }
                        }
                    }
                }
            }
            defer { group.cancelAll() }
            return try await body(server)
        }
    }

    private func answer(_ connection: NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>) async throws {
        try await connection.executeThenClose { inbound, outbound in
            var path = ""
            for try await part in inbound {
                switch part {
                case .head(let head):
                    path = head.uri
                    let seen = Seen(path: path, host: head.headers.first(name: "Host") ?? "")
                    requests.withLockedValue { $0.append(seen) }
                case .body: break
                case .end:
                    try await send(
                        published.withLockedValue { $0[path] } ?? pages(path) ?? Reply(status: 404), to: outbound)
                    return
                }
            }
        }
    }

    private func send(_ reply: Reply, to outbound: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>) async throws {
        var headers = HTTPHeaders(reply.headers)
        headers.add(name: "Connection", value: "close")
        if case .whole = reply.manner { headers.add(name: "Content-Length", value: "\(reply.body.count)") }
        let status = HTTPResponseStatus(statusCode: reply.status)
        try await outbound.write(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers)))
        switch reply.manner {
        case .whole: try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: reply.body))))
        case .dripping(let pause):
            for byte in reply.body {
                try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: [byte]))))
                try await Task.sleep(for: pause)
            }
        case .endless:
            while !Task.isCancelled { try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: reply.body)))) }
        }
        try await outbound.write(.end(nil))
    }
}
