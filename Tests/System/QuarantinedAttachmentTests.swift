import Foundation
import SigningSupport
import Testing

extension SystemTests.SharedServerTests {
    /// Refused requests of a trusted key that brought the data of attachments.
    struct QuarantinedAttachmentTests {
        private struct Refusal: Decodable {
            struct Quarantine: Decodable { let id: UUID? }

            let violations: [Problem.Violation]
            let quarantine: Quarantine?
        }

        private struct Entry: Decodable {
            struct Statement: Decodable { let received: String }
            struct Attachment: Decodable, Equatable {
                let sha2: String
                let length: Int
            }

            let statements: [Statement]
            let attachments: [Attachment]?
        }

        private struct Made: Decodable { let secret: String }

        private let installation: Installation

        init() throws { installation = try Installation.served }

        private func client(_ name: String, _ options: String...) async throws -> Client {
            let made = try await installation.tessera(["keys", "create", "--name", name, "--json"] + options)
            let secret = try JSONDecoder().decode(Made.self, from: Data(made.succeeded().output.utf8)).secret
            return Client(port: installation.port, key: "\(name):\(secret)")
        }

        private func entry(_ answer: Answer, _ client: Client) async throws -> (path: String, Entry) {
            let id = try #require(try answer.expecting(400).decoded(as: Refusal.self).quarantine?.id)
            let path = "/api/quarantine/\(id.text)"
            return (path, try await client.get(path).expecting(200).decoded(as: Entry.self))
        }

        private func statement(_ id: UUID, _ texts: [String], verb: String = "experienced") -> String {
            Sample.statement(id: id, verb: verb, more: Multipart.declaration(texts))
        }

        @Test("data stays with refused statements, and goes with them when they are corrected")
        func roundTrip() async throws {
            let platform = try await client("attachments-trusted", "--quarantine")
            let (id, text) = (UUID(), "data \(UUID())")
            let bad = statement(id, [text]).replacing("https://example.org/verbs/", with: "")
            let answer = try await platform.send(Multipart(bad, [text]))
            let (path, entry) = try await entry(answer, platform)
            #expect(entry.statements.map(\.received) == [bad])
            #expect(
                entry.attachments == [Entry.Attachment(sha2: TestJWS.sha256(text.utf8), length: text.utf8.count)])
            let good = statement(id, [text])
            _ = try await platform.send("POST", path + "/resubmit", body: Data(good.utf8)).expecting(200)
            #expect(try await platform.attachments("statementId=\(id.text)").parts.last?.content == Data(text.utf8))
            #expect(try await platform.get(path).status == 404)
        }

        @Test("a request whose data is not what its statement says is kept with the data that came")
        func otherData() async throws {
            let platform = try await client("attachments-mistaken", "--quarantine")
            let (id, declared, sent) = (UUID(), "declared \(UUID())", "sent \(UUID())")
            var body = Multipart(statement(id, [declared]), [declared])
            body.parts[1].content = Data(sent.utf8)
            let answer = try await platform.send(body)
            let rules = try answer.decoded(as: Refusal.self).violations.map(\.rule)
            #expect(rules == ["attachment-digest", "attachment-data-or-url"])
            let (path, entry) = try await entry(answer, platform)
            #expect(entry.attachments?.map(\.sha2) == [TestJWS.sha256(sent.utf8)])
            #expect(try await platform.send("POST", path + "/resubmit").status == 400, "as it was, it is still wrong")
            _ = try await platform.send("POST", path + "/resubmit", body: Data(statement(id, [sent]).utf8))
                .expecting(200)
            #expect(try await platform.attachments("statementId=\(id.text)").parts.last?.content == Data(sent.utf8))
        }

        @Test("a body that breaks off is kept as far as it came")
        func cut() async throws {
            let platform = try await client("attachments-cut", "--quarantine")
            let (id, text) = (UUID(), "data \(UUID())")
            let body = Multipart(statement(id, [text]), [text])
            let cut = try await platform.send(
                "POST", "/xapi/statements", body: body.data.dropLast(20),
                headers: ["Content-Type": "multipart/mixed; boundary=\(body.boundary)"])
            #expect(try cut.decoded(as: Refusal.self).violations.first?.rule == "multipart-structure")
            let (_, entry) = try await entry(cut, platform)
            #expect(entry.statements.map(\.received) == [statement(id, [text])])
            #expect(try await platform.statement(id).status == 404)
        }

        @Test("a false signature keeps its statement out, and in quarantine")
        func signature() async throws {
            let platform = try await client("attachments-signed", "--quarantine")
            let id = UUID()
            let jws = try TestJWS.make(Sample.statement(id: id, activity: "another"), algorithm: "RS256")
            let signed = Sample.statement(id: id, more: TestJWS.attachments(jws))
            let answer = try await platform.send(Multipart(signed, [jws], type: "application/octet-stream"))
            let (path, entry) = try await entry(answer, platform)
            #expect(entry.attachments?.count == 1)
            let still = try await platform.send("POST", path + "/resubmit").expecting(400)
            #expect(try still.decoded(as: Refusal.self).violations.map(\.rule) == ["signature-payload"])
            #expect(try await platform.statement(id).status == 404)
        }

        @Test("PUT of a batch, and under another id, is kept too")
        func put() async throws {
            let platform = try await client("attachments-put", "--quarantine")
            let (id, other) = (UUID(), UUID())
            for body in [Sample.batch([Sample.statement(id: id)]), Sample.statement(id: other)] {
                let (path, kept) = try await entry(try await platform.put(body, id: id), platform)
                #expect(kept.statements.map(\.received) == [body.hasPrefix("[") ? Sample.statement(id: id) : body])
                #expect(try await platform.send("DELETE", path).status == 204)
            }
        }

        @Test("a key without quarantine has nothing kept, and is told the first fault at once")
        func otherKey() async throws {
            let plain = try await client("attachments-plain")
            let text = "data \(UUID())"
            let bad = statement(UUID(), [text]).replacing("https://example.org/verbs/", with: "")
            let refusal = try await plain.send(Multipart(bad, [text])).expecting(400).decoded(as: Refusal.self)
            #expect(refusal.quarantine == nil && refusal.violations.map(\.rule) == ["verb-id"])
        }
    }
}
