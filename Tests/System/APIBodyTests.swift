import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// What all resources of `/api` have in common about bodies and parameters, tried with each that is described.
    struct APIBodyTests {
        private struct Description: Decodable {
            struct Operation: Decodable {
                struct Body: Decodable { let content: [String: Empty] }

                let requestBody: Body?
            }

            struct Empty: Decodable {}
            struct Path: Decodable { let put, post: Operation? }

            let paths: [String: Path]
        }

        private struct Refusal: Decodable {
            let type: String
            let detail: String
            let pointer: String?
        }

        private let client: Client

        init() throws { client = try Installation.served.client }

        /// The operations whose body may be JSON, with names in the place of parameters.
        private func operations() async throws -> [(method: String, path: String)] {
            let description = try await client.get("/api/openapi.json").expecting(200).decoded(as: Description.self)
            return description.paths.filter { $0.key.hasPrefix("/api/") }.flatMap { path, operations in
                [("PUT", operations.put), ("POST", operations.post)].compactMap { method, operation in
                    guard operation?.requestBody?.content["application/json"] != nil else { return nil }
                    return (method, path.replacing(/{[^}]*}/, with: "1"))
                }
            }
        }

        @Test func `a body in another charset is refused by every resource, and UTF-8 by none`() async throws {
            let operations = try await operations()
            #expect(operations.count > 15)
            let body = Data("{}".utf8)
            for (method, path) in operations {
                for charset in ["latin1", "\"ISO-8859-1\"", "utf-16"] {
                    let type = "application/json; charset=\(charset)"
                    let answer = try await client.send(method, path, body: body, headers: ["Content-Type": type])
                    let refusal = try answer.expecting(415).decoded(as: Refusal.self)
                    #expect(refusal.type == "urn:tessera:problem:charset", "\(method) \(path)")
                }
                let type = "application/json; charset=UTF-8"
                let answer = try await client.send(method, path, body: body, headers: ["Content-Type": type])
                #expect(answer.status != 415, "\(method) \(path)")
            }
        }

        @Test(
            "a definition with what nothing can hold is refused by its place in the document",
            arguments: [
                (#"{"code":"riga","x":[1,{"y":1e131073}]}"#, "/x/1/y"), (#"{"code":"riga","name":1e-20000}"#, "/name"),
                (#"{"code":"riga","name":"\ud800"}"#, "/name"), (#"{"code":"riga","code":"riga"}"#, "/code"),
            ])
        func unfit(body: String, pointer: String) async throws {
            for path in [
                "/api/partners/riga", "/api/partners/riga/needs", "/api/curricula/riga", "/api/pilots/riga/plan",
            ] {
                let answer = try await client.send("PUT", path, body: Data(body.utf8)).expecting(400)
                let refusal = try answer.decoded(as: Refusal.self)
                #expect(refusal.type == "urn:tessera:problem:json" && refusal.pointer == pointer, "\(refusal)")
            }
        }

        @Test(
            "no parameter has U+0000",
            arguments: [
                "/api/credentials?pilot=%00", "/api/frameworks/IUS/0.1/difference?from=%00",
                "/api/pilots/riga/launch-contexts?phase=pre&instrument=x%00", "/api/quarantine?cursor=%00",
            ])
        func nul(path: String) async throws {
            let refusal = try await client.get(path).expecting(400).decoded(as: Refusal.self)
            #expect(refusal.detail.hasSuffix(": U+0000 is not accepted."), "\(refusal)")
        }

        @Test func `a parameter that nothing heeds is refused`() async throws {
            for path in ["pilots", "partners", "curricula/local-police", "instruments", "pilots/none/plan"] {
                let answer = try await client.get("/api/\(path)?state=running").expecting(400)
                let refusal = try answer.decoded(as: Refusal.self)
                #expect(refusal.detail.hasPrefix("state: no such parameter here"), "\(path)")
            }
        }

        @Test func `what another partner has already is named by its field, without saying more`() async throws {
            let installation = try Installation.served
            let (mine, theirs) = ("mine-\(UUID().text.prefix(8))", "theirs-\(UUID().text.prefix(8))")
            for partner in [mine, theirs] {
                let definition = #"{"code":"\#(partner)","name":"A partner"}"#
                _ = try await client.send("PUT", "/api/partners/\(partner)", body: Data(definition.utf8)).expecting(204)
            }
            func pilot(_ partner: String, _ code: String, _ iri: String) -> Data {
                let definition = """
                    {"code":"\(code)","iri":"https://pilots.example.eu/\(iri)","title":"A pilot",
                     "framework":{"code":"IUS","version":"0.1"},"profile":{"code":"P4"},
                     "curriculum":{"iri":"https://pilots.example.eu/\(code)/curriculum","version":"1"},
                     "partners":[{"code":"\(partner)"}],"startsOn":"2026-03-02","endsOn":"2026-03-27"}
                    """
                return Data(definition.utf8)
            }
            _ = try await client.send("PUT", "/api/pilots/\(theirs)", body: pilot(theirs, theirs, theirs)).expecting(
                204)
            let key = try await installation.client(named: mine, ["--scope", "pilots/write", "--partner", mine])
            let answer = try await key.send("PUT", "/api/pilots/\(mine)", body: pilot(mine, mine, theirs))
            let refusal = try answer.expecting(403).decoded(as: Refusal.self)
            #expect(refusal.pointer == "/iri" && refusal.detail == "/iri is another one's already, whose it stays.")
        }
    }
}
