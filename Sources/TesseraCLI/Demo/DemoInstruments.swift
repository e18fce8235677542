import JSON

/// The tests, the self-assessment and the survey of the demonstration, as the partners define and publish them.
enum DemoInstruments {
    /// An instrument that is used in a phase.
    struct Use {
        let code: String
        let phase: String
    }

    static let version = "1"

    /// Which instruments are used when, in the order in which people meet them.
    static var uses: [Use] {
        let phases = ["pre", "post"].flatMap { phase in
            DemoFramework.competences.map { Use(code: testCode(of: $0, phase: phase), phase: phase) }
                + [Use(code: "self-assessment", phase: phase)]
        }
        return phases + [Use(code: "reaction", phase: "post")]
    }

    /// Everything, in the order in which it is sent: each is defined and then published.
    static var definitions: [DemoCurriculum.Definition] {
        let tests = ["pre", "post"].flatMap { phase in
            DemoFramework.competences.map { (testCode(of: $0, phase: phase), test(of: $0, phase: phase)) }
        }
        return (tests + [("self-assessment", selfAssessment), ("reaction", survey)]).flatMap { code, body in
            let path = "/api/instruments/\(code)/versions/\(version)"
            return [
                DemoCurriculum.Definition(what: "The instrument \(code)", path: path, body: body),
                DemoCurriculum.Definition(what: "Its publication", path: path + "/publish", body: nil),
            ]
        }
    }

    private static func testCode(of competence: DemoCompetence, phase: String) -> String {
        "\(phase)-test-\(competence.code.lowercased())"
    }

    private static func test(of competence: DemoCompetence, phase: String) -> [UInt8] {
        let iri = DemoStory.test(of: competence, phase: phase)
        let time = phase == "pre" ? "before" : "after"
        return document(
            code: testCode(of: competence, phase: phase), iri: iri, kind: "\(phase)-test",
            title: "Test \(time) the training: \(competence.name)"
        ) { writer in
            for item in 1...2 {
                writer.object { writer in
                    writer.member("iri", string: "\(iri)/items/\(item)")
                    text("\(competence.name): question \(item)", of: "text", to: &writer)
                    writer.member("interaction", string: "choice")
                    options("choices", ["a", "b", "c", "d"], to: &writer)
                    writer.member("correctResponses", array: { $0.string("a") })
                    writer.member("competence", string: competence.code)
                    writer.member("targetLevel", number: competence.level)
                    writer.member("kirkpatrick", number: 2)
                }
            }
        }
    }

    private static var selfAssessment: [UInt8] {
        document(
            code: "self-assessment", iri: DemoStory.selfAssessment, kind: "self-assessment",
            title: "Where do I stand?"
        ) { writer in
            for competence in DemoFramework.competences {
                writer.object { writer in
                    writer.member("iri", string: competence.iri)
                    text("My level in: \(competence.name)", of: "text", to: &writer)
                    writer.member("interaction", string: "likert")
                    options("scale", (0...4).map { "\($0)" }, to: &writer)
                    writer.member("competence", string: competence.code)
                    writer.member("kirkpatrick", number: 2)
                }
            }
        }
    }

    private static var survey: [UInt8] {
        document(
            code: "reaction", iri: DemoStory.survey, kind: "survey", title: "How was the training?"
        ) { writer in
            for item in DemoStory.surveyItems {
                writer.object { writer in
                    writer.member("iri", string: "\(DemoStory.survey)/items/\(item)")
                    text("The training's \(item)", of: "text", to: &writer)
                    writer.member("interaction", string: "likert")
                    options("scale", (1...5).map { "likert-\($0)" }, to: &writer)
                    // The delivery is what satisfies people or not; confidence and commitment are learning.
                    let isLearning = ["confidence", "commitment"].contains(item)
                    writer.member("kirkpatrick", number: isLearning ? 2 : 1)
                    writer.member("aspect", string: item == "delivery" ? "satisfaction" : item)
                }
            }
        }
    }

    private static func document(
        code: String, iri: String, kind: String, title: String, items: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("code", string: code)
            writer.member("version", string: version)
            writer.member("iri", string: iri)
            writer.member("kind", string: kind)
            text(title, of: "title", to: &writer)
            writer.member(
                "framework",
                object: { writer in
                    writer.member("code", string: "IUS")
                    writer.member("version", string: "0.1")
                })
            writer.member("items", array: items)
        }
        return writer.bytes
    }

    private static func text(_ text: String, of name: String, to writer: inout JSONWriter) {
        writer.member(name, object: { $0.member("en", string: text) })
    }

    private static func options(_ name: String, _ ids: [String], to writer: inout JSONWriter) {
        writer.member(
            name, array: { writer in for id in ids { writer.object { $0.member("id", string: id) } } })
    }
}
