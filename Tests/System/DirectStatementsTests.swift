import Foundation
import Testing

extension SystemTests {
    /// Requests on one connection, of which some are answered before the router and some by it.
    @Suite(.served)
    struct DirectStatementsTests {
        private let client: Client

        init() throws {
            client = try Installation.served.client
        }

        private func post(_ body: String, more: String = "") -> String {
            let key = Data((client.key ?? "").utf8).base64EncodedString()
            return "POST /xapi/statements HTTP/1.1\r\nHost: x\r\nAuthorization: Basic \(key)\r\n"
                + "X-Experience-API-Version: 2.0.0\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\(more)\r\n\(body)"
        }

        /// The first lines and bodies of answers.
        private func parts(_ heard: String) -> [String] {
            heard.components(separatedBy: "HTTP/1.1 ").dropFirst().map { answer in
                let end = answer.range(of: "\r\n\r\n")
                return answer.prefix(3) + " " + (end.map { answer[$0.upperBound...] } ?? "")
            }
        }

        @Test("requests that follow each other at once are answered in their order, whoever answers them")
        func pipelined() async throws {
            // Whoever is known is answered before the router.
            _ = try await client.post(Sample.statement()).expecting(200)
            let ids = (0..<40).map { _ in UUID() }
            let texts = ids.enumerated().map { position, id in
                let body = Sample.statement(id: id)
                return switch position % 4 {
                case 0, 1: post(body)
                case 2: post(body, more: "Origin: https://example.org\r\n")
                default: post(body.replacing("\"actor\"", with: "\"actors\""))
                }
            }
            for texts in [texts, [texts.joined()]] {
                let heard = try await RawConversation.hold(port: client.port, saying: texts, answers: ids.count)
                let answers = parts(heard)
                #expect(answers.count == ids.count)
                for (position, (answer, id)) in zip(answers, ids).enumerated() {
                    if position % 4 == 3 {
                        #expect(answer.hasPrefix("400 ") && answer.contains("actors"), "\(answer)")
                    } else {
                        #expect(answer == "200 [\"\(id.text)\"]", "\(position)")
                    }
                }
            }
        }

        @Test("a request that comes in pieces is answered as one that comes at once")
        func pieces() async throws {
            _ = try await client.post(Sample.statement()).expecting(200)
            let id = UUID()
            let text = Array(post(Sample.statement(id: id)).utf8)
            let texts = stride(from: 0, to: text.count, by: 64).map { start in
                String(decoding: text[start..<min(start + 64, text.count)], as: UTF8.self)
            }
            let heard = try await RawConversation.hold(
                port: client.port, saying: texts, pause: .milliseconds(2), answers: 1)
            #expect(parts(heard) == ["200 [\"\(id.text)\"]"])
        }

        @Test("a client that says at once that nothing more will come gets its answers", arguments: [1, 3])
        func hangingUp(count: Int) async throws {
            _ = try await client.post(Sample.statement()).expecting(200)
            let ids = (0..<count).map { _ in UUID() }
            let text = ids.map { post(Sample.statement(id: $0)) }.joined()
            let heard = try await RawConversation.hold(port: client.port, saying: [text], answers: count, hangsUp: true)
            #expect(parts(heard) == ids.map { "200 [\"\($0.text)\"]" })
        }

        @Test("a connection ends after the answer to a request that asked for it, and what follows is not stored")
        func last() async throws {
            _ = try await client.post(Sample.statement()).expecting(200)
            let (first, second, third) = (UUID(), UUID(), UUID())
            let text =
                post(Sample.statement(id: first)) + post(Sample.statement(id: second), more: "Connection: close\r\n")
                + post(Sample.statement(id: third))
            // One answer more than there will be: it ends when the server hangs up.
            let heard = try await RawConversation.hold(port: client.port, saying: [text], answers: 3)
            #expect(parts(heard) == [first, second].map { "200 [\"\($0.text)\"]" })
            _ = try await client.get("/xapi/statements?statementId=\(third.text)").expecting(404)
        }

        @Test("a request that is cut off stores nothing, and harms nobody")
        func cut() async throws {
            _ = try await client.post(Sample.statement()).expecting(200)
            let (whole, half) = (UUID(), UUID())
            let text = post(Sample.statement(id: half))
            let heard = try await RawConversation.hold(
                port: client.port, saying: [post(Sample.statement(id: whole)), String(text.dropLast(20))], answers: 1,
                hangsUp: true)
            #expect(parts(heard).first == "200 [\"\(whole.text)\"]")
            _ = try await client.get("/xapi/statements?statementId=\(half.text)").expecting(404)
            _ = try await client.get("/xapi/statements?statementId=\(whole.text)").expecting(200)
        }
    }
}
