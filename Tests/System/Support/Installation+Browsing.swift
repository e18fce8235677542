import Foundation
import Testing

extension Installation {
    private struct Summary: Decodable {
        let pages: Int
        let checks: Int
        let deviations: Int
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
            atMost: .seconds(170)
        ).succeeded("browse_pages.py")
        let summary = try JSONDecoder().decode(Summary.self, from: Data(outcome.output.utf8))
        #expect(summary.pages == paths.count && summary.deviations == 0)
        #expect(summary.checks > 20 * paths.count)
    }
}
