import Foundation
import Testing

extension SystemTests.PartnerAccessTests {
    @Test func `a partner's key opens the pages of its own and of what it shares, and no other`() async throws {
        let (alfa, beta) = try await prepare()
        func page(_ path: String, _ client: Client) async throws -> Answer {
            try await client.get(path, accept: "text/html")
        }
        for client in [alfa, beta] {
            #expect(try await page("/pilots/joint-pilot", client).expecting(200).text.contains("<h1>Joint</h1>"))
            #expect(try await page("/curricula/joint-course/1.0", client).expecting(200).text.contains("joint-course"))
        }
        for path in ["/pilots/beta-pilot", "/curricula/beta-course/1.0", "/partners/beta"] {
            #expect(try await page(path, beta).expecting(200).text.contains(Self.secret), "\(path)")
            let missing = try await page(path, alfa).expecting(404)
            #expect(missing.header("Content-Type") == "text/html; charset=utf-8")
            #expect(missing.header("Cache-Control") == "no-store")
            #expect(!missing.text.contains(Self.secret))
        }
        let list = try await page("/pilots", alfa).expecting(200).text
        #expect(list.contains(#"href="/pilots/joint-pilot""#) && list.contains(#"href="/partners/alfa""#))
        #expect(!list.contains("beta-pilot") && !list.contains("beta-course") && !list.contains("/partners/beta"))
        #expect(!list.contains(Self.secret))
        // Both chose the same profile; that beta chose another as well is not alfa's to know.
        let proposals = list.split(separator: "Proposals of joint curricula").last ?? ""
        #expect(proposals.contains("/profiles/P2") && !proposals.contains("/profiles/P3"))
        let own = try await page("/partners/alfa", alfa).expecting(200).text
        #expect(own.contains("/profiles/P2") && !own.contains("/profiles/P3"))
    }

    @Test func `proposals of joint curricula can be read by anybody`() async throws {
        let (alfa, _) = try await prepare()
        try await Installation.served.browse(["/pilots", "/pilots/joint-pilot"], key: alfa.key)
    }
}
