import Foundation
import SigningSupport
import Testing

extension SystemTests.SharedServerTests {
    /// Requests as the libraries of courses send them from a browser: xAPI.js through axios, TinCanJS through
    /// XMLHttpRequest, and through XDomainRequest, which can set no header field.
    struct ScriptClientTests {
        private let client: Client
        private let course = escaped(Sample.iri(activity: "script-\(UUID().text)"))
        private let agent = escaped(#"{"objectType":"Agent","mbox":"mailto:script@example.org"}"#)

        init() throws { client = try Installation.served.client }

        /// The fields that axios adds, whether there is a body or not.
        private static let axios: [String: String?] = [
            "Accept": "application/json, text/plain, */*", "Content-Type": "application/json",
            "Origin": "https://course.example", "Referer": "https://course.example/", "User-Agent": "Mozilla/5.0",
        ]

        @Test("axios names a media type also where there is no body")
        func axios() async throws {
            let state = "/xapi/activities/state?agent=\(agent)&activityId=\(course)"
            let about = try await Client(port: client.port, key: ":").send("GET", "/xapi/about", headers: Self.axios)
            #expect(about.status == 200, "an empty name and secret are nobody's, and nobody may ask")
            let body = Data(#"{"test":"test"}"#.utf8)
            _ = try await client.send("POST", state + "&stateId=s", body: body, headers: Self.axios).expecting(204)
            let document = try await client.send("GET", state + "&stateId=s", headers: Self.axios).expecting(200)
            #expect(document.body == body)
            let list = try await client.send("GET", state, headers: Self.axios).expecting(200)
            #expect(list.text == #"["s"]"#)
            let tag = try #require(list.header("ETag"))
            let headers = Self.axios.merging(["If-Match": tag]) { $1 }
            _ = try await client.send("DELETE", state, headers: headers).expecting(204)
            #expect(try await client.get(state).text == "[]")
            #expect(try await client.send("DELETE", state, headers: headers).status == 412)
        }

        @Test("a first part that says more than it must, and a boundary of digits, are taken")
        func multipart() async throws {
            let (id, text) = (UUID(), "hello \(UUID())")
            var body = Multipart(Sample.statement(id: id, more: Multipart.declaration([text])), [text])
            body.boundary = "1234567887654321"
            body.parts[0].fields["Content-Disposition"] = #"form-data; name="statement""#
            _ = try await client.send(body, type: "multipart/mixed; boundary=\(body.boundary)").expecting(200)
            #expect(try await client.attachments("statementId=\(id.text)").parts.last?.content == Data(text.utf8))
        }

        @Test("a request that is too long for a URL comes as a form, beside its header fields or with them in it")
        func forms() async throws {
            let long = Sample.iri(activity: String(repeating: "a", count: 1200))
            let key = "Basic " + Data(try #require(client.key).utf8).base64EncodedString()
            let fields = [("Authorization", key), ("X-Experience-API-Version", "1.0.1")]
            for inForm in [false, true] {
                let id = UUID()
                let statement = Sample.statement(id: id).replacing(Sample.iri(activity: "course"), with: long)
                let put = [("statementId", id.text), ("content", statement), ("Content-Type", "application/json")]
                _ = try await form("statements", "PUT", put + fields, inForm: inForm).expecting(204)
                let query = [("activity", long), ("ascending", "true")] + fields
                let page = try await form("statements", "GET", query, inForm: inForm).expecting(200)
                #expect(try page.decoded(as: Page.self).statements.map(\.id).contains(id))
                let state = [
                    ("activityId", long), ("agent", #"{"mbox":"mailto:script@example.org"}"#),
                    ("stateId", String(repeating: "c", count: 900)),
                ]
                let content = [("content", "some & text = ü"), ("Content-Type", "text/plain")]
                let path = "activities/state"
                _ = try await form(path, "PUT", state + content + fields, inForm: inForm).expecting(204)
                #expect(try await form(path, "GET", state + fields, inForm: inForm).text == "some & text = ü")
                _ = try await form(path, "DELETE", state + fields, inForm: inForm).expecting(204)
                #expect(try await form(path, "GET", state + fields, inForm: inForm).status == 404)
            }
        }

        /// Sends a request by the alternate syntax (xAPI-Communication 1.3).
        private func form(
            _ resource: String, _ method: String, _ pairs: [(String, String)], inForm: Bool
        ) async throws -> Answer {
            let body = pairs.map { "\($0)=\(escaped($1))" }.joined(separator: "&")
            var sender = Client(port: client.port, key: inForm ? nil : client.key)
            sender.version = inForm ? nil : "1.0.1"
            return try await sender.send(
                "POST", "/xapi/\(resource)?method=\(method)", body: Data(body.utf8),
                headers: ["Content-Type": inForm ? "text/plain" : "application/x-www-form-urlencoded"])
        }
    }
}
