import Foundation
import SigningSupport
import Testing

extension SystemTests.SharedServerTests {
    /// Statements with the data of their attachments, in and out.
    struct AttachmentTests {
        private let client: Client

        init() throws { client = try Installation.served.client }

        private static func text(_ name: String) -> String { "\(name) \(UUID())\r\n--\n\0\u{e9}" }

        @Test("attachments come back with their statement, byte for byte, each under its fields")
        func roundTrip() async throws {
            let (one, two) = (Self.text("one"), Self.text("two"))
            let id = UUID()
            let sent = Multipart(Sample.statement(id: id, more: Multipart.declaration([one, two])), [one, two])
            let ids = try await client.send(sent).expecting(200).decoded(as: [UUID].self)
            #expect(ids == [id])
            let answer = try await client.get("/xapi/statements?statementId=\(id.text)&attachments=true").expecting(200)
            #expect(answer.header("Content-Length") == "\(answer.body.count)")
            #expect(answer.header("X-Experience-API-Consistent-Through") != nil)
            #expect(answer.header("Last-Modified") != nil)
            let received = try Multipart(answer: answer)
            #expect(received.parts.map(\.fields) == sent.parts.map(\.fields))
            #expect(received.parts.dropFirst().map(\.content) == sent.parts.dropFirst().map(\.content))
            let plain = try await client.statement(id).expecting(200)
            #expect(plain.header("Content-Type") == "application/json")
            #expect(received.parts.first?.content == plain.body)
            let head = try await client.send("HEAD", "/xapi/statements?statementId=\(id.text)&attachments=true")
            #expect(head.status == 200 && head.body.isEmpty)
        }

        @Test("PUT takes attachments too, and 2.0 as well as 1.0.3", arguments: ["1.0.3", "2.0.0"])
        func put(version: String) async throws {
            var client = client
            client.version = version
            let (text, id) = (Self.text(version), UUID())
            let body = Multipart(Sample.statement(more: Multipart.declaration([text])), [text])
            let path = "/xapi/statements?statementId=\(id.text)"
            _ = try await client.send(body, method: "PUT", path: path).expecting(204)
            _ = try await client.send(body, method: "PUT", path: path).expecting(204)
            #expect(try await client.attachments("statementId=\(id.text)").parts.last?.content == Data(text.utf8))
        }

        @Test(
            "one part serves all statements that name it; sent twice, it still stands once in a page of them",
            .covers("XAPI-00167"))
        func shared() async throws {
            let (text, other, registration) = (Self.text("shared"), Self.text("other"), UUID())
            let batch = Sample.batch([
                Sample.statement(registration: registration, more: Multipart.declaration([text])),
                Sample.statement(registration: registration, more: Multipart.declaration([other, text])),
                Sample.statement(registration: registration),
            ])
            _ = try await client.send(Multipart(batch, [other, text, other])).expecting(200)
            let page = try await client.attachments("registration=\(registration.text)&ascending=true")
            #expect(page.parts.dropFirst().map(\.content) == [text, other].map { Data($0.utf8) })
            let first = try #require(page.parts.first)
            #expect(try JSONDecoder().decode(Page.self, from: first.content).statements.count == 3)
            let formatted = try await client.attachments("registration=\(registration.text)&format=ids")
            #expect(formatted.parts.count == 3)
        }

        @Test("an answer with attachments is multipart even when there are none")
        func none() async throws {
            let id = UUID()
            _ = try await client.post(Sample.statement(id: id)).expecting(200)
            #expect(try await client.attachments("statementId=\(id.text)").parts.count == 1)
            #expect(try await client.attachments("registration=\(UUID().text)").parts.count == 1)
            let unknown = try await client.get("/xapi/statements?statementId=\(UUID().text)&attachments=true")
            #expect(unknown.status == 404)
        }

        @Test("a voided statement keeps its attachments", .covers("XAPI-00155", "XAPI-00167"))
        func voided() async throws {
            let (text, id) = (Self.text("voided"), UUID())
            _ = try await client.send(
                Multipart(Sample.statement(id: id, more: Multipart.declaration([text])), [text])
            ).expecting(200)
            let voiding =
                #"{"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"#
                + #""object":{"objectType":"StatementRef","id":"\#(id.text)"}}"#
            _ = try await client.post(voiding).expecting(200)
            #expect(try await client.attachments("voidedStatementId=\(id.text)").parts.last?.content == Data(text.utf8))
        }

        @Test("multipart brings statements that have no attachments, or only ones with a URL, as well")
        func withoutData() async throws {
            let text = Self.text("elsewhere")
            _ = try await client.send(Multipart(Sample.statement())).expecting(200)
            let linked = Sample.statement(more: Multipart.declaration([text], url: true))
            _ = try await client.send(Multipart(linked)).expecting(200)
            _ = try await client.post(linked).expecting(200)
            // The length is only told; data is known by its digest.
            let told = Sample.statement(more: Multipart.declaration([text], length: 1))
            _ = try await client.send(Multipart(told, [text])).expecting(200)
        }

        /// Bodies that are not as they must be, each with the rule that it breaks.
        static let faults: [(name: String, rule: String, body: Multipart)] = {
            let (text, other) = ("here is an attachment", "here is another")
            let statement = Sample.statement(more: Multipart.declaration([text]))
            let right = Multipart(statement, [text])
            func changed(_ change: (inout Multipart) -> Void) -> Multipart {
                var body = right
                change(&body)
                return body
            }
            return [
                ("a part that no statement names", "attachment-hash-header", Multipart(statement, [text, other])),
                ("no part for an attachment", "attachment-data-or-url", Multipart(statement)),
                (
                    "statements in two parts", "attachment-transfer-encoding",
                    changed { $0.parts.insert($0.parts[0], at: 1) }
                ),
                (
                    "another first part", "multipart-statements-first",
                    changed { $0.parts[0].fields["Content-Type"] = "text/plain" }
                ),
                ("a first part of no type", "multipart-statements-first", changed { $0.parts[0].fields = [:] }),
                ("attachments first", "multipart-statements-first", changed { $0.parts.reverse() }),
                ("no hash", "attachment-hash-header", changed { $0.parts[1].fields["X-Experience-API-Hash"] = nil }),
                (
                    "no encoding", "attachment-transfer-encoding",
                    changed { $0.parts[1].fields["Content-Transfer-Encoding"] = nil }
                ),
                (
                    "base64", "attachment-transfer-encoding",
                    changed { $0.parts[1].fields["Content-Transfer-Encoding"] = "base64" }
                ),
                (
                    "another type", "attachment-headers-match",
                    changed { $0.parts[1].fields["Content-Type"] = "text/html" }
                ),
                ("other data", "attachment-digest", changed { $0.parts[1].content = Data(other.utf8) }),
                ("no parts", "multipart-structure", changed { $0.parts = [] }),
                (
                    "a false statement", "attachment-length",
                    changed {
                        $0.parts[0].content = Data(statement.replacing(#""length":21"#, with: #""length":"21""#).utf8)
                    }
                ),
            ]
        }()

        @Test(
            "a body that breaks a rule is refused by that rule, and nothing of it is stored", arguments: faults.indices)
        func refused(index: Int) async throws {
            let fault = Self.faults[index]
            let problem = try await client.send(fault.body).expecting(400).decoded(as: Problem.self)
            #expect(problem.violations?.map(\.rule) == [fault.rule], "\(fault.name)")
        }

        @Test("a body that is cut off, or has no boundary, is refused; other bodies in parts are no statements")
        func forms() async throws {
            let body = Multipart(Sample.statement())
            let type = "multipart/mixed; boundary=\(body.boundary)"
            let cut = try await client.send(
                "POST", "/xapi/statements", body: body.data.dropLast(8), headers: ["Content-Type": type])
            #expect(try cut.expecting(400).decoded(as: Problem.self).violations?.map(\.rule) == ["multipart-structure"])
            for type in ["multipart/mixed", "multipart/mixed;", "multipart/mixed; boundary=\"\""] {
                let problem = try await client.send(body, type: type).expecting(400).decoded(as: Problem.self)
                #expect(problem.violations?.map(\.rule) == ["multipart-boundary"])
            }
            for type in ["multipart/form-data", "multipart/related"] {
                _ = try await client.send(body, type: "\(type); boundary=\(body.boundary)").expecting(400)
            }
        }
    }
}
