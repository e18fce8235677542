import Foundation
import TestSupport
import Testing

extension SystemTests.PilotTests {
    /// Pages as a browser shows them: narrow and wide, light and dark, by keyboard, on paper.
    struct PageTests {
        private let installation: Installation

        init() throws { installation = try .served }

        @Test("every page of the framework can be read by anybody, and holds on to the window and the paper")
        func framework() async throws {
            try await installation.addSampleFramework()
            try await browse([
                "/framework", "/framework/IUS/0.1/areas/A", "/framework/IUS/0.1/competences/C2",
                "/framework/IUS/0.1/profiles/P4", "/framework/IUS/0.1/profiles/P6",
                "/framework/IUS/0.1/compare?profiles=P1,P4,P5,P7", "/framework/IUS/0.1/print",
            ])
        }

        @Test("translated pages, changes between versions and what is not there can be read by anybody too")
        func versions() async throws {
            try await installation.addSampleFramework()
            try await browse([
                "/framework/SAMPLE/1.0?lang=fr", "/framework/SAMPLE/1.0/competences/A1?lang=fr",
                "/framework/SAMPLE/1.0/profiles/P3?lang=it", "/framework/SAMPLE/1.0/compare?lang=de",
                "/framework/SAMPLE/2.0/changes?from=1.0", "/framework/IUS/0.1/changes",
                "/framework/IUS/0.1/search?q=public+space",
            ])
            try await browse(["/framework/SAMPLE/3.0"], status: 404)
        }

        @Test func `proposals and their discussions can be read by anybody`() async throws {
            try await installation.addSampleFramework()
            try await installation.addSampleProposals()
            try await browse([
                "/framework/SAMPLE/2.0/proposals", "/framework/SAMPLE/2.0/proposals/1",
                "/framework/SAMPLE/2.0/proposals/2", "/framework/IUS/0.1/proposals",
            ])
        }

        @Test("the other pages can be read by anybody")
        func others() async throws {
            let credential = try #require(try await installation.demo().credentials.first)
            let path = try #require(URL(string: credential)?.path)
            try await browse(["/", "/issuer", "/profiles/iust", "/api/docs", path])
        }

        @Test func `the dictionary of what evaluators query can be read by anybody`() async throws {
            try await browse(["/evaluation"])
        }

        @Test func `a partner's pages can be read by whoever has its key, refusals by anybody`() async throws {
            let pilot = try await installation.demo().pilot
            let partner = try await installation.client(
                "riga-reader-\(UUID().text)", "--partner", "riga", "--scope", "training/read")
            try await browse(
                ["/pilots", "/pilots/\(pilot)", "/curricula/local-police/2.0", "/partners/riga"], key: partner.key)
            try await browse(["/pilots/none"], status: 404, key: partner.key)
        }

        private func browse(_ paths: [String], status: Int = 200, key: String? = nil) async throws {
            try await installation.browse(paths, status: status, key: key)
        }
    }
}
