import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 1.5: in what form statements and the data of their attachments come.
    struct AttachmentBodyTests {
        /// A body with one fault, the rule that it breaks, and what demands that.
        struct Fault: Sendable, CustomTestStringConvertible {
            let requirement: String
            let testDescription: String
            let rule: String
            let change: @Sendable (inout Multipart) -> Void
        }

        private static let hash = "X-Experience-API-Hash"
        private static let encoding = "Content-Transfer-Encoding"

        private static let faults = [
            Fault(
                requirement: "XAPI-00128", testDescription: "a part that no statement names",
                rule: "attachment-hash-header"
            ) { $0.parts.append(Multipart.Part(fields: Multipart.fields(of: "other"), content: Data("other".utf8))) },
            Fault(
                requirement: "XAPI-00129", testDescription: "no part for an attachment", rule: "attachment-data-or-url"
            ) { $0.parts.removeLast() },
            Fault(requirement: "XAPI-00132", testDescription: "no hash", rule: "attachment-hash-header") {
                $0.parts[1].fields[hash] = nil
            },
            Fault(requirement: "XAPI-00132", testDescription: "another hash", rule: "attachment-hash-header") {
                $0.parts[1].fields[hash] = String(repeating: "0", count: 64)
            },
            Fault(
                requirement: "XAPI-00133", testDescription: "statements in two parts",
                rule: "attachment-transfer-encoding"
            ) { $0.parts.insert($0.parts[0], at: 1) },
            Fault(
                requirement: "XAPI-00134", testDescription: "a first part of text", rule: "multipart-statements-first"
            ) { $0.parts[0].fields["Content-Type"] = "text/plain" },
            Fault(
                requirement: "XAPI-00134", testDescription: "a first part of no type",
                rule: "multipart-statements-first"
            ) { $0.parts[0].fields = [:] },
            Fault(requirement: "XAPI-00135", testDescription: "no encoding", rule: "attachment-transfer-encoding") {
                $0.parts[1].fields[encoding] = nil
            },
            Fault(requirement: "XAPI-00135", testDescription: "base64", rule: "attachment-transfer-encoding") {
                $0.parts[1].fields[encoding] = "base64"
            },
            Fault(requirement: "1.0.3-C1.5-d", testDescription: "data of another digest", rule: "attachment-digest") {
                $0.parts[1].content = Data($0.parts[1].content.reversed())
            },
            Fault(requirement: "1.0.3-C1.5-e", testDescription: "another type", rule: "attachment-headers-match") {
                $0.parts[1].fields["Content-Type"] = "text/html"
            },
        ]

        @Test(
            "a body that breaks a rule is refused by that rule, and nothing of it is stored",
            CoveredRequirements(ids: faults.map(\.requirement)), arguments: faults, SpecificationVersion.allCases)
        func refused(fault: Fault, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let (id, text) = (UUID(), "attached \(UUID())")
            var body = Multipart(Sample.statement(id: id, more: Multipart.declaration([text])), [text])
            fault.change(&body)
            let path = "/xapi/statements?statementId=\(id.text)"
            for answer in [try await client.send(body), try await client.send(body, method: "PUT", path: path)] {
                #expect(answer.status == 400, "\(answer)")
                #expect(try answer.decoded(as: Problem.self).violations?.map(\.rule) == [fault.rule])
            }
            #expect(try await client.statement(id).status == 404)
        }

        @Test(
            "a body that is not of the form that its Content-Type says is refused",
            .covers("XAPI-00127", "XAPI-00129", "XAPI-00130", "XAPI-00131"), arguments: SpecificationVersion.allCases)
        func forms(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let (id, text) = (UUID(), "attached \(UUID())")
            let statement = Sample.statement(id: id, more: Multipart.declaration([text]))
            let body = Multipart(statement, [text])
            let type = "multipart/mixed; boundary=\(body.boundary)"
            for type in ["multipart/mixed", "multipart/mixed;", "multipart/mixed; boundary=\"\""] {
                let problem = try await client.send(body, type: type).expecting(400).decoded(as: Problem.self)
                #expect(problem.violations?.map(\.rule) == ["multipart-boundary"])
            }
            // Without a boundary, the second part is the end of the first.
            let delimiter = "--\(body.boundary)\r\n"
            let undivided = String(decoding: body.data, as: UTF8.self).components(separatedBy: delimiter)
            for text in [delimiter + undivided.joined(), undivided.joined()] {
                let headers = ["Content-Type": type]
                let answer = try await client.send(
                    "POST", "/xapi/statements", body: Data(text.utf8), headers: headers)
                #expect(answer.status == 400, "\(answer)")
            }
            // What has no parts is 415, of which the specifications' list of codes, a guidance, knows nothing.
            for (type, status) in [
                ("multipart/form-data", 400), ("multipart/related", 400), ("text/plain", 415), (nil, 415),
            ] as [(String?, Int)] {
                let type = type.map { $0.hasPrefix("multipart") ? "\($0); boundary=\(body.boundary)" : $0 }
                let answer = try await client.send(
                    "POST", "/xapi/statements", body: body.data, headers: ["Content-Type": type])
                #expect(answer.status == status, "\(answer)")
            }
            let bare = try await client.post(statement).expecting(400).decoded(as: Problem.self)
            #expect(bare.violations?.map(\.rule) == ["attachment-data-or-url"])
            #expect(try await client.statement(id).status == 404)
        }

        @Test(
            "statements come with data, with fileUrls or without attachments, and go as they are asked for",
            .covers("1.0.3-C1.5-a", "1.0.3-C1.5-b", "1.0.3-C1.5-c", "1.0.3-C1.5-d", "2.0-4.1.3-a", "2.0-4.1.3-b"),
            arguments: SpecificationVersion.allCases)
        func taken(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let (one, two, registration) = ("one \(UUID())", "two \(UUID())", UUID())
            func statement(_ more: String = "") -> String { Sample.statement(registration: registration, more: more) }
            let linked = Multipart.declaration(["elsewhere"], url: true)
            let bare = Sample.batch([statement(), statement()])
            let links = Sample.batch([statement(linked), statement(linked)])
            for batch in [bare, links] {
                _ = try await client.post(batch).expecting(200)
                _ = try await client.send(Multipart(batch)).expecting(200)
            }
            // Two parts of one type in the other order: only digests tell which is whose.
            let batch = Sample.batch([statement(Multipart.declaration([one])), statement(Multipart.declaration([two]))])
            let ids = try await client.send(Multipart(batch, [two, one])).expecting(200).decoded(as: [UUID].self)
            for (id, text) in zip(ids, [one, two]) {
                let received = try await client.attachments("statementId=\(id.text)")
                #expect(received.parts.count == 2)
                #expect(received.parts.first?.fields["Content-Type"] == "application/json")
                #expect(received.parts.last?.fields == Multipart.fields(of: text))
                #expect(received.parts.last?.content == Data(text.utf8))
                #expect(try await client.statement(id).header("Content-Type") == "application/json")
            }
            #expect(try await client.ids("registration=\(registration.text)").count == 10)
        }
    }
}
