import Testing
import XAPI

@Suite("The training scheme's words")
struct SchemeContextTests {
    private static let base = "https://w3id.org/xapi/iust"

    private func activity(_ iri: String, _ type: String?) -> String {
        let definition = type.map { #","definition":{"type":"\#($0)"}"# } ?? ""
        return #"{"id":"\#(iri)"\#(definition)}"#
    }

    private func context(_ activities: String = "", _ extensions: String = "") -> String {
        #""context":{"contextActivities":{\#(activities)},"extensions":{\#(extensions)}}"#
    }

    private func scheme(verb: String = "x:y", object: String, more: String) throws -> SchemeContext {
        let text = Sample.statement(verb: #"{"id":"\#(verb)"}"#, object: object, more: more)
        return try #require(try Sample.parse(text)).scheme
    }

    @Test("a self-assessment, as the profile's example has it")
    func selfAssessment() throws {
        let grouping = [
            activity("x:pilot", Self.base + "/activity-types/pilot"),
            activity("x:curriculum", Self.base + "/activity-types/curriculum"),
            activity("x:profile", Self.base + "/activity-types/staff-profile"), activity("x:untyped", nil),
            activity("x:foreign", "x:type"),
        ].joined(separator: ",")
        let parent = activity("x:sa", Self.base + "/activity-types/self-assessment")
        let activities = #""grouping":[\#(grouping)],"parent":\#(parent),"category":[{"id":"\#(Self.base)/v0.1"}]"#
        let extensions = #""\#(Self.base)/extensions/phase":"pre","\#(Self.base)/extensions/framework-version":"x:v1""#
        let level =
            #""result":{"extensions":{"\#(Self.base)/extensions/level":{"level":1,"levelId":"x:a1-1","method":"self"}}}"#
        let scheme = try scheme(
            verb: Self.base + "/verbs/self-assessed",
            object: activity("x:a1", "https://w3id.org/xapi/tla/activity-types/competency"),
            more: context(activities, extensions) + "," + level)
        var expected = SchemeContext()
        expected.pilots = ["x:pilot"]
        expected.curricula = ["x:curriculum"]
        expected.staffProfiles = ["x:profile"]
        expected.untypedGroupings = ["x:untyped"]
        expected.competences = ["x:a1"]
        expected.instrument = "x:sa"
        expected.instrumentKind = .selfAssessment
        expected.level = 1
        expected.levelID = "x:a1-1"
        expected.levelMethod = .`self`
        expected.phase = .pre
        expected.frameworkVersion = "x:v1"
        expected.claimsProfile = true
        #expect(scheme == expected)
        #expect(scheme.pilot == "x:pilot" && scheme.curriculum == "x:curriculum" && scheme.staffProfile == "x:profile")
        #expect(scheme.competence == "x:a1")
    }

    @Test("a passed test is its own instrument")
    func passed() throws {
        let competency = activity("x:a1", "https://w3id.org/xapi/tla/activity-types/competency")
        let scheme = try scheme(
            verb: "http://adlnet.gov/expapi/verbs/passed",
            object: activity("x:test", "http://adlnet.gov/expapi/activities/assessment"),
            more: context(#""other":[\#(competency),{"id":"x:o"}]"#, #""\#(Self.base)/extensions/phase":"post""#))
        #expect(scheme.instrument == "x:test" && scheme.instrumentKind == .assessment)
        #expect(scheme.competences == ["x:a1"] && scheme.untypedOthers == ["x:o"])
        #expect(scheme.phase == .post && scheme.item == nil && scheme.notes.isEmpty)
    }

    @Test("an answered item belongs to its instrument, and silence is told")
    func answered() throws {
        let survey = activity("x:survey", Self.base + "/activity-types/survey")
        let scheme = try scheme(
            object: activity("x:item", "http://adlnet.gov/expapi/activities/cmi.interaction"),
            more: context(#""parent":[{"id":"x:p"},\#(survey)]"#)
                + #","result":{"extensions":{"\#(Self.base)/extensions/nonresponse":"not-reached"}}"#)
        #expect(scheme.item == "x:item" && scheme.instrument == "x:survey" && scheme.instrumentKind == .survey)
        #expect(scheme.untypedParents == ["x:p"] && scheme.nonresponse == .notReached)
    }

    @Test(
        "what is malformed is left out with a note, and the statement is still valid",
        arguments: [
            (#""phase":"before""#, "/context/extensions/https:~1~1w3id.org~1xapi~1iust~1extensions~1phase"),
            (#""phase":null"#, "/context/extensions/https:~1~1w3id.org~1xapi~1iust~1extensions~1phase"),
            (
                #""framework-version":5"#,
                "/context/extensions/https:~1~1w3id.org~1xapi~1iust~1extensions~1framework-version"
            ),
        ])
    func malformedContext(_ extensionText: String, _ pointer: String) throws {
        let key = extensionText.replacing(#"""#, with: "", maxReplacements: 1)
        let scheme = try scheme(
            object: Sample.activity, more: context("", "\"\(Self.base)/extensions/" + key))
        #expect(scheme.phase == nil && scheme.frameworkVersion == nil)
        #expect(scheme.notes.map(\.pointer) == [pointer])
        #expect(scheme.untypedObject == "http://example.com/activity")
    }

    @Test(
        "malformed levels are left out with notes",
        arguments: [
            ("5", 1), ("{}", 2), (#"{"level":5,"levelId":"x:y"}"#, 1), (#"{"level":"1","levelId":"x:y"}"#, 1),
            (#"{"level":1.5,"levelId":"no iri","method":"guess","extra":1}"#, 4), (#"{"level":1}"#, 1),
        ])
    func malformedLevel(_ level: String, _ notes: Int) throws {
        let scheme = try scheme(
            object: Sample.activity,
            more: #""result":{"extensions":{"\#(Self.base)/extensions/level":\#(level)}}"#)
        #expect(scheme.notes.count == notes)
        #expect(scheme.levelID == nil || scheme.levelID == "x:y")
    }

    @Test("a level may be written as 2.0; months after belong to a follow-up")
    func numbers() throws {
        let level = #""result":{"extensions":{"\#(Self.base)/extensions/level":{"level":2.0,"levelId":"x:y"}}}"#
        #expect(try scheme(object: Sample.activity, more: level).level == 2)
        let months = #""\#(Self.base)/extensions/months-after":6"#
        let early = try scheme(object: Sample.activity, more: context("", months))
        #expect(early.monthsAfter == 6 && early.notes.count == 1)
        let late = try scheme(
            object: Sample.activity, more: context("", months + #","\#(Self.base)/extensions/phase":"followup""#))
        #expect(late.monthsAfter == 6 && late.notes.isEmpty)
    }
}
