import LibPQ
import TestSupport
import Testing

@testable import Frameworks

@Suite("proposals against drafts", .migratedDatabaseForEachTest)
struct ProposalStoreTests {
    let sample: ProposalSample
    let store: ProposalStore

    init() async throws {
        sample = try await ProposalSample()
        store = sample.store
    }

    private func refusal(_ body: () async throws -> Void) async throws -> ProposalRefusal {
        do { try await body() } catch let refusal as ProposalRefusal { return refusal }
        Issue.record("it was not refused")
        throw CancellationError()
    }

    @Test func `a proposal is numbered, says what it replaces, and changes nothing`() async throws {
        let before = try await sample.state()
        let place = try await sample.make()
        #expect(place.number == 1)
        #expect(try await sample.state() == before)
        let proposal = try #require(try await store.read(place))
        #expect(proposal.status == .open && proposal.partner == "riga" && proposal.language == "en")
        #expect(proposal.edits.count == 8 && proposal.misfits.isEmpty && proposal.end == nil)
        #expect(
            proposal.edits[1]
                == .text(item: "A1", field: "notes", language: nil, from: "Also in: <elsewhere> & A1", to: nil))
        #expect(
            proposal.edits[2]
                == .text(item: "A1", field: "fullStatement", language: "fr", from: "Bien voir", to: "Voir mieux"))
        let demand = { ProposalEdit.Demand(level: $0, weight: $1) }
        #expect(
            proposal.edits[5] == .target(profile: "P1", competence: "A1", from: demand(3, "1"), to: demand(4, "1")))
        #expect(proposal.edits[7] == .target(profile: "P3", competence: "A2", from: nil, to: demand(1, "2.5")))
        #expect(proposal.history.map(\.action) == ["proposed"])
        let edits = #"[{"kind": "target", "profile": "P2", "competence": "A1", "to": null}]"#
        #expect(try await sample.make(edits, by: nil).number == 2)
        let summaries = try #require(try await store.summaries("SAMPLE", "1.0"))
        #expect(summaries.map(\.number) == [2, 1] && summaries.map(\.partner) == [nil, "riga"])
        #expect(summaries[1].edits == 8 && summaries[1].comments == 0 && summaries[1].endedAt == nil)
        let rejected = try await store.list("SAMPLE", "1.0", status: .rejected)
        #expect(rejected.map { String(decoding: $0, as: UTF8.self).contains(#""proposals" : []"#) } == true)
    }

    @Test(
        arguments: [
            ("[]", "/edits must have at least one"),
            (#"[{"kind": "rename"}]"#, "/edits/0/kind must be text or target"),
            (#"[{"kind": "text", "item": "A1", "field": "code", "to": "x"}]"#, "/edits/0/field must be"),
            (#"[{"kind": "text", "item": "A1", "field": "notes"}]"#, "/edits/0/to is required"),
            (
                #"[{"kind": "text", "item": "A1", "field": "fullStatement", "to": null}]"#,
                "/edits/0/to must be a string"
            ),
            (#"[{"kind": "text", "item": "A1", "field": "notes", "to": " "}]"#, "/edits/0/to must have 1 to"),
            (#"[{"kind": "text", "item": "A1", "field": "notes", "to": 1}]"#, "/edits/0/to must be a string"),
            (
                #"[{"kind": "text", "item": "A1", "field": "fullStatement", "to": "Seeing well"}]"#,
                "/edits/0 changes nothing"
            ),
            (
                #"[{"kind": "text", "item": "A1", "field": "notes", "language": "f", "to": "x"}]"#,
                "/edits/0/language must"
            ),
            (#"[{"kind": "text", "item": "A1", "field": "notes", "to": "x", "by": 1}]"#, "/edits/0/by is not a known"),
            (
                #"[{"kind": "target", "profile": "P1", "competence": "A1", "to": {"level": 5}}]"#,
                "/edits/0/to/level must"
            ),
            (
                #"[{"kind": "target", "profile": "P1", "competence": "A1", "to": {"level": 1, "weight": 1000}}]"#,
                "/edits/0/to/weight must"
            ),
            (
                """
                [{"kind": "text", "item": "A1", "field": "notes", "to": "x"},
                 {"kind": "text", "item": "A1", "field": "notes", "language": "en", "to": "y"}]
                """, "/edits/1 changes what an edit before it"
            ),
        ])
    func `an edit that breaks a rule is refused with its place and the rule`(edits: String, message: String)
        async throws
    {
        let refusal = try await refusal { _ = try await sample.make(edits) }
        #expect(refusal.reason == .invalid && refusal.message.hasPrefix(message), "\(refusal.message)")
        #expect(try await store.summaries("SAMPLE", "1.0")?.isEmpty == true)
    }

    @Test func `edits that do not fit the draft are refused, each with the reason`() async throws {
        let edits = """
            [
                {"kind": "text", "item": "A1", "field": "fullStatement", "from": "Seeing", "to": "Looking"},
                {"kind": "text", "item": "A9", "field": "notes", "to": "x"},
                {"kind": "text", "item": "A1", "field": "notes", "language": "it", "from": "y", "to": "x"},
                {"kind": "target", "profile": "P1", "competence": "A1", "from": {"level": 2}, "to": {"level": 1}},
                {"kind": "target", "profile": "A1", "competence": "A1", "to": {"level": 1}},
                {"kind": "target", "profile": "P1", "competence": "A", "to": {"level": 1}},
                {"kind": "text", "item": "A2", "field": "notes", "to": "This one fits"}
            ]
            """
        let refusal = try await refusal { _ = try await sample.make(edits) }
        #expect(refusal.reason == .conflict)
        #expect(refusal.misfits.map(\.pointer) == (0...5).map { "/edits/\($0)" })
        #expect(refusal.misfits[0].reason.contains(#"fullStatement of A1 is now "Seeing well""#))
        #expect(refusal.misfits[1].reason == "there is no item A9")
        #expect(refusal.misfits[2].reason.contains("notes (it) of A1 is empty"))
        #expect(refusal.misfits[3].reason.contains("P1 in A1 has level 3 with weight 1"))
        #expect(refusal.misfits[4].reason == "there is no profile A1")
        #expect(refusal.misfits[5].reason == "there is no competence A")
    }

    @Test func `accepting makes every edit, and moves the times of what it changes`() async throws {
        let place = try await sample.make()
        try await sample.run("ALTER TABLE framework.document DISABLE TRIGGER ALL")
        try await sample.run("UPDATE framework.document SET last_change = '2020-01-01'")
        try await sample.run("UPDATE framework.item SET last_change = '2020-01-01'")
        try await sample.run("ALTER TABLE framework.document ENABLE TRIGGER ALL")
        try await sample.decide(place)
        let reader = FrameworkReader(pool: sample.database.service)
        let english = try #require(try await reader.content("SAMPLE", "1.0"))
        let competence = try #require(english.item(.competence, "A1"))
        #expect(competence.statement.text == "Seeing better" && competence.notes == nil)
        let french = try #require(try await reader.content("SAMPLE", "1.0", languages: ["fr"]))
        #expect(french.item(.competence, "A1")?.statement.text == "Voir mieux")
        let italian = try #require(try await reader.content("SAMPLE", "1.0", languages: ["it"]))
        #expect(italian.item(.competence, "A2")?.name?.text == "Dire")
        let targets = english.targets.map { "\($0.profile) \($0.competence) \($0.level) \($0.weight)" }
        #expect(targets == ["P1 A1 4 1", "P1 B1 1 1", "P2 A1 3 1", "P2 B1 4 2", "P3 A2 1 2.5", "P3 B1 1 1"])
        // Each target is one association, and none is left over.
        let associations = try await sample.value(
            """
            SELECT count(*) || ' ' || count(t.association_key)
            FROM framework.association AS a JOIN framework.document AS d USING (document_key)
            LEFT JOIN framework.profile_target AS t ON t.association_key = a.association_key
                AND t.level_key = a.destination_key
            WHERE d.code = 'SAMPLE' AND d.version = '1.0' AND a.extensions @> '{"iust:target": true}'
            """)
        #expect(associations == "6 6")
        let moved = try await sample.value(
            """
            SELECT string_agg(i.code, ' ' ORDER BY i.code) FROM framework.item AS i
            JOIN framework.document AS d USING (document_key)
            WHERE d.code = 'SAMPLE' AND d.last_change > now() - interval '1 hour'
                AND i.last_change > now() - interval '1 hour'
            """)
        #expect(moved == "A1 A2")
        let proposal = try #require(try await store.read(place))
        #expect(proposal.status == .accepted && proposal.end?.reason == "So be it." && proposal.end?.partner == nil)
        #expect(proposal.history.map(\.action) == ["proposed", "accepted"])
        let again = try await refusal { try await sample.decide(place, "rejected") }
        #expect(again.reason == .conflict && again.message == "proposal 1 is accepted, its discussion is over")
    }

    @Test func `a proposal that no longer fits is refused as a whole, with each edit that does not`() async throws {
        let place = try await sample.make()
        let other = #"""
            [{"kind": "text", "item": "A1", "field": "fullStatement", "to": "Gazing"},
             {"kind": "target", "profile": "P3", "competence": "A2", "to": {"level": 2}}]
            """#
        try await sample.decide(sample.make(other))
        let before = try await sample.state()
        #expect(try await store.read(place)?.misfits.map(\.pointer) == ["/edits/0", "/edits/7"])
        let refusal = try await refusal { try await sample.decide(place) }
        #expect(refusal.reason == .conflict && refusal.misfits.map(\.pointer) == ["/edits/0", "/edits/7"])
        #expect(try await sample.state() == before)
        #expect(try await store.read(place)?.status == .open)
        try await sample.decide(place, "rejected")
        #expect(try await store.read(place)?.status == .rejected)
        #expect(try await sample.state() == before)
    }

    @Test func `partners discuss and endorse, each once and until it takes that back; all of it is history`()
        async throws
    {
        let place = try await sample.make()
        let text = Array(#"{"text": "Très bien", "language": "fr"}"#.utf8)
        #expect(try await store.comment(text, on: place, by: "nice") == 1)
        #expect(try await store.comment(Array(#"{"text": "Agreed"}"#.utf8), on: place, by: nil) == 2)
        for endorses in [true, true, false, false, true] {
            try await store.endorse(place, by: "nice", endorses: endorses)
        }
        try await store.endorse(place, by: "madrid", endorses: true)
        let proposal = try #require(try await store.read(place))
        #expect(proposal.comments.map(\.text) == ["Très bien", "Agreed"])
        #expect(
            proposal.comments.map(\.language) == ["fr", "en"] && proposal.comments.map(\.partner) == ["nice", nil])
        #expect(proposal.endorsements.map(\.partner) == ["nice", "madrid"])
        let actions = [
            "proposed", "commented", "commented", "endorsed", "endorsement withdrawn", "endorsed", "endorsed",
        ]
        #expect(proposal.history.map(\.action) == actions)
        #expect(proposal.history.map(\.comment) == [nil, 1, 2, nil, nil, nil, nil])
    }

    @Test func `only who proposed it withdraws a proposal`() async throws {
        let place = try await sample.make()
        for partner in ["nice", nil] {
            let refusal = try await refusal { try await store.withdraw(place, reason: Array("{}".utf8), by: partner) }
            #expect(refusal.reason == .notPermitted && refusal.message.contains("the partner riga"))
        }
        try await store.withdraw(place, reason: Array("{}".utf8), by: "riga")
        #expect(try await store.read(place)?.status == .withdrawn)
        let comment = try await refusal {
            _ = try await store.comment(Array(#"{"text": "x"}"#.utf8), on: place, by: nil)
        }
        #expect(comment.reason == .conflict)
        let edits = #"[{"kind": "target", "profile": "P2", "competence": "A1", "to": null}]"#
        let own = try await sample.make(edits, by: nil)
        try await store.withdraw(own, reason: Array(#"{"reason": "Not needed."}"#.utf8), by: nil)
        #expect(try await store.read(own)?.end?.reason == "Not needed.")
    }

    @Test func `what does not exist, or nobody may see, is not found`() async throws {
        for version in ["3.0", "9"] {
            #expect(try await store.summaries("SAMPLE", version) == nil)
            let made = try await refusal {
                _ = try await store.make(ProposalSample.proposal(), for: "SAMPLE", version, by: "riga")
            }
            #expect(made.reason == .notFound)
        }
        let nowhere = ProposalStore.Place(code: "SAMPLE", version: "1.0", number: 7)
        #expect(try await store.read(nowhere) == nil)
        #expect(try await refusal { try await sample.decide(nowhere) }.reason == .notFound)
    }

    @Test func `the proposals of an adopted version are frozen; an open one goes on with a draft derived from it`()
        async throws
    {
        let edits = #"[{"kind": "target", "profile": "P2", "competence": "A1", "to": {"level": 1}}]"#
        let place = try await sample.make(edits)
        try await store.endorse(place, by: "nice", endorses: true)
        let identifier = try #require(try await store.read(place)?.identifier)
        let carried = Array(#"{"carries": "\#(identifier)", "title": "Once more"}"#.utf8)
        let early = try await refusal { _ = try await store.make(carried, for: "SAMPLE", "2.0", by: "nice") }
        #expect(early.reason == .invalid && early.message.contains("where it can still be decided"))

        try await sample.run(
            "UPDATE framework.document SET adoption_status = 'Adopted' WHERE code = 'SAMPLE' AND version = '1.0'")
        #expect(try await refusal { _ = try await sample.make(edits) }.reason == .conflict)
        #expect(try await refusal { try await sample.decide(place) }.reason == .conflict)
        #expect(try await refusal { try await store.endorse(place, by: "nice", endorses: false) }.reason == .conflict)
        await #expect(throws: PostgresError.self) { try await sample.run("UPDATE framework.proposal SET title = 'x'") }
        await #expect(throws: PostgresError.self) { try await sample.run("DELETE FROM framework.proposal_endorsement") }
        await #expect(throws: PostgresError.self) { try await sample.run("DELETE FROM framework.proposal_edit") }

        let number = try await store.make(carried, for: "SAMPLE", "2.0", by: "nice")
        let next = ProposalStore.Place(code: "SAMPLE", version: "2.0", number: Int64(number))
        let proposal = try #require(try await store.read(next))
        #expect(proposal.title == "Once more" && proposal.reason == "Nobody understood it.")
        #expect(proposal.edits == (try await store.read(place)?.edits))
        #expect(proposal.relatives.map(\.place) == [place] && proposal.relatives.map(\.isEarlier) == [true])
        #expect(try await store.read(place)?.relatives.map(\.place) == [next])
        let twice = try await refusal { _ = try await store.make(carried, for: "SAMPLE", "2.0", by: "nice") }
        #expect(twice.message == "/carries names a proposal that goes on here already")
    }

    @Test(arguments: ["proposal_event SET partner = 'x'", "proposal_comment SET text = 'x'"])
    func `history and comments are only ever added to, even by the administrator`(change: String) async throws {
        let place = try await sample.make()
        _ = try await store.comment(Array(#"{"text": "x"}"#.utf8), on: place, by: nil)
        let table = String(change.prefix { $0 != " " })
        for sql in ["UPDATE framework.\(change)", "DELETE FROM framework.\(table)"] {
            do {
                try await sample.run(sql)
                Issue.record("\(sql) was not refused")
            } catch let error as PostgresError {
                #expect(error.message.contains("are only ever added"), "\(error.message)")
            }
            await #expect(throws: PostgresError.self) {
                try await sample.database.service.withConnection { db in try await db.executeScript(sql) }
            }
        }
    }
}
