import Foundation
import Testing

extension SystemTests.PartnerAccessTests {
    /// A definition of a pilot with one person.
    static func pilot(_ code: String, title: String, partners: [String]) -> String {
        let listed = partners.map { #"{"code":"\#($0)"}"# }.joined(separator: ",")
        return """
            {"code":"\(code)","iri":"https://pilots.example.org/\(code)","title":"\(title)",
             "framework":{"code":"IUS","version":"0.1"},"profile":{"code":"P4"},
             "curriculum":{"iri":"https://pilots.example.org/curricula/\(code)","version":"1.0"},
             "partners":[\(listed)],"startsOn":"2026-03-02","endsOn":"2026-03-27","state":"running",
             "enrolments":[\(person(of: code))]}
            """
    }

    /// The registration of the one person of whom the other partner knows.
    static let registration = "00000000-0000-4000-8000-0000000000b1"

    /// The registration of the one person in a pilot.
    static func registration(in pilot: String) -> String {
        pilot == "beta-pilot" ? registration : "00000000-0000-4000-8000-0000000000c1"
    }

    private static func person(of pilot: String) -> String {
        guard ["beta-pilot", "joint-pilot"].contains(pilot) else { return "" }
        return """
            {"registration":"\(registration(in: pilot))",
             "account":{"homePage":"https://id.example.org","name":"p-\(pilot)"}}
            """
    }

    /// The definition of an instrument.
    static func instrument(_ code: String, title: String, partners: [String]) -> String {
        let owners = partners.map { #""\#($0)""# }.joined(separator: ",")
        let iri = "https://pilots.example.org/instruments/\(code)-\(partners.joined(separator: "-"))"
        return """
            {"code":"\(code)","version":"1.0","iri":"\(iri)","kind":"post-test","partners":[\(owners)],
             "title":{"en":"\(title)"},
             "items":[
               {"iri":"\(iri)/items/1","text":{"en":"\(title)"},"interaction":"fill-in"},
               {"iri":"\(iri)/items/2","text":{"en":"Which?"},"interaction":"choice",
                "choices":[{"id":"a"},{"id":"b"}],"correctResponses":["a"]},
               {"iri":"\(iri)/items/3","text":{"en":"Sure?"},"interaction":"likert","kirkpatrick":2,
                "aspect":"confidence","scale":[{"id":"1"},{"id":"2"}]},
               {"iri":"\(iri)/items/4","text":{"en":"Useful?"},"interaction":"likert","kirkpatrick":1,
                "aspect":"relevance","scale":[{"id":"1"},{"id":"2"}]}]}
            """
    }

    /// The definitions of a curriculum and its version 1.0.
    private static func curriculum(_ code: String, title: String, partners: [String]) -> [(String, String)] {
        let owners = partners.map { #""\#($0)""# }.joined(separator: ",")
        let version = """
            {"version":"1.0","iri":"https://pilots.example.org/\(code)/1.0","framework":{"code":"IUS","version":"0.1"},
             "title":"\(title)","profiles":["P4"],
             "units":[{"title":"\(title)","hours":7,"method":"lecture","teaches":[{"competence":"A1","level":2}]}]}
            """
        return [
            ("/api/curricula/\(code)", #"{"code":"\#(code)","title":"\#(title)","partners":[\#(owners)]}"#),
            ("/api/curricula/\(code)/versions/1.0", version),
        ]
    }

    /// Two partners, what is each one's and what they share; the keys of both.
    ///
    /// The same again changes nothing.
    func prepare() async throws -> (alfa: Client, beta: Client) {
        let installation = try Installation.served
        for code in ["alfa", "beta"] {
            try await put("/api/partners/\(code)", #"{"code":"\#(code)","name":"\#(code)"}"#, as: installation.client)
        }
        let suffix = UUID().uuidString.prefix(8).lowercased()
        let scopes = ["pilots/write", "rules/write", "awards/write"].flatMap { ["--scope", $0] }
        let alfa = try await installation.client(named: "alfa-\(suffix)", ["--partner", "alfa"] + scopes)
        let beta = try await installation.client(named: "beta-\(suffix)", ["--partner", "beta"] + scopes)
        let framework = #""framework":{"code":"IUS","version":"0.1"}"#
        let chosen = #"{\#(framework),"profile":"P2","state":"chosen"}"#
        let definitions: [(Client, [(String, String)])] = [
            (
                beta,
                [
                    ("/api/partners/beta/needs", #"{"needs":[{"text":"\#(Self.secret)","notedOn":"2026-01-20"}]}"#),
                    (
                        "/api/partners/beta/targets",
                        #"{"targets":[\#(chosen),{\#(framework),"profile":"P3","state":"chosen","reason":"\#(Self.secret)"}]}"#
                    ),
                    (
                        "/api/instruments/beta-test/versions/1.0",
                        Self.instrument("beta-test", title: Self.secret, partners: ["beta"])
                    ),
                    ("/api/pilots/beta-pilot", Self.pilot("beta-pilot", title: Self.secret, partners: ["beta"])),
                    ("/api/rules/beta-rule", Self.rule("beta-rule", Self.secret, pilot: "beta-pilot")),
                    ("/api/pilots/beta-pilot/assessors", Self.assessors),
                    ("/api/partners/beta/assessors", Self.assessors),
                ] + Self.curriculum("beta-course", title: Self.secret, partners: ["beta"])
            ),
            (
                alfa,
                [
                    ("/api/partners/alfa/targets", #"{"targets":[\#(chosen)]}"#),
                    (
                        "/api/instruments/joint-test/versions/1.0",
                        Self.instrument("joint-test", title: "Joint", partners: ["alfa", "beta"])
                    ),
                    ("/api/pilots/joint-pilot", Self.pilot("joint-pilot", title: "Joint", partners: ["alfa", "beta"])),
                    ("/api/rules/joint-rule", Self.rule("joint-rule", "Joint", pilot: "joint-pilot")),
                ] + Self.curriculum("joint-course", title: "Joint", partners: ["alfa", "beta"])
            ),
        ]
        for (client, paths) in definitions {
            for (path, body) in paths { try await put(path, body, as: client) }
        }
        try await noteFindings(as: beta)
        try await makeReports(as: beta)
        return (alfa, beta)
    }

    private func put(_ path: String, _ body: String, as client: Client) async throws {
        _ = try await client.send("PUT", path, body: Data(body.utf8)).expecting(204)
    }

    /// Posts what every view tells of to each pilot, and waits until the awards for both are signed.
    func untilAwarded() async throws {
        let installation = try Installation.served
        let client = installation.client
        let competence = "https://framework.example.eu/ims/case/v1p1/CFItems/" + (try await competenceID())
        for pilot in ["beta-pilot", "joint-pilot"] {
            let statement = """
                {"id":"\(UUID().text)","actor":{"account":{"homePage":"https://id.example.org","name":"p-\(pilot)"}},
                 "verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},
                 "object":{"id":"https://lms.example.org/test",
                   "definition":{"type":"http://adlnet.gov/expapi/activities/assessment"}},
                 "result":{"success":true,"extensions":{"https://w3id.org/xapi/iust/extensions/level":
                   {"level":2,"levelId":"https://framework.example.eu/level"}}},
                 "context":{"contextActivities":{
                   "grouping":[{"id":"https://pilots.example.org/\(pilot)",
                     "definition":{"type":"https://w3id.org/xapi/iust/activity-types/pilot"}}],
                   "other":[{"id":"\(competence)",
                     "definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency"}}]}}}
                """
            _ = try await client.post(statement).expecting(200)
            let instrument = pilot == "beta-pilot" ? "beta-test-beta" : "joint-test-alfa-beta"
            let deeds = Self.deeds(pilot: pilot, instrument: instrument, competence: competence)
            _ = try await client.post(Sample.batch(deeds)).expecting(200)
        }
        let deadline = ContinuousClock.now + .seconds(30)
        while try await installation.administrator(
            "SELECT count(DISTINCT pilot_key) FROM credential.award WHERE signed") != "2"
        {
            try #require(ContinuousClock.now < deadline, "no awards came")
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    /// The CASE identifier of a competence of the framework that is loaded.
    private func competenceID() async throws -> String {
        try await Installation.served.administrator(
            "SELECT identifier FROM framework.item WHERE code = 'A1' AND kind = 'competence' LIMIT 1")
    }
}
