import Foundation

extension SystemTests.PartnerAccessTests {
    /// What one person does in a pilot, so that each view has a row of it.
    static func deeds(pilot: String, instrument: String, competence: String) -> [String] {
        let instrument = "https://pilots.example.org/instruments/\(instrument)"
        let adl = "http://adlnet.gov/expapi/activities"
        func phases(_ deed: (String) -> String) -> [String] { ["pre", "post"].map(deed) }
        return [
            statement(
                pilot, verb: "http://adlnet.gov/expapi/verbs/registered", phase: "pre",
                object: "https://pilots.example.org/\(pilot)",
                type: "https://w3id.org/xapi/iust/activity-types/pilot")
        ]
            + phases { phase in
                statement(
                    pilot, verb: "http://adlnet.gov/expapi/verbs/passed", phase: phase, object: instrument,
                    type: adl + "/assessment", result: #""score":{"scaled":0.5},"success":true"#,
                    competence: competence)
            }
            + phases { phase in
                statement(
                    pilot, verb: "https://w3id.org/xapi/iust/verbs/self-assessed", phase: phase, object: competence,
                    type: "https://w3id.org/xapi/tla/activity-types/competency",
                    result: #"""
                        "extensions":{"https://w3id.org/xapi/iust/extensions/level":
                          {"level":1,"levelId":"https://framework.example.eu/level","method":"self"}}
                        """#)
            }
            + phases { phase in
                statement(
                    pilot, verb: "http://adlnet.gov/expapi/verbs/answered", phase: phase,
                    object: instrument + "/items/2", type: adl + "/cmi.interaction",
                    result: #""success":true,"response":"a""#, instrument: instrument)
            }
            + [3, 4].map { item in
                statement(
                    pilot, verb: "http://adlnet.gov/expapi/verbs/answered", phase: "post",
                    object: instrument + "/items/\(item)", type: adl + "/cmi.interaction", result: #""response":"1""#,
                    instrument: instrument)
            }
            + [
                statement(
                    pilot, verb: "http://adlnet.gov/expapi/verbs/attended", phase: "during",
                    object: "https://lms.example.org/\(pilot)/day-1", type: adl + "/meeting",
                    result: #""duration":"PT6H""#),
                statement(
                    pilot, verb: "http://id.tincanapi.com/verb/unregistered", phase: "during",
                    object: "https://pilots.example.org/\(pilot)",
                    type: "https://w3id.org/xapi/iust/activity-types/pilot"),
            ]
            + ["p-\(pilot)", "manager"].map { account in
                statement(
                    pilot, by: account, verb: "https://w3id.org/xapi/iust/verbs/applied", phase: "followup",
                    object: competence, type: "https://w3id.org/xapi/tla/activity-types/competency")
            }
    }

    private static func statement(
        _ pilot: String, by account: String? = nil, verb: String, phase: String, object: String, type: String,
        result: String = "", instrument: String? = nil, competence: String? = nil
    ) -> String {
        func activities(_ relation: String, _ iri: String, _ type: String) -> String {
            #""\#(relation)":[{"id":"\#(iri)","definition":{"type":"\#(type)"}}]"#
        }
        let pilotIRI = "https://pilots.example.org/\(pilot)"
        let relations = [
            object == pilotIRI
                ? nil : activities("grouping", pilotIRI, "https://w3id.org/xapi/iust/activity-types/pilot"),
            instrument.map { activities("parent", $0, "http://adlnet.gov/expapi/activities/assessment") },
            competence.map { activities("other", $0, "https://w3id.org/xapi/tla/activity-types/competency") },
        ]
        return """
            {"id":"\(UUID().text)",
             "actor":{"account":{"homePage":"https://id.example.org","name":"\(account ?? "p-\(pilot)")"}},
             "verb":{"id":"\(verb)"},"object":{"id":"\(object)","definition":{"type":"\(type)"}},
             "result":{\(result)},
             "context":{"registration":"\(registration(in: pilot))","contextActivities":{\(relations.compactMap(\.self).joined(separator: ","))},
               "extensions":{"https://w3id.org/xapi/iust/extensions/phase":"\(phase)"}}}
            """
    }
}
