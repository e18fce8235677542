import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// A server of one document, as an issuer has one for its keys, which tests change while it serves.
final class KeySetServer: Sendable {
    /// What it serves.
    actor Document {
        private(set) var text: String

        init(_ text: String) { self.text = text }

        func change(to text: String) { self.text = text }
    }

    let document: Document
    let url: String

    private init(_ document: Document, port: Int) {
        self.document = document
        url = "http://127.0.0.1:\(port)/keys"
    }

    /// Serves a document while `body` runs.
    static func with<Result: Sendable>(
        _ text: String, _ body: @escaping @Sendable (KeySetServer) async throws -> Result
    ) async throws -> Result {
        let document = Document(text)
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    return try NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>(
                        wrappingChannelSynchronously: channel)
                }
            }
        let port = server.channel.localAddress?.port ?? 0
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.executeThenClose { connections in
                    try await withThrowingDiscardingTaskGroup { requests in
                        for try await connection in connections {
                            requests.addTask { try? await answer(connection, document) }
                        }
                    }
                }
            }
            defer { group.cancelAll() }
            return try await body(KeySetServer(document, port: port))
        }
    }

    private static func answer(
        _ connection: NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>, _ document: Document
    ) async throws {
        try await connection.executeThenClose { inbound, outbound in
            for try await part in inbound {
                guard case .end = part else { continue }
                let body = ByteBuffer(string: await document.text)
                let headers: HTTPHeaders = [
                    "Content-Type": "application/json", "Content-Length": "\(body.readableBytes)",
                    "Connection": "close",
                ]
                try await outbound.write(.head(HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)))
                try await outbound.write(.body(.byteBuffer(body)))
                try await outbound.write(.end(nil))
                return
            }
        }
    }
}
