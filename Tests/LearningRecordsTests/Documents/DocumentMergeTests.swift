import LearningRecords
import TestSupport
import Testing

@Suite("merging documents", .migratedDatabase)
struct DocumentMergeTests {
    let store: DocumentStore

    init() throws {
        store = DocumentStore(pool: try MigratedDatabase.current.service)
    }

    private func merged(_ stored: DocumentContent, _ sent: DocumentContent) async throws -> (DocumentOutcome, String?) {
        let key = DocumentKey(.freshState(), id: "a")
        _ = try await store.put(stored, at: key)
        let outcome = try await store.merge(sent, into: key)
        return (outcome, try await store.text(key))
    }

    @Test("members are replaced and added at the top level only, in order, with their digits and spelling")
    func topLevel() async throws {
        let stored = #" { "x" : "foo", "n": 1.50e+2, "o":{"a":1,"b": 2} , "é\u0041":"\u00e9" } "#
        let sent = #"{"new":100000000000000000000.0,"o":{"c":[1, 2]},"\u0078":"bash", "éA" : null}"#
        let expected =
            #"{"x":"bash","n":1.50e+2,"o":{"c":[1, 2]},"é\u0041":null,"new":100000000000000000000.0}"#
        let (outcome, text) = try await merged(.json(stored), .json(sent))
        #expect(text == expected)
        #expect(outcome == .stored(tag: DocumentContent.json(expected).tag))
    }

    @Test(
        "empty objects merge too",
        arguments: [("{}", "{}", "{}"), ("{ }", #"{"a":1}"#, #"{"a":1}"#), (#"{"a":1}"#, "{}", #"{"a":1}"#)])
    func empty(stored: String, sent: String, expected: String) async throws {
        #expect(try await merged(.json(stored), .json(sent)).1 == expected)
    }

    @Test("application/json may have parameters and capitals; the stored one stays")
    func parameters() async throws {
        let key = DocumentKey(.freshState(), id: "a")
        _ = try await store.put(.text("{}", as: "Application/JSON ; charset=utf-8"), at: key)
        _ = try await store.merge(.json(#"{"a":1}"#), into: key)
        let document = try #require(await store.document(key))
        #expect(document.content == .text(#"{"a":1}"#, as: "Application/JSON ; charset=utf-8"))
    }

    @Test("where there is none, the sent document is stored as it is")
    func first() async throws {
        let key = DocumentKey(.freshState(), id: "a")
        let sent = DocumentContent.json(#" {"a" : 1} "#)
        #expect(try await store.merge(sent, into: key) == .stored(tag: sent.tag))
        #expect(try await store.document(key)?.content == sent)
    }

    @Test(
        "what is no JSON object is not merged, and nothing changes",
        arguments: [
            (DocumentContent.json("{}"), DocumentContent.text("{}", as: "application/octet-stream")),
            (.json("{}"), .json("[1]")), (.json("{}"), .json("{")), (.json("{}"), .json(#"{"a":1,"a":2}"#)),
            (.json("{}"), .json("")), (.text("{}"), .json("{}")), (.json("[]"), .json("{}")),
            (.json("no"), .json("{}")),
        ])
    func unmergeable(stored: DocumentContent, sent: DocumentContent) async throws {
        let (outcome, text) = try await merged(stored, sent)
        guard case .unmergeable = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(text == String(decoding: stored.bytes, as: UTF8.self))
    }

    @Test("a first document is held to the same rules")
    func unmergeableFirst() async throws {
        let key = DocumentKey(.freshState(), id: "a")
        #expect(try await store.merge(.text("x"), into: key) == .unmergeable(.sentMediaType("text/plain")))
        #expect(try await store.document(key) == nil)
    }

    @Test("merging cannot make a document larger than documents may be")
    func growth() async throws {
        let key = DocumentKey(.freshState(), id: "a")
        _ = try await store.put(.json(#"{"a":"12345"}"#), at: key)
        let sent = DocumentContent.json(#"{"b":"12345"}"#)
        #expect(try await store.merge(sent, into: key, maximumBytes: 24) == .unmergeable(.tooLarge))
        #expect(try await store.text(key) == #"{"a":"12345"}"#)
        _ = try await store.merge(sent, into: key, maximumBytes: 25)
        #expect(try await store.text(key) == #"{"a":"12345","b":"12345"}"#)
    }
}
