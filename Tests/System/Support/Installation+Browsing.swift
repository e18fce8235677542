import Foundation
import Testing

extension Installation {
    private struct Summary: Decodable {
        let pages: Int
        let checks: Int
        let deviations: Int
    }

    /// Has a browser go a holder's way by keyboard, from the claim link to a link that is made and taken back.
    ///
    /// - Returns: The path of the link that it made.
    func walkAsHolder(_ claim: String) async throws -> String {
        struct Walk: Decodable {
            let link: String
            let checks: Int
            let deviations: Int
        }
        let options = TestEnvironment.screenshots.map { ["--screenshots", $0] } ?? []
        let outcome = try await Program.run(
            TestEnvironment.python, [TestEnvironment.script("walk_as_holder.py")] + options + [url, claim],
            atMost: .seconds(120)
        ).succeeded("walk_as_holder.py")
        let walk = try JSONDecoder().decode(Walk.self, from: Data(outcome.output.utf8))
        #expect(walk.deviations == 0 && walk.checks > 20)
        return try #require(URL(string: walk.link)?.path)
    }

    /// Has a browser look at pages, and keeps pictures of them where `TESSERA_TEST_SCREENSHOTS` names a folder.
    ///
    /// - Parameters:
    ///   - key: `name:secret`, for pages that ask for it.
    ///   - cookie: `name=value`, of a browser that was let in.
    func browse(_ paths: [String], status: Int = 200, key: String? = nil, cookie: String? = nil) async throws {
        var options = ["--status", "\(status)"]
        if let key { options += ["--key", key] }
        if let cookie { options += ["--cookie", cookie] }
        if let folder = TestEnvironment.screenshots { options += ["--screenshots", folder] }
        let outcome = try await Program.run(
            TestEnvironment.python,
            [TestEnvironment.script("browse_pages.py")] + options + [url] + paths,
            atMost: .seconds(280)
        ).succeeded("browse_pages.py")
        let summary = try JSONDecoder().decode(Summary.self, from: Data(outcome.output.utf8))
        #expect(summary.pages == paths.count && summary.deviations == 0)
        #expect(summary.checks > 20 * paths.count)
    }
}
