import Testing

/// An example statement of one template of the training scheme's profile.
struct SchemeExample: Sendable, CustomTestStringConvertible {
    let template: String
    let text: String

    var testDescription: String { template }

    static let account =
        #"{"objectType":"Agent","account":{"homePage":"https://id.riga.example.eu","name":"p-3f9c2a"}}"#
    private static let base = "https://w3id.org/xapi/iust"
    private static let adl = "http://adlnet.gov/expapi/"
    private static let assessment = adl + "activities/assessment"
    private static let competency = "https://w3id.org/xapi/tla/activity-types/competency"
    private static let competence = #"{"id":"x:a1","definition":{"type":"\#(competency)"}}"#
    private static let level =
        #""extensions":{"\#(base)/extensions/level":{"level":1,"levelId":"x:a1-1","method":"self"}}"#

    static let all: [SchemeExample] = [
        example("enrolled", adl + "verbs/registered", "x:pilot", base + "/activity-types/pilot", isAboutPilot: true),
        example(
            "withdrew", "http://id.tincanapi.com/verb/unregistered", "x:pilot", base + "/activity-types/pilot",
            isAboutPilot: true),
        example("attended", adl + "verbs/attended", "x:day", adl + "activities/meeting", #""duration":"PT6H""#),
        example(
            "progressed", adl + "verbs/progressed", "x:module", adl + "activities/module",
            #""extensions":{"https://w3id.org/xapi/cmi5/result/extensions/progress":40}"#),
        example(
            "completed", adl + "verbs/completed", "x:curriculum", base + "/activity-types/curriculum",
            #""completion":true,"duration":"PT21H""#),
        example(
            "answered-test", adl + "verbs/answered", "x:item", adl + "activities/cmi.interaction",
            #""success":true,"response":"a""#, parent: ("x:test", assessment), other: competence),
        SchemeExample(template: "answered-survey", text: survey),
        example(
            "passed", adl + "verbs/passed", "x:test", assessment, #""score":{"scaled":0.7},"success":true"#,
            other: competence),
        example(
            "failed", adl + "verbs/failed", "x:test", assessment, #""score":{"scaled":0.2},"success":false"#,
            other: competence),
        example(
            "self-assessed", base + "/verbs/self-assessed", "x:a1", competency, #""score":{"raw":1},\#(level)"#,
            parent: ("x:sa", base + "/activity-types/self-assessment")),
        example("planned", "https://w3id.org/xapi/tla/verbs/planned", "x:a1", competency, level),
        example("achieved", "https://w3id.org/xapi/tla/verbs/achieved", "x:a1", competency, level),
        example("applied", base + "/verbs/applied", "x:a1", competency, phase: "followup", months: true),
    ]

    static let survey = example(
        "answered-survey", adl + "verbs/answered", "x:item", adl + "activities/cmi.interaction",
        #""response":"likert-4""#, parent: ("x:survey", base + "/activity-types/survey")
    ).text

    private static func example(
        _ template: String, _ verb: String, _ object: String, _ type: String, _ result: String? = nil,
        parent: (String, String)? = nil, other: String? = nil, phase: String = "post", months: Bool = false,
        isAboutPilot: Bool = false
    ) -> SchemeExample {
        func activity(_ iri: String, _ type: String) -> String {
            #"{"id":"\#(iri)","definition":{"type":"\#(type)"}}"#
        }
        let groupings = (isAboutPilot ? [] : ["pilot"]) + ["curriculum", "staff-profile"]
        let grouping = groupings.map { activity("x:\($0)", base + "/activity-types/\($0)") }.joined(separator: ",")
        let further = [
            parent.map { #""parent":[\#(activity($0.0, $0.1))]"# }, other.map { #""other":[\#($0)]"# },
        ].compactMap { $0.map { "," + $0 } }.joined()
        let activities = #""category":[{"id":"\#(base)/v0.1"}],"grouping":[\#(grouping)]\#(further)"#
        let extensions =
            #""\#(base)/extensions/phase":"\#(phase)","\#(base)/extensions/framework-version":"x:ius-0.1""#
            + (months ? #","\#(base)/extensions/months-after":6"# : "")
        let context =
            #""context":{"registration":"7b1f2c1e-4d2a-4f0e-9a59-0d4b7c1f0001","#
            + #""contextActivities":{\#(activities)},"extensions":{\#(extensions)}}"#
        let members = [
            #""id":"\#(Sample.id)","timestamp":"2026-03-01T10:03:00Z""#,
            result.map { #""result":{\#($0)}"# }, context,
        ]
        return SchemeExample(
            template: template,
            text: Sample.statement(
                actor: account, verb: #"{"id":"\#(verb)"}"#, object: activity(object, type),
                more: members.compactMap(\.self).joined(separator: ",")))
    }
}
