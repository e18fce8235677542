import Foundation
import Testing

extension SystemTests {
    /// The Open Badges 3.0 API, by a host that nobody here wrote.
    struct HostTests {
        @Test("a host reads and writes what a holder lets it, and nothing that it may not")
        func api() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in
                    let credentials = try await installation.demo(learners: 8).credentials
                    let outcome = try await Program.run(
                        TestEnvironment.python,
                        [TestEnvironment.script("badge_host.py"), installation.baseURL, installation.key] + credentials,
                        atMost: .seconds(120)
                    ).succeeded("badge_host.py")
                    let summary = try JSONDecoder().decode([String: Int].self, from: Data(outcome.output.utf8))
                    #expect(summary["refused"] == 84)
                    #expect((2...credentials.count).contains(summary["read"] ?? 0))
                }
            }
        }
    }
}
