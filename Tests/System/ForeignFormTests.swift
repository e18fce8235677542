import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// What other sites' pages can have a browser post that remembers a key.
    struct ForeignFormTests {
        private let client: Client
        private let code = "foreign-\(UUID().text.prefix(8))"

        init() throws { client = try Installation.served.client }

        private func post(_ path: String, _ body: String, _ headers: [String: String?]) async throws -> Answer {
            let unasked: [String: String?] = ["X-Experience-API-Version": nil]
            return try await client.send(
                "POST", path, body: Data(body.utf8), headers: unasked.merging(headers) { $1 })
        }

        private static let foreign: [[String: String]] = [
            ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
            ["Origin": "https://elsewhere.example"], ["Origin": "null"],
        ]

        @Test func `a form or script of another site publishes nothing and stores nothing`() async throws {
            let definition = """
                {"code":"\(code)","version":"1","iri":"https://pilots.example.eu/\(code)","kind":"survey",
                 "title":{"en":"How was it?"},"framework":{"code":"IUS","version":"0.1"},
                 "items":[{"iri":"https://pilots.example.eu/\(code)/1","text":{"en":"Good?"},"interaction":"true-false"}]}
                """
            let version = "/api/instruments/\(code)/versions/1"
            _ = try await client.send("PUT", version, body: Data(definition.utf8)).expecting(204)
            for origin in Self.foreign {
                for type in [
                    nil, "text/plain;charset=UTF-8", "application/x-www-form-urlencoded", "multipart/form-data",
                ] {
                    let headers = origin.mapValues { Optional($0) }.merging(["Content-Type": type]) { $1 }
                    let refused = try await post(version + "/publish", "", headers).expecting(403)
                    #expect(refused.header("Content-Type") == "application/problem+json")
                    #expect(refused.header("WWW-Authenticate") == nil)
                }
                let form = "statementId=\(UUID().text)&content=%7B%7D&X-Experience-API-Version=1.0.3"
                let headers = origin.mapValues { Optional($0) }.merging(
                    ["Content-Type": "application/x-www-form-urlencoded"]) { $1 }
                _ = try await post("/xapi/statements?method=PUT", form, headers).expecting(403)
            }
            #expect(try await client.get("/api/instruments/\(code)").text.contains(#""draft""#))
            let own = ["Sec-Fetch-Site": "same-origin", "Content-Type": nil]
            _ = try await post(version + "/publish", "", own).expecting(204)
        }

        @Test func `courses on other sites go on posting with a key of their own`() async throws {
            let statement = """
                {"actor":{"account":{"homePage":"https://id.example.eu","name":"\(code)"}},
                 "verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},"object":{"id":"https://course.example.eu/"}}
                """
            for origin in Self.foreign {
                let headers = origin.mapValues { Optional($0) }
                _ = try await client.send(
                    "POST", "/xapi/statements", body: Data(statement.utf8), headers: headers
                ).expecting(200)
                let query = try await post("/api/statements/query", "{}", headers)
                #expect(query.status != 403)
                // Nobody's key is used where none is given.
                let verified = try await Client(port: client.port).send(
                    "POST", "/api/verify", body: Data("x".utf8),
                    headers: headers.merging(["Content-Type": "text/plain"]) { $1 })
                #expect(verified.status != 403)
            }
        }
    }
}
