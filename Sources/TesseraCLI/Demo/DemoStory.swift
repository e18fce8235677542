import FoundationEssentials
import JSON

/// Tells what a learner did, day by day, as statements.
struct DemoStory {
    private let pilot: DemoStatement.Pilot
    private let improvements: [String: Double]
    private var random: SeededGenerator
    private(set) var statements: [[UInt8]] = []

    private typealias Words = DemoStatement.Vocabulary
    private static let instruments = "https://pilots.example.eu/instruments/"
    static let selfAssessment = instruments + "self-assessment/1"
    static let survey = instruments + "reaction/1"
    static let surveyItems = ["relevance", "engagement", "confidence", "commitment", "delivery"]
    private static let day = 24 * 60

    /// The IRI of the test of a competence, before or after the training.
    static func test(of competence: DemoCompetence, phase: String) -> String {
        instruments + "\(phase)-test/\(competence.code.lowercased())"
    }

    /// - Parameter improvements: What the training adds to a learner's own gain, by competence.
    init(pilot: DemoStatement.Pilot, improvements: [String: Double], random: SeededGenerator) {
        self.pilot = pilot
        self.improvements = improvements
        self.random = random
    }

    mutating func tell(_ learner: DemoLearner) {
        enrol(learner)
        test(learner, phase: "pre", at: 60)
        assessThemselves(learner, phase: "pre", at: 150)
        let days = learner.withdraws ? 1 : 3
        for number in 1...days where random.chance(0.93) { attend(learner, session: number) }
        guard !learner.withdraws else { return withdraw(learner) }
        let passed = test(learner, phase: "post", at: 21 * Self.day)
        assessThemselves(learner, phase: "post", at: 21 * Self.day + 120)
        answerSurvey(learner, at: 21 * Self.day + 150)
        observe(learner, evidence: passed, at: 23 * Self.day)
        complete(learner, at: 24 * Self.day)
    }
}

// MARK: - Taking part

extension DemoStory {
    private mutating func add(_ statement: DemoStatement) {
        statements.append(statement.json)
    }

    private var pilotActivity: DemoStatement.Activity {
        DemoStatement.Activity(iri: pilot.iri, type: Words.type("pilot"))
    }

    private mutating func enrol(_ learner: DemoLearner) {
        add(
            DemoStatement(
                id: random.uuid(), minute: Int(random.next() % 50), learner: learner, pilot: pilot,
                verb: Words.adlVerbs + "registered", verbName: "registered", object: pilotActivity, concernsPilot: true)
        )
    }

    private mutating func withdraw(_ learner: DemoLearner) {
        add(
            DemoStatement(
                id: random.uuid(), minute: 8 * Self.day, learner: learner, pilot: pilot,
                verb: "http://id.tincanapi.com/verb/unregistered", verbName: "withdrew", object: pilotActivity,
                concernsPilot: true))
    }

    private mutating func attend(_ learner: DemoLearner, session: Int) {
        let minutes = 330 + Int(random.next() % 90)
        add(
            DemoStatement(
                id: random.uuid(), minute: session * 5 * Self.day + 60, learner: learner, pilot: pilot,
                verb: Words.adlVerbs + "attended", verbName: "attended",
                object: DemoStatement.Activity(
                    iri: pilot.curriculum + "/sessions/\(session)", type: Words.meeting, name: "Training day \(session)"
                ),
                phase: "during",
                result: { $0.member("duration", string: "PT\(minutes / 60)H\(minutes % 60)M") }))
    }

    private mutating func complete(_ learner: DemoLearner, at minute: Int) {
        add(
            DemoStatement(
                id: random.uuid(), minute: minute, learner: learner, pilot: pilot,
                verb: Words.adlVerbs + "completed", verbName: "completed",
                object: DemoStatement.Activity(iri: pilot.curriculum, type: Words.type("curriculum")), phase: "post",
                result: { writer in
                    writer.member("completion", boolean: true)
                    writer.member("duration", string: "PT21H")
                }))
    }
}

// MARK: - Tests

extension DemoStory {
    /// Two items and a score a competence; the test after the training finds levels.
    ///
    /// Returns the statements that tell of a pass, by competence.
    @discardableResult
    private mutating func test(_ learner: DemoLearner, phase: String, at start: Int) -> [String: UUID] {
        var passed: [String: UUID] = [:]
        let isPost = phase == "post"
        for (position, competence) in DemoFramework.competences.enumerated() {
            let gain = learner.gain + (improvements[competence.code] ?? 0)
            let ability = learner.ability + (isPost ? gain : 0) + 0.09 * random.normal()
            let about = DemoStatement.Activity(iri: competence.iri, type: Words.competency)
            let instrument = DemoStatement.Activity(
                iri: Self.test(of: competence, phase: phase), type: Words.assessment,
                name: "\(isPost ? "Test after" : "Test before") the training: \(competence.name)")
            for item in 1...2 {
                let isRight = random.chance(ability)
                let choice = isRight ? "a" : ["b", "c", "d"][Int(random.next() % 3)]
                add(
                    DemoStatement(
                        id: random.uuid(), minute: start + position * 5 + item, learner: learner, pilot: pilot,
                        verb: Words.adlVerbs + "answered", verbName: "answered",
                        object: DemoStatement.Activity(iri: instrument.iri + "/items/\(item)", type: Words.interaction),
                        phase: phase, parent: instrument, others: [about],
                        result: { writer in
                            writer.member("success", boolean: isRight)
                            writer.member("response", string: choice)
                        },
                        definition: Self.choice))
            }
            let hundredths = Int((min(1, max(0, ability)) * 100).rounded())
            let isPassed = hundredths >= 60
            let id = random.uuid()
            if isPassed { passed[competence.code] = id }
            add(
                DemoStatement(
                    id: id, minute: start + position * 5 + 4, learner: learner, pilot: pilot,
                    verb: Words.adlVerbs + (isPassed ? "passed" : "failed"), verbName: isPassed ? "passed" : "failed",
                    object: instrument, phase: phase, others: [about],
                    result: { writer in
                        writer.member(
                            "score",
                            object: { writer in
                                writer.member("scaled", raw: Array("\(Self.decimal(hundredths))".utf8))
                                writer.member("raw", number: hundredths)
                                writer.member("min", number: 0)
                                writer.member("max", number: 100)
                            })
                        writer.member("success", boolean: isPassed)
                        // A test before the training tells where people stand; it finds no level.
                        if isPost { Self.level(competence.level, of: competence, by: "test", to: &writer) }
                    }))
        }
        return passed
    }

    private static func choice(to writer: inout JSONWriter) {
        writer.member("interactionType", string: "choice")
        writer.member("correctResponsesPattern", array: { $0.string("a") })
        writer.member(
            "choices",
            array: { writer in
                for id in ["a", "b", "c", "d"] { writer.object { $0.member("id", string: id) } }
            })
    }

    private static func level(
        _ level: Int, of competence: DemoCompetence, by method: String, to writer: inout JSONWriter
    ) {
        writer.member(
            "extensions",
            object: { writer in
                writer.member(
                    Words.extension("level"),
                    object: { writer in
                        writer.member("level", number: level)
                        writer.member("levelId", string: DemoFramework.item("\(competence.code).\(max(1, level))"))
                        writer.member("method", string: method)
                    })
            })
    }

    /// Hundredths with two digits after the point: `0.90`, which has to come back as it is.
    private static func decimal(_ hundredths: Int) -> String {
        hundredths >= 100 ? "1.00" : hundredths < 10 ? "0.0\(hundredths)" : "0.\(hundredths)"
    }
}

// MARK: - Judgements

extension DemoStory {
    private mutating func assessThemselves(_ learner: DemoLearner, phase: String, at start: Int) {
        let instrument = DemoStatement.Activity(
            iri: Self.selfAssessment, type: Words.type("self-assessment"))
        for (position, competence) in DemoFramework.competences.enumerated() where random.chance(0.96) {
            let ability = learner.ability + (phase == "post" ? learner.gain : 0)
            let level = min(4, max(0, Int((ability * 4 + learner.bias + 0.4 * random.normal()).rounded())))
            add(
                DemoStatement(
                    id: random.uuid(), minute: start + position, learner: learner, pilot: pilot,
                    verb: Words.scheme + "/verbs/self-assessed", verbName: "self-assessed",
                    object: DemoStatement.Activity(iri: competence.iri, type: Words.competency, name: competence.name),
                    phase: phase, parent: instrument,
                    result: { writer in
                        writer.member(
                            "score",
                            object: { writer in
                                writer.member("raw", number: level)
                                writer.member("min", number: 0)
                                writer.member("max", number: 4)
                            })
                        Self.level(level, of: competence, by: "self", to: &writer)
                    }))
        }
    }

    private mutating func answerSurvey(_ learner: DemoLearner, at start: Int) {
        let instrument = DemoStatement.Activity(iri: Self.survey, type: Words.type("survey"))
        for (position, item) in Self.surveyItems.enumerated() {
            let isOmitted = random.chance(0.06)
            let answer = min(5, max(1, Int((3.9 + 0.8 * random.normal()).rounded())))
            add(
                DemoStatement(
                    id: random.uuid(), minute: start + position, learner: learner, pilot: pilot,
                    verb: Words.adlVerbs + "answered", verbName: "answered",
                    object: DemoStatement.Activity(iri: instrument.iri + "/items/\(item)", type: Words.interaction),
                    phase: "post", parent: instrument,
                    result: { writer in
                        if isOmitted {
                            writer.member(
                                "extensions",
                                object: {
                                    $0.member(Words.extension("nonresponse"), string: "omitted")
                                })
                        } else {
                            writer.member("response", string: "likert-\(answer)")
                        }
                    },
                    definition: Self.likert))
        }
    }

    private static func likert(to writer: inout JSONWriter) {
        writer.member("interactionType", string: "likert")
        writer.member(
            "scale",
            array: { writer in
                for number in 1...5 { writer.object { $0.member("id", string: "likert-\(number)") } }
            })
    }

    /// An assessor sees one competence in practice.
    private mutating func observe(_ learner: DemoLearner, evidence: [String: UUID], at minute: Int) {
        let competence = DemoFramework.competences[2]
        let level = random.chance(learner.ability + learner.gain) ? competence.level : competence.level - 1
        add(
            DemoStatement(
                id: random.uuid(), minute: minute, learner: learner, pilot: pilot,
                verb: "https://w3id.org/xapi/tla/verbs/achieved", verbName: "achieved",
                object: DemoStatement.Activity(iri: competence.iri, type: Words.competency, name: competence.name),
                phase: "post", instructor: "assessor-1", evidence: evidence[competence.code],
                result: { writer in Self.level(level, of: competence, by: "observation", to: &writer) }))
    }
}
