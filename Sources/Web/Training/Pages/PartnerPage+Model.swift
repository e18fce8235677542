internal import JSON
internal import Operations

/// The page of a partner: what its staff needs, whom it means to train, and what it does about it.
struct PartnerPage {
    let shell: TrainingShell
    let code: String
    let heading: String
    let country: String?
    let needs: PageTable?
    let targets: PageTable?
    let pilots: PageTable?
    let curricula: PageTable?

    init(_ json: JSONValue, for caller: Caller, path: String) {
        shell = TrainingShell(caller, path: path)
        code = json.said("code")
        heading = json.said("name")
        country = json.saidIfAny("country")
        needs = PageTable(
            "What the partner found that its staff should learn",
            ["Need", "Touches", "Priority", "Known from", "Noted on"],
            rows: json.entries("needs").map { need in
                [
                    PageTable.Content(need.said("text")), Self.item(need), PageTable.Content(need.said("priority")),
                    PageTable.Content(need.saidIfAny("source") ?? "–"), PageTable.Content(need.said("notedOn")),
                ]
            })
        targets = PageTable(
            "Staff profiles that the partner means to train", ["Profile", "Framework", "State", "Reason", "Since"],
            rows: json.entries("targets").map { target in
                let profile = target["profile"] ?? target
                let framework = target["framework"]
                return [
                    PageTable.Content(
                        profile.said("name"), code: profile.said("code"),
                        url: TrainingLinks.item("profiles", profile.said("code"), of: framework)),
                    PageTable.Content("\(framework?.said("code") ?? "") \(framework?.said("version") ?? "")"),
                    TrainingState(target.said("state")).content,
                    PageTable.Content(target.saidIfAny("reason") ?? "–"), PageTable.Content(target.said("changedOn")),
                ]
            })
        pilots = TrainingTables.pilots(json, "Pilots of the partner, the newest first")
        curricula = PageTable(
            "Curricula that the partner owns, alone or jointly", ["Curriculum", "Version", "State"],
            rows: json.entries("curricula").map { curriculum in
                let code = curriculum.said("code")
                let version = curriculum.said("version")
                return [
                    PageTable.Content(
                        curriculum.said("title"), url: TrainingLinks.curriculum(code, version), note: code),
                    PageTable.Content(version), TrainingState(curriculum.said("state")).content,
                ]
            })
    }

    /// The area or competence that a need touches.
    private static func item(_ need: JSONValue) -> PageTable.Content {
        guard let code = need.saidIfAny("item") else { return PageTable.Content("–") }
        let kind = need.said("itemKind") == "area" ? "areas" : "competences"
        return PageTable.Content(
            need.said("itemName"), code: code, url: TrainingLinks.item(kind, code, of: need["framework"]))
    }
}
