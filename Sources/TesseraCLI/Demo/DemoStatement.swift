import FoundationEssentials
import JSON

/// One statement of the demonstration, in the words of the scheme's xAPI profile.
struct DemoStatement {
    /// What every statement of the pilot has in its grouping.
    struct Pilot {
        let iri: String
        let curriculum: String
        let profile: String
        /// Year and month in which it is run.
        let month: String
    }

    /// An activity, by IRI and type.
    struct Activity {
        let iri: String
        let type: String
        var name: String?
    }

    enum Vocabulary {
        static let scheme = "https://w3id.org/xapi/iust"
        static let adlVerbs = "http://adlnet.gov/expapi/verbs/"
        static let assessment = "http://adlnet.gov/expapi/activities/assessment"
        static let interaction = "http://adlnet.gov/expapi/activities/cmi.interaction"
        static let meeting = "http://adlnet.gov/expapi/activities/meeting"
        static let competency = "https://w3id.org/xapi/tla/activity-types/competency"
        static func type(_ name: String) -> String { scheme + "/activity-types/" + name }
        static func `extension`(_ name: String) -> String { scheme + "/extensions/" + name }
    }

    let id: UUID
    /// Minutes since the pilot began, on the second day of its month at 08:00 UTC.
    let minute: Int
    let learner: DemoLearner
    let pilot: Pilot
    let verb: String
    let verbName: String
    let object: Activity
    var phase: String?
    var parent: Activity?
    var others: [Activity] = []
    var instructor: String?
    var evidence: UUID?
    /// Whether the object is the pilot, which is then not in its own grouping.
    var concernsPilot = false
    var result: ((inout JSONWriter) -> Void)?
    var definition: ((inout JSONWriter) -> Void)?

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", string: id.uuidString.lowercased())
            writer.member("timestamp", string: timestamp)
            writer.member("actor", object: { Self.write(account: learner.account, at: learner.city.homePage, to: &$0) })
            writer.member(
                "verb",
                object: { writer in
                    writer.member("id", string: verb)
                    writer.member("display", object: { $0.member("en", string: verbName) })
                })
            writer.member(
                "object",
                object: { writer in
                    writer.member("objectType", string: "Activity")
                    writer.member("id", string: object.iri)
                    writer.member(
                        "definition",
                        object: { writer in
                            writer.member("type", string: object.type)
                            if let name = object.name {
                                writer.member("name", object: { $0.member("en", string: name) })
                            }
                            definition?(&writer)
                        })
                })
            if let result { writer.member("result", object: result) }
            writer.member("context", object: writeContext)
        }
        return writer.bytes
    }

    private func writeContext(to writer: inout JSONWriter) {
        writer.member("registration", string: learner.registration.uuidString.lowercased())
        if let instructor {
            writer.member("instructor", object: { Self.write(account: instructor, at: learner.city.homePage, to: &$0) })
        }
        writer.member(
            "contextActivities",
            object: { writer in
                writer.member("category", array: { $0.object { $0.member("id", string: Vocabulary.scheme + "/v0.1") } })
                if let parent { writer.member("parent", array: { Self.write(parent, to: &$0) }) }
                writer.member(
                    "grouping",
                    array: { writer in
                        if !concernsPilot {
                            Self.write(Activity(iri: pilot.iri, type: Vocabulary.type("pilot")), to: &writer)
                        }
                        Self.write(Activity(iri: pilot.curriculum, type: Vocabulary.type("curriculum")), to: &writer)
                        Self.write(Activity(iri: pilot.profile, type: Vocabulary.type("staff-profile")), to: &writer)
                    })
                if !others.isEmpty {
                    writer.member("other", array: { writer in for other in others { Self.write(other, to: &writer) } })
                }
            })
        if let evidence {
            writer.member(
                "statement",
                object: { writer in
                    writer.member("objectType", string: "StatementRef")
                    writer.member("id", string: evidence.uuidString.lowercased())
                })
        }
        writer.member(
            "extensions",
            object: { writer in
                if let phase { writer.member(Vocabulary.extension("phase"), string: phase) }
                writer.member(Vocabulary.extension("framework-version"), string: DemoFramework.documentIRI)
            })
    }

    private var timestamp: String {
        let minutes = minute % 60
        let hours = 8 + minute / 60
        let day = 2 + hours / 24
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(pilot.month)-\(two(day))T\(two(hours % 24)):\(two(minutes)):\(two(Int(id.uuid.15) % 60)).000Z"
    }

    private static func write(account: String, at homePage: String, to writer: inout JSONWriter) {
        writer.member("objectType", string: "Agent")
        writer.member(
            "account",
            object: { writer in
                writer.member("homePage", string: homePage)
                writer.member("name", string: account)
            })
    }

    private static func write(_ activity: Activity, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", string: activity.iri)
            writer.member("definition", object: { $0.member("type", string: activity.type) })
        }
    }
}
