import FoundationEssentials
import HTTPTypes
import JSON
import LearningRecords
import Testing
import XAPI

@testable import Web

@Suite("the body of a query")
struct StatementQueryTests {
    /// The faults for which a body is refused, as pointer and rule.
    private func faults(_ body: String) throws -> Set<String> {
        let problem = try #require(throws: Problem.self) { try StatementQuery(Array(body.utf8)) }
        #expect(problem.status == .badRequest && problem.kind == "invalid-query")
        var writer = JSONWriter()
        writer.object { problem.members(&$0) }
        let document = try JSONDocument(parsing: writer.bytes)
        let violations = try #require(document.root["violations"])
        return Set(violations.elements.map { "\($0["pointer"]?.string ?? "?") \($0["rule"]?.string ?? "?")" })
    }

    @Test("an empty object asks for everything")
    func empty() throws {
        let query = try StatementQuery(Array("{}".utf8))
        #expect(query.ids == nil && query.tells && !query.counts && query.format == .exact)
        #expect(query.filter.verbs.isEmpty && query.filter.limit == 0 && !query.filter.ascending)
    }

    @Test("a filter takes one value, or a list")
    func lists() throws {
        let (first, second) = (UUID(), UUID())
        let query = try StatementQuery(
            Array(
                """
                {"verb": "http://example.com/v", "activity": ["http://example.com/a", "http://example.com/b"],
                 "registration": ["\(first.uuidString)", "\(second.uuidString.lowercased())"],
                 "agent": [{"mbox": "mailto:a@example.com"}, {"objectType": "Group", "mbox": "mailto:g@example.com"}],
                 "related_agents": true, "since": "2026-01-01T00:00:00Z", "limit": 7, "ascending": true, "count": true}
                """.utf8))
        #expect(query.filter.verbs == ["http://example.com/v"])
        #expect(query.filter.activities == ["http://example.com/a", "http://example.com/b"])
        #expect(query.filter.registrations == [first, second])
        #expect(query.filter.agents.map(\.identifier) == ["mailto:a@example.com", "mailto:g@example.com"])
        #expect(query.filter.relatedAgents && !query.filter.relatedActivities)
        #expect(query.filter.limit == 7 && query.filter.ascending && query.counts)
        #expect(query.filter.since != nil && query.filter.until == nil)
    }

    @Test("every fault is told, with its pointer and rule")
    func everyFault() throws {
        let body = """
            {"Verb": "http://example.com/v", "verb": ["http://example.com/v", 7], "activity": "no iri", "a/b": 1,
             "registration": [], "agent": {"mbox": "no address", "name": 1}, "since": "yesterday", "limit": -1,
             "ascending": "yes", "cursor": "", "format": "short", "statements": false}
            """
        #expect(
            try faults(body) == [
                "/Verb query-member", "/a~1b query-member", "/verb/1 query-verb", "/activity query-activity",
                "/registration query-registration", "/agent/mbox agent-mbox", "/agent/name agent-name",
                "/since query-since", "/limit query-limit", "/ascending query-ascending", "/cursor query-cursor",
                "/format query-format", "/statements query-statements",
            ])
    }

    @Test(
        "what is no object is refused as a whole",
        arguments: [
            ("[]", " query-object"), ("{", " json-syntax"), (#"{"limit":1,"limit":2}"#, "/limit json-duplicate-key"),
        ])
    func noObject(body: String, fault: String) throws {
        #expect(try faults(body) == [fault])
    }

    @Test("ids stand alone but for the format, and are at most a thousand")
    func ids() throws {
        let id = UUID().uuidString
        #expect(try StatementQuery(Array(#"{"ids":["\#(id)"],"format":"ids"}"#.utf8)).ids?.count == 1)
        #expect(try faults(#"{"ids":["\#(id)"],"verb":"http://example.com/v"}"#) == ["/verb query-ids"])
        #expect(try faults(#"{"ids":["\#(id)x"]}"#) == ["/ids/0 query-ids"])
        let many = Array(repeating: #""\#(id)""#, count: 1001).joined(separator: ",")
        #expect(try faults(#"{"ids":[\#(many)]}"#) == ["/ids query-ids"])
    }
}
