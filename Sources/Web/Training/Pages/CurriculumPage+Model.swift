internal import JSON
internal import Operations

/// The page of a version of a curriculum: its units, how it is assessed, and what it covers.
struct CurriculumPage {
    /// A fact about the version.
    struct Fact {
        let name: String
        let content: PageTable.Content
    }

    let shell: TrainingShell
    let code: String
    let version: String
    let heading: String
    let description: String?
    let state: TrainingState
    let facts: [Fact]
    let units: PageTable?
    let assessments: PageTable?
    let coverage: CoverageMatrix?
    let pilots: PageTable?

    /// - Parameter coverage: What it covers, as the API has it.
    init(_ json: JSONValue, coverage: JSONValue?, for caller: Caller, path: String) {
        shell = TrainingShell(caller, path: path)
        code = json.said("curriculum")
        version = json.said("version")
        heading = json.saidIfAny("title") ?? json.said("curriculumTitle")
        description = json.saidIfAny("description")
        state = TrainingState(json.said("state"))
        facts = Self.facts(json)
        units = Self.units(json)
        assessments = PageTable(
            "What is assessed by which instrument", ["Competence", "Instrument", .number("Up to level")],
            rows: json.entries("assessments").map { assessment in
                let iri = assessment.said("instrument")
                let title = assessment.saidIfAny("title")
                return [
                    Self.competence(assessment.said("competence"), json),
                    PageTable.Content(title ?? iri, note: title.map { _ in iri }),
                    PageTable.Content(assessment.said("level")),
                ]
            })
        self.coverage = CoverageMatrix(coverage) { json["names"]?.said($0) ?? "" }
        pilots = TrainingTables.pilots(json, "Pilots of this version that you may see")
    }

    private static func competence(_ code: String, _ json: JSONValue) -> PageTable.Content {
        PageTable.Content(
            json["names"]?.said(code) ?? "", code: code,
            url: TrainingLinks.item("competences", code, of: json["framework"]))
    }

    private static func facts(_ json: JSONValue) -> [Fact] {
        let code = json.said("curriculum")
        let framework = json["framework"]
        let profiles = json.entries("profiles").compactMap(\.string).map { profile in
            PageTable.Line(
                json["names"]?.said(profile) ?? "", code: profile,
                url: TrainingLinks.item("profiles", profile, of: framework))
        }
        let others = json.entries("versions").filter { $0.said("version") != json.said("version") }.map { other in
            PageTable.Line(
                "Version \(other.said("version")), \(other.said("state"))",
                url: TrainingLinks.curriculum(code, other.said("version")))
        }
        var facts = [
            Fact(name: "Partners", content: PageTable.Content(json.partnerNames)),
            Fact(name: "For", content: .list(profiles)),
            Fact(name: "Time", content: PageTable.Content(PageFigure.hours(json.saidIfAny("hours")) + " per person")),
            Fact(
                name: "Framework",
                content: PageTable.Content("\(framework?.said("code") ?? "") \(framework?.said("version") ?? "")")),
        ]
        if let day = json.saidIfAny("publishedOn") {
            facts.append(Fact(name: "Published", content: PageTable.Content(day)))
        } else {
            facts.append(Fact(name: "Last change", content: PageTable.Content(json.said("changedOn"))))
        }
        if let parent = json.saidIfAny("derivedFrom") {
            facts.append(
                Fact(
                    name: "Derived from",
                    content: PageTable.Content(
                        "Version \(parent)", url: TrainingLinks.curriculum(code, parent),
                        note: json.saidIfAny("changes"))))
        }
        if !others.isEmpty { facts.append(Fact(name: "Other versions", content: .list(others))) }
        return facts
    }

    private static func units(_ json: JSONValue) -> PageTable? {
        let units = json.entries("units")
        return PageTable(
            "Units in their order", ["Unit", .number("Hours"), "Method", "Teaches"],
            rows: units.enumerated().map { position, unit in
                let taught = unit.entries("teaches").map { taught in
                    let content = competence(taught.said("competence"), json)
                    return PageTable.Line(
                        "\(content.text), level \(taught.said("level"))", code: content.code, url: content.url)
                }
                return [
                    PageTable.Content(
                        unit.said("title"), code: "\(position + 1)", note: unit.saidIfAny("description")),
                    PageTable.Content(PageFigure.hours(unit.saidIfAny("hours"))),
                    PageTable.Content(unit.said("method")), .list(taught),
                ]
            },
            totals: units.count < 2
                ? []
                : [
                    [
                        PageTable.Content("Together"),
                        PageTable.Content(PageFigure.hours(json.saidIfAny("hours"))),
                        PageTable.Content(""), PageTable.Content(""),
                    ]
                ])
    }
}

/// Tables that several pages of the training have.
enum TrainingTables {
    /// Pilots by title and state.
    static func pilots(_ json: JSONValue, _ caption: String) -> PageTable? {
        PageTable(
            caption, ["Pilot", "State"],
            rows: json.entries("pilots").map { pilot in
                let code = pilot.said("code")
                return [
                    PageTable.Content(pilot.said("title"), url: TrainingLinks.pilot(code), note: code),
                    TrainingState(pilot.said("state")).content,
                ]
            })
    }
}
