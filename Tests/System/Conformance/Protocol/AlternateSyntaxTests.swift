import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 1.3: requests that come as forms, in 1.0.3 only.
    struct AlternateSyntaxTests {
        private let client: Client
        private let key: String

        init() throws {
            client = try .speaking(.v1_0_3)
            key = try "Basic " + Data(Installation.served.key.utf8).base64EncodedString()
        }

        /// Sends a form that holds the key and the version too, unless header fields bring them.
        private func send(
            _ method: String, _ path: String, _ form: [String: String], version: String = "1.0.3",
            query: String? = nil, as verb: String = "POST", headers: [String: String?] = [:]
        ) async throws -> Answer {
            let all = ["Authorization": key, "X-Experience-API-Version": version].merging(form) { $1 }
            let body = all.map { "\(escaped($0.key))=\(escaped($0.value))" }.joined(separator: "&")
            let fields: [String: String?] = [
                "Content-Type": "application/x-www-form-urlencoded", "Authorization": nil,
                "X-Experience-API-Version": nil,
            ]
            return try await client.send(
                verb, path + "?" + (query ?? "method=\(method)"), body: Data(body.utf8),
                headers: fields.merging(headers) { $1 })
        }

        @Test(
            "statements are put, posted and read by forms",
            .covers("XAPI-00336", "1.0.3-C1.3-a", "1.0.3-C1.3-b", "1.0.3-C1.3-d"))
        func statements() async throws {
            let (put, posted, registration) = (UUID(), UUID(), UUID())
            let statement = Sample.statement(registration: registration, more: #","result":{"response":"é 日本 😀 &=+%"}"#)
            let form = ["content": statement, "statementId": put.text]
            _ = try await send("PUT", "/xapi/statements", form).expecting(204)
            let other = Sample.statement(id: posted, registration: registration)
            let ids = try await send("POST", "/xapi/statements", ["content": other]).expecting(200)
            #expect(try ids.decoded(as: [UUID].self) == [posted])
            let query = ["registration": registration.text, "ascending": "true", "limit": "1"]
            let page = try await send("GET", "/xapi/statements", query).expecting(200)
            #expect(try page.decoded(as: Page.self).statements.map(\.id) == [put])
            #expect(page.text.contains("é 日本 😀 &=+%"))
            let one = try await send("GET", "/xapi/statements", ["statementId": posted.text]).expecting(200)
            #expect(one.text == (try await client.statement(posted).text))
        }

        @Test(
            "documents are put, posted to, read and deleted by forms, with the preconditions that these hold",
            .covers("XAPI-00336", "1.0.3-C1.3-a", "1.0.3-C1.3-c", "1.0.3-C1.3-d"),
            arguments: ["activities/state", "agents/profile", "activities/profile"])
        func documents(resource: String) async throws {
            let path = "/xapi/" + resource
            let name = UUID().text
            var address = [resource.hasSuffix("state") ? "stateId" : "profileId": name]
            if resource.hasPrefix("activities") { address["activityId"] = "https://example.org/activities/\(name)" }
            if !resource.hasPrefix("activities/p") { address["agent"] = #"{"mbox":"mailto:\#(name)@example.org"}"# }
            func form(_ more: [String: String] = [:]) -> [String: String] { address.merging(more) { $1 } }
            let text = #"{"x":"ä"}"#
            let new = ["content": text, "If-None-Match": "*", "Content-Length": "\(text.utf8.count)"]
            _ = try await send("PUT", path, form(new)).expecting(204)
            #expect(try await send("PUT", path, form(new)).status == 412)
            let posted = ["content": #"{"y":2}"#, "Content-Type": "application/json"]
            _ = try await send("POST", path, form(posted)).expecting(204)
            let read = try await send("GET", path, form()).expecting(200)
            #expect(read.text == #"{"x":"ä","y":2}"#)
            let plain = ["content": "some text", "Content-Type": "text/plain"]
            #expect(try await send("PUT", path, form(plain.merging(["If-Match": #""x""#]) { $1 })).status == 412)
            let tag = try #require(read.header("ETag"))
            _ = try await send("PUT", path, form(plain.merging(["If-Match": tag]) { $1 })).expecting(204)
            let replaced = try await send("GET", path, form()).expecting(200)
            #expect(replaced.text == "some text" && replaced.header("Content-Type") == "text/plain")
            _ = try await send("DELETE", path, form()).expecting(204)
            #expect(try await send("GET", path, form()).status == 404)
        }

        @Test("Agents, Activities and About are read by forms", .covers("1.0.3-C1.3-a"))
        func others() async throws {
            let agent = #"{"mbox":"mailto:\#(UUID().text)@example.org"}"#
            let activity = "https://example.org/activities/\(UUID().text)"
            let person = try await send("GET", "/xapi/agents", ["agent": agent]).expecting(200)
            #expect(person.text.contains("Person"))
            let answer = try await send("GET", "/xapi/activities", ["activityId": activity]).expecting(200)
            #expect(answer.text.contains(activity))
            #expect(try await send("GET", "/xapi/about", [:]).status == 200)
        }

        @Test("the form's header fields count as header fields do", .covers("1.0.3-C1.3-c"))
        func fields() async throws {
            let form = ["content": Sample.statement(), "statementId": UUID().text]
            func status(_ more: [String: String]) async throws -> Int {
                try await send("PUT", "/xapi/statements", form.merging(more) { $1 }).status
            }
            #expect(try await status(["Authorization": "Basic eDp5"]) == 401)
            #expect(try await status(["X-Experience-API-Version": "0.8"]) == 400)
            #expect(try await status(["Content-Type": "multipart/mixed"]) == 400)
            #expect(try await client.get("/xapi/statements?statementId=\(form["statementId"] ?? "")").status == 404)
            #expect(try await status([:]) == 204)
            // All others come as header fields: as parameters, nobody knows them.
            #expect(try await status(["Accept-Language": "en"]) == 400)
            let headers = ["Authorization": key, "X-Experience-API-Version": "1.0.3"]
            let outside = try await send("GET", "/xapi/statements", ["limit": "1"], headers: headers)
            #expect(outside.status == 200, "they may come as header fields as well")
        }

        @Test(
            "a form with more in its query, by another method than POST, or without content is refused",
            .covers("XAPI-00336", "1.0.3-C1.3-e"))
        func refused() async throws {
            let id = UUID()
            let form = ["content": Sample.statement(), "statementId": id.text]
            // Who asks and in what version must be known before what is wrong is told.
            let headers = ["Authorization": key, "X-Experience-API-Version": "1.0.3"]
            for query in [
                "method=PUT&statementId=\(id.text)", "method=PUT&x=1", "method=PUT&method=PUT", "method=put",
                "method=PATCH", "method=", "method",
            ] {
                let answer = try await send("PUT", "/xapi/statements", form, query: query, headers: headers)
                #expect(answer.status == 400, "\(query): \(answer)")
            }
            for verb in ["PUT", "DELETE"] {
                let answer = try await send("PUT", "/xapi/statements", form, as: verb, headers: headers)
                #expect(answer.status == 400, "\(verb): \(answer)")
            }
            let empty = try await send("PUT", "/xapi/statements", ["statementId": id.text], headers: headers)
            #expect(empty.status == 400 && empty.text.contains("content"), "\(empty)")
            let json = try await client.send("POST", "/xapi/statements?method=PUT", body: Data(Sample.statement().utf8))
            #expect(json.status == 400, "\(json)")
            #expect(try await client.statement(id).status == 404)
        }

        @Test(
            "2.0 has no such syntax: a form is refused, whether its version comes as a header field or in it",
            .covers("2.0-4.1.6-a"), arguments: [true, false], ["GET", "PUT", "POST", "DELETE"])
        func notIn2(isField: Bool, method: String) async throws {
            let id = UUID()
            let form = ["content": Sample.statement(), "statementId": id.text]
            let headers = ["Authorization": key, "X-Experience-API-Version": "2.0.0"]
            let answer = try await send(
                method, "/xapi/statements", form, version: "2.0.0", headers: isField ? headers : ["Authorization": key])
            #expect(answer.status == 400 && answer.text.contains("no alternate request syntax"), "\(answer)")
            #expect(try await client.statement(id).status == 404)
        }
    }
}
