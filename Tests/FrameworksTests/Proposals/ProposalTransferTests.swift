import LibPQ
import TestSupport
import Testing

@testable import Frameworks

/// `framework.case_proposals` and `framework.import_proposals`, by which proposals go with their framework.
@Suite("exporting and importing proposals", .migratedDatabaseForEachTest)
struct ProposalTransferTests {
    let sample: ProposalSample

    init() async throws { sample = try await ProposalSample() }

    private static func key(_ version: String) -> String {
        "(SELECT document_key FROM framework.document WHERE code = 'SAMPLE' AND version = '\(version)')"
    }

    private func exported(_ version: String) async throws -> String? {
        try await sample.value("SELECT framework.case_proposals(\(Self.key(version)))::text")
    }

    /// Imports as the service does.
    private func take(_ proposals: String, into version: String) async throws {
        let database = sample.database
        try await database.service.withConnection { db in
            try await db.execute(
                """
                SELECT framework.import_proposals(document_key, \(JSONBText(Array(proposals.utf8))))
                FROM framework.document WHERE code = 'SAMPLE' AND version = \(version)
                """)
        }
    }

    /// A framework's proposals under identifiers of their own, as another installation would not have them yet.
    private func renamed(_ proposals: String) async throws -> String {
        let pattern = #"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"#
        let identifiers = try await sample.database.administrator.withConnection { db in
            try await db.rows(
                "SELECT DISTINCT m[1] FROM regexp_matches(\(proposals), '(\(unescaped: pattern))', 'g') AS m",
                as: String.self)
        }
        return identifiers.reduce(proposals) { text, identifier in
            let digit = (identifier.first?.hexDigitValue ?? 0) ^ 8
            return text.replacing(identifier, with: String(digit, radix: 16) + identifier.dropFirst())
        }
    }

    /// Every kind of thing that can happen to proposals.
    private func happen() async throws {
        let first = try await sample.make()
        _ = try await sample.store.comment(
            Array(#"{"text": "Très \"bien\"\n&c", "language": "fr"}"#.utf8), on: first, by: "nice")
        try await sample.store.endorse(first, by: "nice", endorses: true)
        try await sample.store.endorse(first, by: "madrid", endorses: true)
        try await sample.store.endorse(first, by: "nice", endorses: false)
        try await sample.decide(first)
        let edits = #"[{"kind": "target", "profile": "P2", "competence": "A1", "to": {"level": 1}}]"#
        let second = try await sample.make(edits, by: nil)
        try await sample.store.withdraw(second, reason: Array("{}".utf8), by: nil)
        let third = try await sample.make(edits, by: "madrid")
        try await sample.decide(third, "rejected")
        let fourth = try await sample.make(edits)
        _ = try await sample.store.comment(Array(#"{"text": "Open"}"#.utf8), on: fourth, by: nil)
    }

    @Test func `proposals come back exactly as they went out`() async throws {
        #expect(try await exported("1.0") == nil)
        try await take("null", into: "2.0")
        try await happen()
        let proposals = try await renamed(#require(try await exported("1.0")))
        try await take(proposals, into: "2.0")
        #expect(try await exported("2.0") == proposals)
        try await take(proposals, into: "2.0")
        #expect(try await exported("2.0") == proposals)
        #expect(
            try await sample.store.summaries("SAMPLE", "2.0")?.map(\.status) == [
                .open, .rejected, .withdrawn, .accepted,
            ])
    }

    @Test func `a proposal that is here goes on where the received history does, and never goes back`() async throws {
        try await happen()
        let early = try await renamed(#require(try await exported("1.0")))
        let fourth = ProposalStore.Place(code: "SAMPLE", version: "1.0", number: 4)
        try await sample.store.endorse(fourth, by: "nice", endorses: true)
        try await sample.decide(fourth)
        let late = try await renamed(#require(try await exported("1.0")))
        #expect(early != late)
        try await take(early, into: "2.0")
        try await take(late, into: "2.0")
        #expect(try await exported("2.0") == late)
        try await take(early, into: "2.0")
        #expect(try await exported("2.0") == late)
    }

    @Test(
        arguments: [
            (#""title": "Say it better""#, #""title": "Say it""#, "/0/title differs from that of proposal 1 here"),
            (#""action": "proposed""#, #""action": "endorsed""#, "/0/history differs from that of proposal 1 here"),
            (#""text": "Open""#, #""text": "Shut""#, "/3/comments differs from that of proposal 4 here"),
            (#""status": "open""#, #""state": "open""#, "/3/state is not a known field"),
            (#""number": 4"#, #""number": "four""#, "/3/number differs from that of proposal 4 here"),
        ])
    func `what contradicts what is here is refused, and nothing of it taken`(
        found: String, put: String, message: String
    ) async throws {
        try await happen()
        let proposals = try await renamed(#require(try await exported("1.0")))
        try await take(proposals, into: "2.0")
        let changed = proposals.replacing(found, with: put)
        #expect(changed != proposals)
        let error = await #expect(throws: PostgresError.self) { try await take(changed, into: "2.0") }
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
        #expect(try await exported("2.0") == proposals)
    }
}
