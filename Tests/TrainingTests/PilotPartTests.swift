import FoundationEssentials
import JSON
import LibPQ
import TestSupport
import Testing
import Training

/// What the functions in the database refuse, rule by rule, is tested in `EvaluationTests/sql/pilot_plan.check.sql`.
@Suite("plans, states and launch contexts of pilots", .migratedDatabase)
struct PilotPartTests {
    let sample: SampleTraining

    init() throws {
        sample = try SampleTraining()
    }

    private var instruments: String {
        #","instruments":[{"code":"\#(sample.code)","version":"1.0","phase":"pre"},"#
            + #"{"code":"\#(sample.code)","version":"1.0","phase":"post"}]"#
    }

    private func define(publishing: Bool = false) async throws {
        try await sample.instruments.define(sample.instrumentDefinition)
        if publishing { try await sample.instruments.publish("1.0", of: sample.code, by: "tests") }
        try await sample.pilots.define(sample.pilotDefinition(instruments), by: "platform")
    }

    private func document(_ part: PilotPart) async throws -> JSONValue {
        try JSONDocument(parsing: #require(await sample.pilots.document(part, of: sample.code))).root
    }

    @Test("a pilot comes back as it can be sent again, and sending it changes nothing")
    func roundTrip() async throws {
        try await define()
        let first = try #require(await sample.pilots.document(.whole, of: sample.code))
        try await sample.pilots.define(first)
        #expect(try await sample.pilots.document(.whole, of: sample.code) == first)
        let root = try JSONDocument(parsing: first).root
        #expect(root["enrolments"]?[0]?["profile"]?.string == "P5" && root["profiles"]?[0]?["code"]?.string == "P5")
        #expect(root["instruments"]?.elements.map { $0["phase"]?.string } == ["pre", "post"])
        #expect(try await sample.pilots.document(.whole, of: "none") == nil)
    }

    @Test("plan, enrolments and invitations are changed by themselves")
    func parts() async throws {
        try await define()
        let plan = #"{"costs":[{"category":"rooms","amount":100,"currency":"EUR"}]}"#
        try await sample.pilots.definePlan(of: sample.code, Array(plan.utf8))
        #expect(try await document(.plan)["costs"]?[0]?["amount"]?.lexeme == "100")
        let enrolment = """
            {"enrolments":[{"registration":"\(UUID().uuidString.lowercased())","cohort":"B",
             "account":{"homePage":"https://id.example.eu","name":"another-\(sample.code)"}}]}
            """
        try await sample.pilots.defineEnrolments(of: sample.code, Array(enrolment.utf8))
        #expect(try await document(.enrolments)["enrolments"]?.elements.map { $0["cohort"]?.string } == ["A", "B"])
        let invitation =
            #"{"invitations":[{"instrument":"\#(sample.code)","version":"1.0","phase":"pre","invited":30}]}"#
        try await sample.pilots.defineInvitations(of: sample.code, Array(invitation.utf8))
        #expect(try await document(.invitations)["invitations"]?[0]?["invited"]?.integer == 30)
        #expect(try await document(.whole)["plan"]?["costs"]?.count == 1)

        let error = await #expect(throws: DefinitionError.self) {
            try await sample.pilots.definePlan(of: sample.code, Array(#"{"costs":[{}]}"#.utf8))
        }
        #expect(error?.pointer == "/costs/0/category")
        let missing = await #expect(throws: DefinitionError.self) {
            try await sample.pilots.definePlan(of: "none", Array("{}".utf8))
        }
        #expect(missing?.kind == .missing)
    }

    @Test("a pilot moves when it has all that the state demands; all that it lacks is told at once")
    func states() async throws {
        func lacking(_ move: String) async throws -> [String?] {
            let unmet = try await sample.pilots.move(sample.code, Array(move.utf8), by: "operator")
            return try JSONDocument(parsing: unmet).root.elements.map { $0["demand"]?.string }
        }
        try await sample.pilots.define(sample.pilotDefinition(), by: "platform")
        #expect(try await lacking(#"{"state":"running"}"#) == ["instrument-pre"])
        #expect(try await lacking(#"{"state":"closed"}"#) == ["order", "instrument-post"])
        try await define(publishing: true)
        #expect(try await lacking(#"{"state":"running"}"#) == [])
        let states = try await document(.states)
        #expect(states["state"]?.string == "running" && states["next"]?["state"]?.string == "closed")
        #expect(states["history"]?.elements.map { $0["by"]?.string } == ["platform", "operator"])
        #expect(states["history"]?.elements.map { $0["byDefinition"]?.boolean } == [true, false])
    }

    @Test("a definition or a move that waits for another move sees the state that this one leaves")
    func movedMeanwhile() async throws {
        try await define(publishing: true)
        let code = sample.code
        let pilots = sample.pilots
        // As platforms send it that know nothing of states.
        let text = String(decoding: sample.pilotDefinition(instruments), as: UTF8.self)
        let definition = Array(text.replacing(#""state": "planned","#, with: "").utf8)
        let move = Array(#"{"state":"running"}"#.utf8)
        let (defined, moved) = try await sample.database.administrator.withTransaction { db in
            _ = try await db.execute(
                #"SELECT training.move_pilot(training.own_pilot(\#(code)), '{"state": "running"}')"#)
            // Both are awaited when the transaction, which they wait for, is over.
            let defined = Task { try await pilots.define(definition) }
            let moved = Task { try await pilots.move(code, move, by: "operator") }
            try await Task.sleep(for: .milliseconds(300))
            return (defined, moved)
        }
        try await defined.value
        let lacking = try await JSONDocument(parsing: moved.value).root.elements.map { $0["demand"]?.string }
        #expect(lacking == ["order", "instrument-pre"] || lacking == ["order"])
        let states = try await document(.states)
        #expect(states["state"]?.string == "running")
        #expect(states["history"]?.elements.map { $0["to"]?.string } == ["planned", "running"])
    }

    @Test("no session is named by the IRI of something else")
    func sessionIRI() async throws {
        try await define()
        let plan = #"{"sessions":[{"heldOn":"2026-03-09","hours":7,"iri":"\#(sample.iri("pilot"))"}]}"#
        let error = await #expect(throws: DefinitionError.self) {
            try await sample.pilots.definePlan(of: sample.code, Array(plan.utf8))
        }
        #expect(error?.pointer == "/sessions/0/iri")
        #expect(error?.message == "/sessions/0/iri is already the IRI of a pilot")
    }

    @Test("a registration of a pilot that the partner does not see is refused, and never passed over")
    func foreignRegistration() async throws {
        try await define()
        let other = try SampleTraining()
        let theirs = PilotStore(CallerDatabase(pool: sample.database.service, partner: other.code))
        let partner = PartnerStore(CallerDatabase(pool: sample.database.service, partner: nil))
        try await partner.define(Array(#"{"code":"\#(other.code)","name":"Another"}"#.utf8))
        let text = String(decoding: other.pilotDefinition(), as: UTF8.self)
            .replacing(other.registration.uuidString.lowercased(), with: sample.registration.uuidString.lowercased())
        let error = await #expect(throws: DefinitionError.self) { try await theirs.define(Array(text.utf8)) }
        #expect(error?.pointer == "/enrolments/0/registration")
        #expect(error?.message == "/enrolments/0/registration is one of another pilot")
    }

    @Test("a launch context names pilot, curriculum and the person's own profile, with their types")
    func launchContext() async throws {
        try await define()
        let wish = LaunchContextWish(phase: "pre", registration: sample.registration, instrument: sample.code)
        let found = try await sample.pilots.launchContexts(
            of: sample.code, wish, base: "https://tessera.example", profile: "https://w3id.org/xapi/iust/v0.1")
        let context = try #require(found.first)
        #expect(found.count == 1 && context.registration == sample.registration)
        let root = try JSONDocument(parsing: context.document(as: .xapi)).root
        let activities = try #require(root["contextActivities"])
        func ids(_ name: String) -> [String?] { activities[name]?.elements.map { $0["id"]?.string } ?? [] }
        #expect(root["registration"]?.string == sample.registration.uuidString.lowercased())
        #expect(ids("category") == ["https://w3id.org/xapi/iust/v0.1"])
        #expect(Array(ids("grouping").prefix(2)) == [sample.iri("pilot"), sample.iri("curriculum")])
        // P5 has no IRI of its own: it is named as the framework here names it.
        let profile = try #require(ids("grouping").last ?? nil)
        #expect(profile.hasPrefix("https://tessera.example/ims/case/v1p1/CFItems/"))
        #expect(ids("parent") == [sample.iri("test")] && ids("other").count == 1)
        #expect(
            activities["grouping"]?.elements.map { $0["definition"]?["type"]?.string } == [
                SampleTraining.types + "pilot", SampleTraining.types + "curriculum",
                SampleTraining.types + "staff-profile",
            ])
        let template = try JSONDocument(parsing: context.document(as: .cmi5)).root["contextTemplate"]
        #expect(template?["contextActivities"]?["grouping"]?.count == 3 && template?["registration"] == nil)

        let unused = await #expect(throws: DefinitionError.self) {
            _ = try await sample.pilots.launchContexts(
                of: sample.code, LaunchContextWish(phase: "during", instrument: sample.code), base: "https://x",
                profile: "https://y")
        }
        #expect(unused?.kind == .missing)
    }
}
