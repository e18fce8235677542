import Foundation
import Testing

extension SystemTests.PartnerAccessTests {
    @Test func `by HTTP every view keeps a key from the rows of other partners, and shows both what they share`()
        async throws
    {
        struct Dictionary: Decodable {
            struct View: Decodable { let name: String }
            let views: [View]
        }

        let installation = try Installation.served
        _ = try await prepare()
        try await untilAwarded()
        try await installation.refreshViews()
        let suffix = UUID().uuidString.prefix(8).lowercased()
        func reader(_ partner: String) async throws -> Client {
            try await installation.client(
                "\(partner)-views-\(suffix)", "--partner", partner, "--scope", "evaluation/read")
        }
        let (alfa, beta) = (try await reader("alfa"), try await reader("beta"))
        let names = try await alfa.get("/api/evaluation").decoded(as: Dictionary.self).views.map(\.name)
        // What is published, and which versions there are of the views, is the same for all.
        let common = names.filter { $0.hasPrefix("published.") || $0 == "contract" }
        for view in common {
            let seen = try await alfa.get("/api/evaluation/\(view)").expecting(200).text
            #expect(try await beta.get("/api/evaluation/\(view)").expecting(200).text == seen, "\(view)")
        }
        #expect(common.contains("published.gain"))
        let views = names.filter { !common.contains($0) }
        let all = try await installation.administrator(
            "SELECT count(*) FROM pg_class WHERE relnamespace = 'evaluation'::regnamespace AND relkind IN ('v', 'm')")
        #expect("\(views.count)" == all)
        for view in views {
            for format in ["json", "csv", "ndjson"] {
                let path = "/api/evaluation/\(view)?format=\(format)"
                let seen = try await alfa.get(path).expecting(200).text
                #expect(!seen.contains("beta-") && !seen.contains(Self.secret), "\(view): \(seen)")
                let own = try await beta.get(path).expecting(200).text
                #expect(own.contains("beta-"), "\(view): \(own)")
                let shared = view == "coverage" ? "joint-course" : "joint-pilot"
                #expect(seen.contains(shared) && own.contains(shared), "\(view)")
            }
        }
        // Nor when it is asked for by name: there is no telling a pilot of others from none.
        for filter in ["pilot=beta-pilot", "pilot=no-pilot", "title=\(Self.secret)"] {
            let answer = try await alfa.get("/api/evaluation/pilot_overview?\(filter)").expecting(200)
            #expect(answer.text == "[\n]\n")
        }
    }
}
