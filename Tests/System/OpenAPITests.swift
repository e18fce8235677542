import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// `/api/openapi.json` and `/api/docs`.
    struct OpenAPITests {
        @Test("the description is valid OpenAPI 3.1, by a validator of others, and needs no key")
        func valid() async throws {
            let installation = try Installation.served
            let answer = try await Client(port: installation.port).get("/api/openapi.json").expecting(200)
            #expect(answer.header("Content-Type") == "application/json")
            let file = installation.folder + "/openapi.json"
            try answer.body.write(to: URL(filePath: file))
            let outcome = try await Program.run(TestEnvironment.python, ["-m", "openapi_spec_validator", file])
            #expect(try outcome.succeeded().output.contains("OK"))
        }

        @Test("people read it as a page, without scripts and without anything from elsewhere")
        func page() async throws {
            let answer = try await Client(port: Installation.served.port).get("/api/docs").expecting(200)
            #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
            #expect(answer.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
            #expect(answer.text.contains("<code>POST /api/statements/query</code>"))
        }
    }
}
