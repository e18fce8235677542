import Foundation
import Testing

/// Passed tests of many people, posted through several nodes over one database, of which one is always about to die;
/// until each competence that was shown has its credential, and those whose evidence was voided are revoked.
struct AwardLoad {
    /// A test that a person passed.
    struct Test: Sendable {
        let id = UUID()
        let person: String
        let competence: String
        let iri: String

        /// Whose and of what, as ``AwardLoad/held()`` tells it.
        var name: String { "\(person) \(competence)" }
    }

    /// What a run came to.
    struct Figures: CustomStringConvertible {
        var awards = 0
        var seconds = 0.0
        var killed = 0
        var cut = 0
        var revoked = 0

        var description: String {
            let rate = Double(awards) / max(seconds, 0.001)
            return
                "\(awards) awards signed in \(Int(seconds)) s, from the first statement posted, \(Int(rate)) a second; "
                + "\(killed) servers killed, \(cut) connections cut; \(revoked) revoked by voiding"
        }
    }

    private static let batch = 100

    let nodes: [Installation]
    let tests: [Test]

    /// Prepares a database: migrated, with a pilot.
    ///
    /// - Parameter count: How many awards there are to be, at least.
    init(_ first: Installation, awards count: Int) async throws {
        _ = try await first.tessera("migrate").succeeded("tessera migrate")
        nodes = [first, await first.anotherNode(), await first.anotherNode()]
        let rows = try await first.administrator(
            "SELECT code, identifier FROM framework.item WHERE kind = 'competence' ORDER BY item_key")
        let competences = rows.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
        tests = (0..<(count + competences.count - 1) / competences.count).flatMap { person in
            competences.map { competence in
                Test(
                    person: "p-\(person)", competence: competence[0],
                    iri: "https://framework.example.eu/ims/case/v1p1/CFItems/" + competence[1])
            }
        }
    }

    /// Posts everything, voids some of it, and checks what came of it.
    ///
    /// - Parameters:
    ///   - voided: How many of the tests are voided.
    ///   - limit: How long it may take until all are signed.
    func run(voiding voidedCount: Int, within limit: Duration) async throws -> Figures {
        var figures = Figures(awards: tests.count, revoked: voidedCount)
        let mayhem = Mayhem(nodes)
        let seconds = Seconds()
        let voided = Array(tests.shuffled().prefix(voidedCount))
        try await mayhem.running {
            let start = ContinuousClock.now
            try await definePilot()
            try await post(tests.map(\.statement))
            try await until("SELECT count(*) = \(tests.count) FROM credential.credential", within: limit)
            await seconds.set(ContinuousClock.now - start)
            try await post(voided.map(\.voiding))
            try await until(
                "SELECT count(*) = \(voidedCount) FROM credential.award WHERE withdrawn_at IS NOT NULL", within: limit)
        } afterwards: {
            try await checkAwards(voided: voided)
            try await checkStatusLists(voided: voided)
            try await checkVerification(voided: voided)
        }
        #expect(await mayhem.fallen == [], "servers ended by themselves")
        (figures.killed, figures.cut) = (await mayhem.killedCount, await mayhem.cutCount)
        figures.seconds = await seconds.value
        return figures
    }

    private actor Seconds {
        private(set) var value = 0.0

        func set(_ duration: Duration) { value = duration / .seconds(1) }
    }

    private func definePilot() async throws {
        let definition = """
            {"code":"load-1","iri":"https://pilots.example.org/load-1","title":"Many at once",
             "framework":{"code":"IUS","version":"0.1"},"profile":{"code":"P4"},
             "curriculum":{"iri":"https://pilots.example.org/curricula/load","version":"1.0"},
             "partners":[{"code":"riga","name":"City of Riga"}],"startsOn":"2026-03-02","endsOn":"2026-03-27"}
            """
        try await insist { client in
            try await client.send("PUT", "/api/pilots/load-1", body: Data(definition.utf8)).status == 204
        }
    }

    /// Posts statements in batches, four at a time, each again under the same ids until a node has taken it.
    private func post(_ statements: [String]) async throws {
        let batches = stride(from: 0, to: statements.count, by: Self.batch).map {
            Sample.batch(Array(statements[$0..<min($0 + Self.batch, statements.count)]))
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<4 {
                group.addTask {
                    for batch in stride(from: lane, to: batches.count, by: 4) {
                        try await insist { try await $0.post(batches[batch]).status == 200 }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Tries one node after the other until one does what is asked.
    private func insist(_ body: (Client) async throws -> Bool) async throws {
        while true {
            let client = nodes.randomElement()?.client ?? nodes[0].client
            if (try? await body(client)) == true { return }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Waits until a query answers true.
    private func until(_ query: String, within limit: Duration) async throws {
        let deadline = ContinuousClock.now + limit
        while try await nodes[0].administrator(query) != "t" {
            guard ContinuousClock.now < deadline else { throw TooSlow(state: try await state()) }
            try await Task.sleep(for: .seconds(1))
        }
    }

    /// It took too long.
    struct TooSlow: Error {
        let state: String
    }

    private func state() async throws -> String {
        try await nodes[0].administrator(
            """
            SELECT 'statements ' || (SELECT count(*) FROM lrs.statement) || ', evidence '
                || (SELECT count(*) FROM credential.evidence) || ', due ' || (SELECT count(*) FROM credential.due)
                || ', awards ' || (SELECT count(*) FROM credential.award) || ', credentials '
                || (SELECT count(*) FROM credential.credential)
            """)
    }
}
