import Foundation
import Testing

extension SystemTests.PilotTests {
    /// The training scheme's xAPI profile, as anybody gets it.
    struct ProfileTests {
        private struct Document: Decodable {
            struct Part: Decodable {
                let id: String
            }

            let id: String
            let concepts: [Part]
            let templates: [Part]
            let patterns: [Part]
        }

        private let installation: Installation
        private let anybody: Client

        private static let base = "https://w3id.org/xapi/iust"

        init() throws {
            installation = try .served
            anybody = Client(port: installation.port)
        }

        @Test("the profile and its version are JSON-LD for programs and a page for people, without a key")
        func forms() async throws {
            for path in ["/profiles/iust", "/profiles/iust/v0.1"] {
                for (accept, type) in [
                    ("application/ld+json", "application/ld+json"), ("application/json", "application/json"),
                    ("text/html,*/*;q=0.8", "text/html; charset=utf-8"), ("*/*", "application/ld+json"),
                ] {
                    let answer = try await anybody.get(path, accept: accept)
                    #expect(answer.status == 200)
                    #expect(answer.header("Content-Type") == type)
                    #expect(answer.header("Vary") == "Accept")
                    #expect(answer.header("Access-Control-Allow-Origin") == "*")
                }
                #expect(try await anybody.get(path, accept: "image/png").status == 406)
            }
        }

        @Test("every IRI of the profile leads to its part, as data and as a page")
        func parts() async throws {
            let text = try await anybody.get("/profiles/iust", accept: "application/ld+json").expecting(200)
            let document = try text.decoded(as: Document.self)
            #expect(document.id == Self.base)
            let ids = (document.concepts + document.templates + document.patterns).map(\.id)
            #expect(ids.count == 29)
            for id in ids {
                let path = "/profiles/iust" + id.dropFirst(Self.base.count)
                let data = try await anybody.get(path, accept: "application/ld+json").expecting(200)
                #expect(try data.decoded(as: Document.Part.self).id == id)
                #expect(data.text.contains(#""https://w3id.org/xapi/profiles/context""#))
                let page = try await anybody.get(path, accept: "text/html").expecting(200)
                #expect(page.text.contains("<code>\(id)</code>"))
            }
        }

        @Test("what the profile does not have is not found, and told as a problem")
        func unknown() async throws {
            for path in ["v9", "verbs", "verbs/none", "verbs/self-assessed/more", "x%2F..%2Fy"] {
                let answer = try await anybody.get("/profiles/iust/" + path, accept: "text/html")
                #expect(answer.status == 404)
                #expect(answer.header("Content-Type") == "application/problem+json")
            }
        }

        @Test("who has a form already is not sent it again; another form has another tag")
        func tags() async throws {
            var tags: Set<String> = []
            for accept in ["application/ld+json", "application/json", "text/html"] {
                let first = try await anybody.get("/profiles/iust", accept: accept).expecting(200)
                let tag = try #require(first.header("ETag"))
                #expect(tags.insert(tag).inserted)
                let headers = ["Accept": accept, "If-None-Match": tag]
                let again = try await anybody.send("GET", "/profiles/iust", headers: headers)
                #expect(again.status == 304)
                #expect(again.header("ETag") == tag)
                #expect(again.text.isEmpty)
            }
        }

        @Test("the page links to each part and to the parts of others")
        func page() async throws {
            let page = try await anybody.get("/profiles/iust", accept: "text/html").expecting(200).text
            for link in [
                #"href="/profiles/iust/v0.1""#, #"href="/profiles/iust/activity-types/pilot""#,
                #"href="http://adlnet.gov/expapi/verbs/answered""#, #"href="/profiles/iust/patterns/any-activity""#,
                "Pseudonymous account only.",
            ] { #expect(page.contains(link)) }
            for empty in ["<p></p>", "<code></code>", "– </span>"] { #expect(!page.contains(empty)) }
        }
    }
}
