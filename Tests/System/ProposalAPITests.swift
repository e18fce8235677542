import Foundation
import TestSupport
import Testing

extension SystemTests.SharedServerTests {
    /// `/api/frameworks/{code}/{version}/proposals`: a draft of a test's own, two partners and who decides.
    struct ProposalAPITests {
        private struct Numbered: Decodable { let number: Int }

        private struct Shown: Decodable {
            struct End: Decodable {
                let partner: String?
                let reason: String?
            }
            struct Comment: Decodable {
                let partner: String?
                let text: String
                let language: String
            }
            struct Endorsement: Decodable { let partner: String }
            struct Misfit: Decodable, Equatable {
                let pointer: String
                let reason: String
            }

            let number: Int
            let partner: String?
            let status: String
            let comments: [Comment]
            let endorsements: [Endorsement]
            let end: End?
            let misfits: [Misfit]?
        }

        private struct Listed: Decodable {
            struct Entry: Decodable {
                let number: Int
                let status: String
            }
            struct Framework: Decodable { let status: String }

            let framework: Framework
            let proposals: [Entry]
        }

        private struct Conflict: Decodable {
            let detail: String
            let edits: [Shown.Misfit]?
        }

        private let installation: Installation
        /// The framework of this test.
        private let code = "D\(UInt32.random(in: .min ... .max))"
        private let anybody: Client

        init() async throws {
            installation = try .served
            anybody = Client(port: installation.port)
            try await installation.administrator(SampleFramework.sql.replacing("SAMPLE", with: code))
        }

        private var path: String { "/api/frameworks/\(code)/1.0/proposals" }

        private func client(partner: String?, scope: String) async throws -> Client {
            struct Made: Decodable { let secret: String }

            let name = "\(partner ?? "scheme")-\(code)"
            if let partner {
                try await installation.administrator(
                    "INSERT INTO training.partner (code, name) VALUES ('\(partner)', 'Partner') ON CONFLICT DO NOTHING")
            }
            let arguments = ["keys", "create", "--name", name, "--scope", scope, "--json"]
            let made = try await installation.tessera(arguments + (partner.map { ["--partner", $0] } ?? []))
            let secret = try JSONDecoder().decode(Made.self, from: Data(made.succeeded().output.utf8)).secret
            return Client(port: installation.port, key: "\(name):\(secret)")
        }

        private func send(_ client: Client, _ method: String, _ place: String, _ body: String? = nil) async throws
            -> Answer
        {
            try await client.send(method, path + place, body: body.map { Data($0.utf8) })
        }

        private func shown(_ number: Int) async throws -> Shown {
            try await anybody.get("\(path)/\(number)").expecting(200).decoded()
        }

        private static func proposal(_ edits: String) -> String {
            #"{"title": "Better", "reason": "It reads better.", "edits": [\#(edits)]}"#
        }

        private static let rename =
            #"{"kind": "text", "item": "A1", "field": "fullStatement", "from": "Seeing well", "to": "Seeing better"}"#

        @Test func `a draft changes by a proposal that partners discuss and the scheme accepts`() async throws {
            let riga = try await client(partner: "riga", scope: "framework/propose")
            let nice = try await client(partner: "nice", scope: "framework/propose")
            let scheme = try await client(partner: nil, scope: "framework/write")
            let made = try await send(riga, "POST", "", Self.proposal(Self.rename)).expecting(201)
            #expect(try made.decoded(as: Numbered.self).number == 1)
            #expect(made.header("Location") == path + "/1")
            #expect(try await shown(1).partner == "riga")
            #expect(try await anybody.get(path).expecting(200).decoded(as: Listed.self).framework.status == "Draft")

            let comment = #"{"text": "Bien", "language": "fr"}"#
            #expect(
                try await send(nice, "POST", "/1/comments", comment).expecting(201).decoded(as: Numbered.self).number
                    == 1)
            for _ in 1...2 { _ = try await send(nice, "PUT", "/1/endorsement").expecting(204) }
            _ = try await send(riga, "PUT", "/1/endorsement").expecting(204)
            _ = try await send(riga, "DELETE", "/1/endorsement").expecting(204)
            #expect(try await shown(1).endorsements.map(\.partner) == ["nice"])
            #expect(try await shown(1).misfits == [])

            let decision = #"{"outcome": "accepted", "reason": "All agree."}"#
            _ = try await send(scheme, "POST", "/1/decision", decision).expecting(204)
            let decided = try await shown(1)
            #expect(decided.status == "accepted" && decided.misfits == nil)
            #expect(decided.end?.reason == "All agree." && decided.end?.partner == nil)
            #expect(decided.comments.map(\.text) == ["Bien"] && decided.comments.first?.language == "fr")
            let page = try await anybody.get("/framework/\(code)/1.0/competences/A1", accept: "text/html")
            #expect(try page.expecting(200).text.contains("</b> Seeing better</h1>"))
            #expect(try await send(nice, "POST", "/1/comments", comment).status == 409)

            let open = try await anybody.get(path + "?status=open").expecting(200).decoded(as: Listed.self)
            let accepted = try await anybody.get(path + "?status=accepted").expecting(200).decoded(as: Listed.self)
            #expect(open.proposals.isEmpty && accepted.proposals.map(\.number) == [1])
        }

        @Test func `what no longer fits is refused as a whole, with each edit that does not`() async throws {
            let scheme = try await client(partner: nil, scope: "framework/write")
            let target = #"{"kind": "target", "profile": "P1", "competence": "A1", "to": {"level": 4}}"#
            for edits in [Self.rename, "\(target), \(Self.rename)"] {
                _ = try await send(scheme, "POST", "", Self.proposal(edits)).expecting(201)
            }
            let decision = #"{"outcome": "accepted", "reason": "Fine."}"#
            _ = try await send(scheme, "POST", "/1/decision", decision).expecting(204)
            let refused = try await send(scheme, "POST", "/2/decision", decision).expecting(409).decoded(
                as: Conflict.self)
            #expect(refused.edits?.map(\.pointer) == ["/edits/1"])
            #expect(refused.detail.contains(#"fullStatement of A1 is now "Seeing better""#))
            #expect(try await shown(2).misfits == refused.edits)
            let stale = try await send(scheme, "POST", "", Self.proposal(Self.rename)).expecting(409)
            #expect(try stale.decoded(as: Conflict.self).edits?.map(\.pointer) == ["/edits/0"])
            _ = try await send(scheme, "POST", "/2/withdrawal", "{}").expecting(204)
            #expect(try await shown(2).status == "withdrawn")
        }

        @Test func `scopes and partners decide who may do what`() async throws {
            let riga = try await client(partner: "riga", scope: "framework/propose")
            let nice = try await client(partner: "nice", scope: "framework/propose")
            let scheme = try await client(partner: nil, scope: "framework/write")
            _ = try await send(riga, "POST", "", Self.proposal(Self.rename)).expecting(201)
            let comment = #"{"text": "x"}"#
            for (method, place, body) in [
                ("POST", "", Self.proposal(Self.rename)), ("POST", "/1/comments", comment),
                ("PUT", "/1/endorsement", nil),
                ("DELETE", "/1/endorsement", nil), ("POST", "/1/withdrawal", "{}"),
                ("POST", "/1/decision", #"{"outcome": "rejected", "reason": "x"}"#),
            ] {
                #expect(try await send(anybody, method, place, body).status == 401, "\(method) \(place)")
            }
            let refused = try await send(riga, "POST", "/1/decision", #"{"outcome": "rejected", "reason": "x"}"#)
            #expect(refused.status == 403 && refused.text.contains("framework/write"))
            #expect(try await send(nice, "POST", "/1/withdrawal", "{}").status == 403)
            #expect(try await send(scheme, "PUT", "/1/endorsement").status == 403)
            #expect(try await send(scheme, "POST", "/1/comments", comment).status == 201)
            #expect(try await shown(1).endorsements.isEmpty)
        }

        @Test func `faults are told by the field and the rule`() async throws {
            let riga = try await client(partner: "riga", scope: "framework/propose")
            for (body, status, told) in [
                ("{", 400, "line 1"), ("[]", 400, "the document must be an object"), ("{}", 400, "/title is required"),
                (#"{"title": "x", "reason": "y"}"#, 400, "/edits must have at least one"),
                (
                    Self.proposal(#"{"kind": "text", "item": "A1", "field": "x", "to": "y"}"#), 400,
                    "/edits/0/field must be"
                ),
                (#"{"title": "x\u0000", "reason": "y"}"#, 400, "u0000"),
            ] {
                let answer = try await send(riga, "POST", "", body)
                #expect(answer.status == status && answer.text.contains(told), "\(body): \(answer)")
            }
            let plain = try await riga.send(
                "POST", path, body: Data("{}".utf8), headers: ["Content-Type": "text/plain"])
            #expect(plain.status == 415)
            for (place, status) in [("?status=shut", 400), ("?page=1", 400), ("/0", 404), ("/x", 404), ("/9", 404)] {
                #expect(try await anybody.get(path + place).status == status, "\(place)")
            }
            #expect(try await anybody.get("/api/frameworks/\(code)/3.0/proposals").status == 404)
            #expect(try await send(riga, "POST", "/9/comments", #"{"text": "x"}"#).status == 404)
        }
    }
}
