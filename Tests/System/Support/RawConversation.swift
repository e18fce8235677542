import Foundation
import NIOCore
import NIOPosix

/// A connection over which a test says and hears bytes, for what no client of HTTP would do.
enum RawConversation {
    /// Sends texts, one after the other, and gives all that is answered until the server hangs up or so many answers
    /// have begun and the last of them has ended.
    ///
    /// - Parameters:
    ///   - pause: How long to wait between two texts.
    ///   - answers: How often an answer's first line is waited for.
    ///   - hangsUp: Whether the client says that nothing more will come, once all is sent.
    static func hold(
        port: Int, saying texts: [String], pause: Duration = .zero, answers: Int, hangsUp: Bool = false
    ) async throws -> String {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
        let channel = try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                    wrappingChannelSynchronously: channel,
                    configuration: .init(isOutboundHalfClosureEnabled: true))
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            for text in texts {
                try await outbound.write(ByteBuffer(string: text))
                if pause > .zero { try await Task.sleep(for: pause) }
            }
            if hangsUp { outbound.finish() }
            var heard = ""
            for try await buffer in inbound {
                heard += String(buffer: buffer)
                let begun = heard.components(separatedBy: "HTTP/1.1 ")
                if !hangsUp, begun.count > answers, isWhole(begun.last ?? "") { break }
            }
            return heard
        }
    }

    /// Whether an answer is here with all of its body.
    private static func isWhole(_ answer: String) -> Bool {
        guard let end = answer.range(of: "\r\n\r\n") else { return false }
        let length = answer[..<end.lowerBound].components(separatedBy: "\r\n").compactMap { line in
            line.lowercased().hasPrefix("content-length: ") ? Int(line.dropFirst(16)) : nil
        }
        return answer[end.upperBound...].utf8.count >= length.first ?? 0
    }
}
