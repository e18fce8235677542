internal import JSON
internal import Operations

/// The page of a version of a methodology: by which models, instruments, numbers and formulas pilots are evaluated, and
/// what their reports have.
struct MethodologyPage {
    /// A model with its parts.
    struct Model {
        let name: String
        let note: String?
        let parts: [Part]
    }

    /// A part of a model and the question that it asks.
    struct Part {
        let name: String
        let question: String
    }

    /// A smallest number of people, or pilots.
    struct Threshold {
        let name: String
        let number: String
    }

    /// A section of the report, or an annex.
    struct Section {
        let number: String
        let title: String
        let parts: String
    }

    /// Another version.
    struct Version {
        let label: String
        let url: String
        let isShown: Bool
    }

    let shell: TrainingShell
    let code: String
    let version: String
    let heading: String
    let description: String?
    let state: TrainingState
    let published: String?
    let derived: String?
    let changes: String?
    let versions: [Version]
    let models: [Model]
    let phases: PageTable?
    let instruments: PageTable?
    let thresholds: [Threshold]
    let cutScores: [String]
    let minimums: [String]
    let formulas: PageTable?
    let outline: [Section]
    let annexes: [Section]

    /// - Parameters:
    ///   - json: The version, as the API has it.
    ///   - list: All of them, as the API has them.
    init(_ json: JSONValue, list: JSONValue, for caller: Caller, path: String) {
        shell = TrainingShell(caller, path: path)
        let (code, version) = (json.said("code"), json.said("version"))
        self.code = code
        self.version = version
        heading = json.said("title")
        description = json.saidIfAny("description")
        state = TrainingState(json.said("state"))
        published = json.saidIfAny("publishedAt").map(PageFigure.minute)
        derived = json.saidIfAny("derivedFrom")
        changes = json.saidIfAny("changes")
        versions = list.entries("methodologies").flatMap { methodology in
            methodology.entries("versions").map { other in
                let name = (code: methodology.said("code"), version: other.said("version"))
                return Version(
                    label: "\(name.code) \(name.version), \(other.said("state"))",
                    url: MethodologyLinks.version(name.version, of: name.code),
                    isShown: name == (code, version))
            }
        }
        models = json.entries("models").map { model in
            Model(
                name: model.said("name"), note: model.saidIfAny("note"),
                parts: model.entries("parts").map { Part(name: $0.said("name"), question: $0.said("question")) })
        }
        phases = PageTable(
            "When people are asked, and what for", ["Phase", "When", "What for"],
            rows: json.entries("phases").map { phase in
                [
                    PageTable.Content(PilotPlan.name(ofPhase: phase.said("phase"))),
                    PageTable.Content(phase.said("when")), PageTable.Content(phase.said("purpose")),
                ]
            })
        instruments = PageTable(
            "What a pilot uses in which phase", ["Instrument", "Phase", "Demanded", "What for"],
            rows: json.entries("instruments").map { instrument in
                [
                    PageTable.Content(instrument.said("kind")),
                    PageTable.Content(PilotPlan.name(ofPhase: instrument.said("phase"))),
                    PageTable.Content(instrument["required"]?.boolean == true ? "yes" : "where it fits"),
                    PageTable.Content(instrument.said("purpose")),
                ]
            })
        let limits = json["thresholds"] ?? json
        thresholds = [
            Threshold(name: "People, in a partner's own evaluation", number: limits.said("internal")),
            Threshold(name: "People, in what is published or compared", number: limits.said("publication")),
            Threshold(name: "Pilots in a comparison", number: limits["comparison"]?.said("pilots") ?? ""),
            Threshold(name: "People in each of them", number: limits["comparison"]?.said("people") ?? ""),
        ]
        cutScores = limits.entries("cutScores").compactMap(\.string)
        minimums = limits.entries("minimums").compactMap(\.string)
        formulas = Self.formulas(json)
        outline = json.entries("outline").map { Self.section($0, number: $0.said("number")) }
        annexes = json.entries("annexes").map { Self.section($0, number: "") }
    }

    private static func formulas(_ json: JSONValue) -> PageTable? {
        PageTable(
            "Every statistic, and the view of SQL that has it", ["Statistic", "Formula", "Where", "Mind"],
            rows: json.entries("formulas").map { formula in
                [
                    PageTable.Content(formula.said("name")), PageTable.Content(formula.said("formula")),
                    PageTable.Content("evaluation.\(formula.said("view")).\(formula.said("column"))"),
                    PageTable.Content(formula.saidIfAny("caveat") ?? "–"),
                ]
            })
    }

    private static func section(_ json: JSONValue, number: String) -> Section {
        Section(
            number: number, title: json.said("title"),
            parts: json.entries("parts").compactMap(\.string).joined(separator: "; "))
    }
}
