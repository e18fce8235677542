internal import JSON

/// What a version of a curriculum covers of the profiles that it is for.
struct CoverageMatrix {
    /// One of the profiles.
    struct Profile {
        let code: String
        let name: String
        let url: String?
        let summary: String
        /// What is not covered, in words.
        let gaps: PageTable.Lines?
        let table: PageTable?
    }

    let profiles: [Profile]

    /// - Parameters:
    ///   - json: As the API's coverage has it.
    ///   - names: Names of profiles by code.
    init?(_ json: JSONValue?, names: (String) -> String) {
        guard let json else { return nil }
        profiles = json.entries("profiles").map { Self.profile($0, framework: json["framework"], names: names) }
        if profiles.isEmpty { return nil }
    }

    private static func profile(_ json: JSONValue, framework: JSONValue?, names: (String) -> String) -> Profile {
        let cells = json.entries("competences")
        func competence(_ cell: JSONValue) -> String? {
            TrainingLinks.item("competences", cell.said("competence"), of: framework)
        }
        let gaps = cells.filter { $0["taught"]?.boolean != true }.map { cell in
            PageTable.Line(
                "\(cell.said("name")): level \(cell.said("targetLevel")) is demanded, "
                    + (cell.saidIfAny("taughtLevel").map { "only level \($0) is taught" } ?? "nothing is taught"),
                code: cell.said("competence"), url: competence(cell))
        }
        let targets = json.said("targets")
        return Profile(
            code: json.said("profile"), name: names(json.said("profile")),
            url: TrainingLinks.item("profiles", json.said("profile"), of: framework),
            summary: "Of \(targets) targets \(json.said("taught")) are taught, \(json.said("assessed")) assessed and "
                + "\(json.said("evidenced")) evidenced at the level that the profile demands.",
            gaps: gaps.isEmpty ? nil : PageTable.Lines(lines: gaps),
            table: PageTable(
                "Each competence that the profile demands",
                ["Competence", .number("Target"), "Taught", "Assessed", "Evidenced"],
                rows: cells.map { cell in
                    [
                        PageTable.Content(cell.said("name"), code: cell.said("competence"), url: competence(cell)),
                        PageTable.Content(cell.said("targetLevel")), reached(cell, "taught"),
                        reached(cell, "assessed"), evidenced(cell),
                    ]
                }))
    }

    private static func reached(_ cell: JSONValue, _ step: String) -> PageTable.Content {
        guard let level = cell.saidIfAny(step + "Level") else { return PageTable.Content("✗ not \(step)", tone: "bad") }
        return cell[step]?.boolean == true
            ? PageTable.Content("✓ level \(level)", tone: "good")
            : PageTable.Content("✗ only level \(level)", tone: "bad")
    }

    private static func evidenced(_ cell: JSONValue) -> PageTable.Content {
        guard cell["evidenced"]?.boolean == true else { return PageTable.Content("– nobody yet", tone: "calm") }
        guard let people = cell["evidencedPeople"]?.integer else {
            return PageTable.Content("✓ a few people", tone: "good")
        }
        return PageTable.Content(people == 1 ? "✓ 1 person" : "✓ \(people) people", tone: "good")
    }
}
