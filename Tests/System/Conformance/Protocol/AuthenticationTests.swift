import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 4.0: who asks.
    struct AuthenticationTests {
        /// An Authorization field that names nobody.
        struct Stranger: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let field: String?
        }

        private static func basic(_ text: String) -> String { "Basic " + Data(text.utf8).base64EncodedString() }

        private static let strangers = [
            Stranger(testDescription: "no field", field: nil),
            Stranger(testDescription: "an empty field", field: ""),
            Stranger(testDescription: "an unknown name", field: basic("nobody:correct horse battery staple")),
            Stranger(testDescription: "a wrong secret", field: basic("system:wrong")),
            Stranger(testDescription: "no secret", field: basic("system:")),
            Stranger(testDescription: "no colon", field: basic("system")),
            // What stands for nobody by 1.0.3, where unauthenticated access is allowed.
            Stranger(testDescription: "empty name and secret", field: "Basic Og=="),
            Stranger(testDescription: "no Base64", field: "Basic ###"),
            Stranger(
                testDescription: "a scheme ended by a colon", field: basic("a:b").replacing("Basic ", with: "Basic:")),
            Stranger(testDescription: "a bearer token", field: "Bearer abc"),
        ]

        @Test(
            "whoever is not known is refused with 401 and the way to be known, on every resource but About",
            .covers("XAPI-00334", "1.0.3-C4.0-a"), arguments: strangers, SpecificationVersion.allCases)
        func unknown(stranger: Stranger, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let examples = ReadableExamples()
            try await examples.store(with: client)
            let id = UUID()
            let statement = Data(Sample.statement().utf8)
            var requests: [(method: String, path: String, body: Data?)] = [
                ("PUT", "/xapi/statements?statementId=\(id.text)", statement),
                ("POST", "/xapi/statements", Data(Sample.statement(id: id).utf8)),
            ]
            requests += ReadableResource.guarded.map { ("GET", $0.path(examples), nil) }
            for path in examples.documents {
                requests += [("PUT", path, statement), ("POST", path, statement), ("DELETE", path, nil)]
            }
            for (method, path, body) in requests {
                let answer = try await client.send(method, path, body: body, headers: ["Authorization": stranger.field])
                #expect(answer.status == 401, "\(method) \(path): \(answer)")
                let challenges = answer.headers(named: "WWW-Authenticate")
                #expect(challenges.contains { $0.hasPrefix("Basic realm=") })
                #expect(!answer.text.contains("some text"))
            }
            #expect(try await client.statement(id).status == 404)
            for path in examples.documents { #expect(try await client.get(path).text == "some text") }
        }

        @Test(
            "a name and secret by HTTP Basic open every resource, in the scheme's any case",
            .covers("XAPI-00335", "1.0.3-C4.0-a"), arguments: ReadableResource.guarded, SpecificationVersion.allCases)
        func known(resource: ReadableResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let examples = ReadableExamples()
            try await examples.store(with: client)
            let token = Data(try Installation.served.key.utf8).base64EncodedString()
            for scheme in ["Basic", "basic", "BASIC"] {
                let headers = ["Authorization": "\(scheme) \(token)"]
                let answer = try await client.send("GET", resource.path(examples), headers: headers)
                #expect(answer.status == 200, "\(answer)")
            }
        }

        @Test(
            "a statement is vouched for by the key that brought it, whatever it says itself",
            .covers("1.0.3-C4.0-b"), arguments: SpecificationVersion.allCases)
        func authority(version: SpecificationVersion) async throws {
            struct Made: Decodable { let secret: String }

            let installation = try Installation.served
            let name = "vouching-\(version.rawValue)"
            let made = try await installation.tessera("keys", "create", "--name", name, "--json").succeeded()
            let secret = try JSONDecoder().decode(Made.self, from: Data(made.output.utf8)).secret
            let first = try Client.speaking(version)
            var second = first
            second.key = "\(name):\(secret)"
            let claim = #","authority":{"mbox":"mailto:claimed@example.org"}"#
            var vouchers: [String] = []
            for client in [first, first, second] {
                let id = UUID()
                _ = try await client.put(Sample.statement(more: claim), id: id).expecting(204)
                let stored = try await first.statement(id).expecting(200)
                vouchers.append(try stored.decoded(as: Vouched.self).authority.account.name)
            }
            #expect(vouchers[0] == vouchers[1] && vouchers[0] != vouchers[2])
        }

        /// A statement, as far as somebody vouches for it.
        private struct Vouched: Decodable {
            struct Authority: Decodable {
                struct Account: Decodable { let name: String }

                let account: Account
            }

            let authority: Authority
        }
    }
}
