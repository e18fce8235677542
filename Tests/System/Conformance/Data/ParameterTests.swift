import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.2: what parameters have in common with what stands in statements.
    struct ParameterTests {
        private static let agent = "agent=" + escaped(#"{"mbox":"mailto:ada@example.org"}"#)
        private static let activity = "activityId=" + escaped("https://example.org/activities/conformance")

        /// Requests with the parameter that is wrong.
        private static let faults: [(path: String, parameter: String)] = [
            ("statements?statementId=1", "statementId"),
            ("statements?statementId=" + escaped("{8f87ccde-bb56-4c2e-ab83-44982ef22df0}"), "statementId"),
            ("statements?statementId=AA97B177-9383-4934-8543-0F91A7A028368", "statementId"),
            ("statements?statementId=MA97B177-9383-4934-8543-0F91A7A02836", "statementId"),
            ("statements?statementId=", "statementId"), ("statements?voidedStatementId=true", "voidedStatementId"),
            ("statements?registration=12345", "registration"), ("statements?verb=completed", "verb"),
            ("statements?verb=", "verb"), ("statements?activity=example.org", "activity"),
            ("statements?activity=" + escaped("http://exa mple.org/"), "activity"),
            ("statements?agent=ada", "agent"), ("statements?agent=" + escaped("{}"), "agent"),
            ("statements?agent=" + escaped(#"{"mbox":"ada@example.org"}"#), "agent"),
            ("statements?agent=" + escaped(#"{"Mbox":"mailto:ada@example.org"}"#), "agent"),
            ("statements?agent=" + escaped(#"{"account":{"name":"ada"}}"#), "agent"),
            ("statements?agent=" + escaped(#"{"objectType":"Person","mbox":"mailto:ada@example.org"}"#), "agent"),
            ("statements?since=yesterday", "since"), ("statements?until=01/011/2015", "until"),
            ("statements?since=" + escaped("2008-09-15T15:53:00.601-00:00"), "since"),
            ("statements?limit=-1", "limit"), ("statements?limit=1.5", "limit"), ("statements?limit=", "limit"),
            ("statements?ascending=1", "ascending"), ("statements?related_agents=1", "related_agents"),
            ("statements?attachments=yes", "attachments"), ("statements?format=Exact", "format"),
            ("activities?activityId=example.org", "activityId"), ("agents?agent=" + escaped("{}"), "agent"),
            ("activities/state?stateId=x&\(activity)&agent=ada", "agent"),
            ("activities/state?stateId=x&activityId=x&\(agent)", "activityId"),
            ("activities/state?stateId=x&\(activity)&\(agent)&registration=1", "registration"),
            ("activities/state?\(activity)&\(agent)&since=yesterday", "since"),
            ("activities/profile?profileId=x&activityId=x", "activityId"),
            ("agents/profile?profileId=x&agent=" + escaped(#"{"openid":"ada"}"#), "agent"),
        ]

        @Test(
            "a parameter is held to what its type is in statements", .covers("XAPI-00012"),
            arguments: SpecificationVersion.allCases, faults)
        func refused(version: SpecificationVersion, fault: (path: String, parameter: String)) async throws {
            let answer = try await Client.speaking(version).get("/xapi/" + fault.path).expecting(400)
            #expect(try answer.decoded(as: Problem.self).detail.contains(fault.parameter), "\(answer)")
        }

        @Test("a time in a parameter is one of the request's specification", .covers("XAPI-00012", "2.0-4.2.7-a"))
        func times() async throws {
            for name in ["since", "until"] {
                for time in ["20260301T120000Z", "2026-03-01T12:00:00"] {
                    let path = "/xapi/statements?limit=1&\(name)=\(time)"
                    #expect(try await Client.speaking(.v1_0_3).get(path).status == 200)
                    #expect(try await Client.speaking(.v2_0).get(path).status == 400)
                }
            }
        }
    }
}
