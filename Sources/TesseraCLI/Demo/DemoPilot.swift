import FoundationEssentials
import JSON

/// A small pilot of two partner cities, invented: who takes part, and everything that they did, as xAPI statements.
struct DemoPilot {
    /// One of the times that the cities run it.
    struct Run {
        let number: Int
        /// Year and month, such as `2026-03`.
        let month: String
        let season: String
        /// What the training adds beyond the first run's, by competence.
        let improvements: [String: Double]

        static let first = Run(number: 1, month: "2026-03", season: "spring", improvements: [:])
        /// With other learners, and with what the first run's evaluation led to.
        static let second = Run(
            number: 2, month: "2026-09", season: "autumn", improvements: [DemoFeedback.competence: 0.16])
    }

    let run: Run
    let code: String
    let iri: String
    let curriculumIRI = "https://pilots.example.eu/curricula/local-police/2.0"
    let profileIRI = "https://pilots.example.eu/profiles/local-police-officer"
    let learners: [DemoLearner]
    let statements: [[UInt8]]

    init(_ run: Run = .first, seed: UInt64, learners count: Int) {
        self.run = run
        code = "riga-torun-2026-\(run.number)"
        iri = "https://pilots.example.eu/pilots/\(code)"
        // Seeds of runs lie so far apart that nobody takes part twice.
        var random = SeededGenerator(seed: seed &+ UInt64(run.number - 1) << 32)
        var learners: [DemoLearner] = []
        for number in 0..<count { learners.append(DemoLearner(number: number, random: &random)) }
        self.learners = learners
        var story = DemoStory(
            pilot: DemoStatement.Pilot(
                iri: iri, curriculum: curriculumIRI, profile: profileIRI, month: run.month),
            improvements: run.improvements, random: random)
        for learner in learners { story.tell(learner) }
        statements = story.statements
    }

    /// What `PUT /api/pilots/{code}` takes.
    var definition: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("code", string: code)
            writer.member("iri", string: iri)
            writer.member("title", string: "Local police officers, Riga and Toruń, \(run.season) 2026 (invented)")
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
            writer.member("startsOn", string: run.month + "-02")
            writer.member("endsOn", string: run.month + "-27")
            writer.member("plannedHours", number: 21)
            writePlan(to: &writer)
            writeInstruments(to: &writer)
            writer.member("state", string: "closed")
            writer.member(
                "enrolments",
                array: { writer in
                    for learner in learners { learner.writeEnrolment(in: run.month, to: &writer) }
                })
        }
        return writer.bytes
    }
}
