import FoundationEssentials
import JSON

/// A small pilot of two partner cities, invented: who takes part, and everything that they did, as xAPI statements.
struct DemoPilot {
    let code = "riga-torun-2026-1"
    let iri = "https://pilots.example.eu/pilots/riga-torun-2026-1"
    let curriculumIRI = "https://pilots.example.eu/curricula/local-police/2.0"
    let profileIRI = "https://pilots.example.eu/profiles/local-police-officer"
    let learners: [DemoLearner]
    let statements: [[UInt8]]

    init(seed: UInt64, learners count: Int) {
        var random = SeededGenerator(seed: seed)
        var learners: [DemoLearner] = []
        for number in 0..<count { learners.append(DemoLearner(number: number, random: &random)) }
        self.learners = learners
        var story = DemoStory(
            pilot: DemoStatement.Pilot(iri: iri, curriculum: curriculumIRI, profile: profileIRI), random: random)
        for learner in learners { story.tell(learner) }
        statements = story.statements
    }

    /// What `PUT /api/pilots/{code}` takes.
    var definition: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("code", string: code)
            writer.member("iri", string: iri)
            writer.member("title", string: "Local police officers, Riga and Toruń, spring 2026 (invented)")
            writer.member(
                "framework",
                object: { writer in
                    writer.member("code", string: "IUS")
                    writer.member("version", string: "0.1")
                })
            writer.member(
                "profile",
                object: { writer in
                    writer.member("code", string: "P4")
                    writer.member("iri", string: profileIRI)
                })
            writer.member(
                "curriculum",
                object: { writer in
                    writer.member("code", string: "local-police")
                    writer.member("version", string: "2.0")
                })
            writer.member(
                "partners",
                array: { writer in
                    for city in DemoLearner.cities {
                        writer.object { writer in
                            writer.member("code", string: city.code)
                            writer.member("name", string: city.name)
                            writer.member("country", string: city.country)
                        }
                    }
                })
            writer.member("startsOn", string: "2026-03-02")
            writer.member("endsOn", string: "2026-03-27")
            writer.member("plannedHours", number: 21)
            writePlan(to: &writer)
            writeInstruments(to: &writer)
            writer.member("state", string: "closed")
            writer.member(
                "enrolments",
                array: { writer in
                    for learner in learners { learner.writeEnrolment(to: &writer) }
                })
        }
        return writer.bytes
    }
}
