import Crypto
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// What an answer that is not kept came to.
struct StreamedAnswer: Sendable {
    let status: Int
    /// The first bytes, up to a few thousand.
    var beginning: [UInt8] = []
    var byteCount = 0
    /// SHA-256 of what follows the first occurrence of a text and is so long as is asked for.
    var sha256: String?
}

extension Client {
    /// Sends a request whose body is made while it goes out, and reads an answer that is not kept.
    ///
    /// - Parameters:
    ///   - opening: What goes before the content, and `closing` after it.
    ///   - marker: The text after which the content of the answer begins, for so many bytes.
    func stream(
        _ method: String, _ path: String, contentType: String? = nil, opening: String = "",
        content: GeneratedContent? = nil, closing: String = "", marker: String = "", count: Int = 0
    ) async throws -> StreamedAnswer {
        var headers = HTTPHeaders([
            ("Host", "127.0.0.1:\(port)"), ("Connection", "close"), ("X-Experience-API-Version", version ?? "1.0.3"),
            ("Authorization", "Basic " + Data((key ?? "").utf8).base64EncodedString()),
        ])
        if let contentType, let content {
            headers.add(name: "Content-Type", value: contentType)
            headers.add(
                name: "Content-Length", value: "\(opening.utf8.count + content.byteCount + closing.utf8.count)")
        }
        let head = HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: method), uri: path, headers: headers)
        let channel = try await connect()
        return try await channel.executeThenClose { inbound, outbound in
            async let sent: Void = {
                try await outbound.write(.head(head))
                try await outbound.write(.body(.byteBuffer(ByteBuffer(string: opening))))
                try await content?.forEachPiece { piece in
                    try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: piece))))
                }
                try await outbound.write(.body(.byteBuffer(ByteBuffer(string: closing))))
                try await outbound.write(.end(nil))
            }()
            let answer = try await Self.read(inbound, marker: Array(marker.utf8), count: count)
            try? await sent
            return answer
        }
    }

    /// Begins a request with a body, does something while the rest of it does not come, and hangs up.
    func begin(_ opening: String, boundary: String, while body: () async throws -> Void) async throws {
        let head = HTTPRequestHead(
            version: .http1_1, method: .POST, uri: "/xapi/statements",
            headers: [
                "Host": "127.0.0.1:\(port)", "X-Experience-API-Version": version ?? "1.0.3",
                "Authorization": "Basic " + Data((key ?? "").utf8).base64EncodedString(),
                "Content-Type": "multipart/mixed; boundary=\(boundary)", "Content-Length": "\(64 << 20)",
            ])
        let channel = try await connect()
        try await channel.executeThenClose { _, outbound in
            try await outbound.write(.head(head))
            try await outbound.write(.body(.byteBuffer(ByteBuffer(string: opening))))
            try await outbound.write(.body(.byteBuffer(ByteBuffer(repeating: 0x78, count: 1 << 20))))
            try await body()
        }
    }

    /// Begins to get something, and does something while nothing more of it is read; hangs up when that returns.
    ///
    /// - Parameters:
    ///   - body: Is told the status.
    ///   - rest: If given, all the rest is read before hanging up, and this is told the number of its bytes.
    func begin(
        getting path: String, _ body: (Int) async throws -> Void, rest: ((Result<Int, any Error>) throws -> Void)? = nil
    ) async throws {
        let head = HTTPRequestHead(
            version: .http1_1, method: .GET, uri: path,
            headers: [
                "Host": "127.0.0.1:\(port)", "Connection": "close",
                "Authorization": "Basic " + Data((key ?? "").utf8).base64EncodedString(),
            ])
        let channel = try await connect()
        try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(.head(head))
            try await outbound.write(.end(nil))
            var parts = inbound.makeAsyncIterator()
            guard case .head(let head)? = try await parts.next() else { throw Cut() }
            try await body(Int(head.status.code))
            guard let rest else { return }
            var count = 0
            do {
                while true {
                    guard let part = try await parts.next() else { throw Cut() }
                    if case .body(let buffer) = part { count += buffer.readableBytes }
                    if case .end = part { break }
                }
            } catch {
                return try rest(.failure(error))
            }
            try rest(.success(count))
        }
    }

    private func connect() async throws -> NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart> {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connectTimeout(.seconds(10))
        return try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHTTPClientHandlers()
                return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                    wrappingChannelSynchronously: channel)
            }
        }
    }

    private static func read(
        _ parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>, marker: [UInt8], count: Int
    ) async throws -> StreamedAnswer {
        var answer: StreamedAnswer?
        var digest = SHA256()
        var rest: Int?
        for try await part in parts {
            switch part {
            case .head(let head): answer = StreamedAnswer(status: Int(head.status.code))
            case .body(let buffer):
                answer?.byteCount += buffer.readableBytes
                var bytes = Array(buffer.readableBytesView)[...]
                if rest == nil, count > 0 {
                    answer?.beginning += bytes
                    let beginning = Data(answer?.beginning ?? [])
                    guard let found = beginning.range(of: Data(marker)) else { continue }
                    bytes = Array(beginning[found.upperBound...])[...]
                    rest = count
                } else if count == 0 {
                    let room = max(0, 4096 - (answer?.beginning.count ?? 0))
                    answer?.beginning += bytes.prefix(room)
                }
                guard let wanted = rest else { continue }
                digest.update(data: bytes.prefix(wanted))
                rest = wanted - min(wanted, bytes.count)
            case .end:
                guard var answer else { throw Cut() }
                if rest == 0 { answer.sha256 = digest.finalize().hexadecimal }
                return answer
            }
        }
        throw Cut()
    }
}
