import JSON
import Testing

private import struct FoundationEssentials.UUID

@testable import XAPI

@Suite("statements as they were served")
struct StoredStatementTests {
    private static let core =
        #""actor":{"mbox":"mailto:a@example.com"},"verb":{"id":"http://example.com/v"},"object":{"id":"http://example.com/a"}"#
    private static let authority = #"{"objectType":"Agent","account":{"homePage":"https://t.example/","name":"k"}}"#
    private static let id = "6690e6c9-3ef0-4ed3-8b37-7f3964730bee"

    private func served(
        _ payload: String, id: Bool, timestamp: Bool, version: String?, stored: Int64 = 800_000_000_123_000
    ) throws -> [UInt8] {
        ServedStatement.splice(
            payload: Array(payload.utf8), id: id ? UUID(uuidString: Self.id) : nil, stored: stored,
            timestamp: timestamp ? stored : nil, authority: Array(Self.authority.utf8), version: version)
    }

    @Test(
        "what the store had added is taken off again, and nothing else",
        arguments: [
            (#"{\#(core)}"#, true, true, "2.0.0"),
            (#"{ \#(core) , "timestamp":"2026-01-01T00:00:00Z" }"#, true, false, "1.0.0"),
            (#"{"id":"\#(id)",\#(core)}"#, false, true, "2.0.0"),
            (#"{\#(core),"id":"\#(id.uppercased())"}"#, false, true, "2.0.0"),
            (#"{\#(core),"version":"2.0.0", "id":"\#(id)","timestamp":"2026-01-01T00:00:00Z"}"#, false, false, nil),
        ] as [(String, Bool, Bool, String?)])
    func takenApart(payload: String, id: Bool, timestamp: Bool, version: String?) throws {
        let bytes = try served(payload, id: id, timestamp: timestamp, version: version)
        let stored = try StoredStatement.parse(bytes: bytes)
        #expect(String(decoding: stored.statement.payload, as: UTF8.self) == payload)
        #expect(stored.id.uuidString.lowercased() == Self.id)
        #expect(stored.statement.sent.contains(.id) == !id)
        #expect(stored.statement.sent.contains(.timestamp) == !timestamp)
        #expect(stored.statement.sent.contains(.version) == (version == nil))
        #expect(stored.version == version ?? "2.0.0")
        #expect(stored.stored == 800_000_000_123_000)
        #expect(stored.authority.identifier == "k" && stored.authorityDocument == Array(Self.authority.utf8))
        #expect(stored.statement.received == nil)
    }

    @Test("an id that the client sent last, as the store writes it, comes out in the same bytes")
    func ambiguous() throws {
        let bytes = try served(#"{\#(Self.core),"id":"\#(Self.id)"}"#, id: false, timestamp: false, version: "2.0.0")
        let stored = try StoredStatement.parse(bytes: bytes)
        let again = ServedStatement.splice(
            payload: stored.statement.payload, id: stored.statement.sent.contains(.id) ? nil : stored.id,
            stored: stored.stored, timestamp: nil, authority: stored.authorityDocument, version: "2.0.0")
        #expect(again == bytes)
    }

    @Test("a statement of another store keeps its members, less those that this store sets")
    func foreign() throws {
        let line =
            #"{"stored":"2026-01-01T00:00:00.5Z","id":"\#(Self.id)","authority":\#(Self.authority),"version":"1.0.3",\#(Self.core)}"#
        let stored = try StoredStatement.parse(bytes: Array(line.utf8))
        let payload = #"{"id":"\#(Self.id)","version":"1.0.3",\#(Self.core)}"#
        #expect(String(decoding: stored.statement.payload, as: UTF8.self) == payload)
        #expect(stored.statement.received == Array(line.utf8) && stored.version == "1.0.3")
    }

    @Test("of an authority of two, the application vouches")
    func oauth() throws {
        let group =
            #"{"objectType":"Group","member":[{"mbox":"mailto:u@example.com"},{"account":{"homePage":"http://c.example/","name":"app"}}]}"#
        let line =
            #"{\#(Self.core),"id":"\#(Self.id)","stored":"2026-01-01T00:00:00Z","authority":\#(group),"version":"2.0.0"}"#
        let stored = try StoredStatement.parse(bytes: Array(line.utf8))
        #expect(stored.authority.identifier == "app" && stored.authorityMembers.count == 2)
        #expect(String(decoding: stored.authorityDocument, as: UTF8.self) == group)
    }

    @Test(
        "what a stored statement has must be there, and each rule of statements holds",
        arguments: [
            ("[]", "stored-statement"), (#"{\#(core)}"#, "/id stored-statement"),
            (#"{\#(core),"id":"\#(id)"}"#, "/stored stored-statement"),
            (#"{\#(core),"id":"\#(id)","stored":"2026-01-01T00:00:00Z"}"#, "/authority stored-statement"),
            (#"{"id":"\#(id)"}"#, "statement-actor"), ("{", "json-syntax"),
        ])
    func faults(line: String, expected: String) throws {
        let rejection = try #require(throws: StatementRejection.self) {
            try StoredStatement.parse(bytes: Array(line.utf8))
        }
        let faults = rejection.violations.map { ($0.pointer.isEmpty ? "" : $0.pointer + " ") + $0.rule }
        #expect(faults.contains(expected), "\(faults)")
    }

    @Test("a statement of 1.0 that came by the rules of 2.0 is read by those")
    func versions() throws {
        let line =
            #"{\#(Self.core),"id":"\#(Self.id)","context":{"contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:b@example.com"}}]},"stored":"2026-01-01T00:00:00Z","authority":\#(Self.authority),"version":"1.0.0"}"#
        #expect(try StoredStatement.parse(bytes: Array(line.utf8)).version == "1.0.0")
    }
}
