import Foundation
import Testing

/// Two runs of a curriculum with five people each and one with three, of a partner of their own: what they cost is a
/// number that needs no statements.
struct FeedbackSample {
    let name = "feedback-\(UUID().text.prefix(8).lowercased())"

    /// The first run, and the later ones with five people and with three.
    var first: String { name + "-1" }
    var second: String { name + "-2" }
    var small: String { name + "-3" }

    func define(on client: Client) async throws {
        for (code, month, people, cost) in [(first, "03", 5, 1000), (second, "09", 5, 500), (small, "10", 3, 300)] {
            let enrolments = (1...people).map { person in
                """
                {"registration":"\(UUID().text)","account":{"homePage":"https://id.example.org","name":"\(code)-\(person)"}}
                """
            }.joined(separator: ",")
            let pilot = """
                {"code":"\(code)","iri":"https://p.example.org/\(code)","title":"Run \(month)","profile":{"code":"P4"},
                 "framework":{"code":"IUS","version":"0.1"},"startsOn":"2026-\(month)-02","endsOn":"2026-\(month)-27",
                 "curriculum":{"iri":"https://c.example.org/\(name)","version":"1.0"},"state":"closed",
                 "partners":[{"code":"\(name)","name":"A partner"}],"enrolments":[\(enrolments)],
                 "plan":{"sessions":[],"trainers":[],"costs":[{"category":"rooms","amount":\(cost),"currency":"EUR"}]}}
                """
            _ = try await client.send("PUT", "/api/pilots/\(code)", body: Data(pilot.utf8)).expecting(204)
        }
    }

    static let finding = """
        {"text":"It costs a lot","strength":"must","criterion":"efficiency",
         "metric":{"view":"cost","key":{"currency":"EUR"},"column":"per_participant"}}
        """

    static func action(kind: String = "organisation") -> String {
        """
        {"kind":"\(kind)","text":"Share the rooms","dueOn":"2026-06-30","role":"Evaluator",
         "owner":{"organisation":"City of Riga","role":"Training coordinator"}}
        """
    }
}
