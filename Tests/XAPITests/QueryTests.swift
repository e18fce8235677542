import Testing
import XAPI

@Suite("Values of queries")
struct QueryTests {
    @Test("an agent is named by its identifier, and faults are told as in statements")
    func agent() throws {
        let identity = try AgentIdentity.parse(query: Array(#"{"openid":"x:y","name":"n"}"#.utf8), version: .v2_0)
        #expect(identity == AgentIdentity(kind: .openID, identifier: "x:y", name: "n"))
        let rejection = #expect(throws: StatementRejection.self) {
            try AgentIdentity.parse(query: Array(#"{"mbox":"x"}"#.utf8), version: .v1_0_3)
        }
        #expect(rejection?.violations.map(\.rule) == ["agent-mbox"])
        let anonymous = #expect(throws: StatementRejection.self) {
            try AgentIdentity.parse(query: Array(#"{"objectType":"Group","member":[]}"#.utf8), version: .v1_0_3)
        }
        #expect(anonymous?.violations.map(\.rule) == ["query-agent"])
        #expect(throws: StatementRejection.self) { try AgentIdentity.parse(query: Array("{".utf8), version: .v2_0) }
        #expect(throws: StatementRejection.self) { try AgentIdentity.parse(query: Array("5".utf8), version: .v2_0) }
    }

    @Test("timestamps and IRIs")
    func texts() {
        #expect(Timestamp.parse(query: "2000-01-01T01:00:00 01:00") == 0)
        #expect(Timestamp.parse(query: "2000-01-01T00:00:00") == 0)
        #expect(Timestamp.parse(query: "2000-01-01T00:00:00", version: .v2_0) == nil)
        #expect(Timestamp.parse(query: "2000-01-01T01:00:00 01:00", version: .v2_0) == 0)
        #expect(Timestamp.parse(query: "yesterday") == nil)
        #expect(IRI.isValid("x:y"))
        #expect(!IRI.isValid("x"))
    }
}
