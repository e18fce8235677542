import Foundation

extension AwardLoad.Test {
    /// The statement that the platform sends.
    var statement: String {
        """
        {"id":"\(id.text)","actor":{"account":{"homePage":"https://id.example.org","name":"\(person)"}},
         "verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},
         "object":{"id":"https://lms.example.org/tests/\(competence)",
           "definition":{"type":"http://adlnet.gov/expapi/activities/assessment"}},
         "result":{"success":true,"score":{"scaled":0.86},
           "extensions":{"https://w3id.org/xapi/iust/extensions/level":
             {"level":2,"levelId":"https://framework.example.eu/level"}}},
         "timestamp":"2026-03-20T10:00:00Z",
         "context":{"contextActivities":{
           "grouping":[{"id":"https://pilots.example.org/load-1",
             "definition":{"type":"https://w3id.org/xapi/iust/activity-types/pilot"}}],
           "other":[{"id":"\(iri)","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency"}}]}}}
        """
    }

    /// The statement that voids it.
    var voiding: String {
        #"{"id":"\#(UUID().text)","actor":{"mbox":"mailto:platform@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"#
            + #""object":{"objectType":"StatementRef","id":"\#(id.text)"}}"#
    }
}
