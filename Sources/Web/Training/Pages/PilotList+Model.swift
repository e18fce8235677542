internal import JSON
internal import Operations

/// The first page of a partner: its pilots, its curricula, and with whom it could make one.
struct PilotList {
    /// A profile that several partners chose.
    struct Proposal {
        let code: String
        let name: String
        let url: String?
        let partners: String
        let advice: String
        let drafts: PageTable.Lines?
        let demands: PageTable?
    }

    let shell: TrainingShell
    let pilots: PageTable?
    let curricula: PageTable?
    let proposals: [Proposal]
    let hasProposals: Bool
    /// Those whose pages the reader may see.
    let partners: PageTable?

    init(_ json: JSONValue, for caller: Caller, path: String) {
        shell = TrainingShell(caller, path: path)
        pilots = PageTable(
            "Pilots that you may see, the newest first",
            ["Pilot", "Profile", "Curriculum", "Partners", "From – to", "State"],
            rows: json.entries("pilots").map(Self.pilot))
        curricula = PageTable(
            "Curricula that you may see", ["Curriculum", "Partners", "Versions, the newest first"],
            rows: json.entries("curricula").map { curriculum in
                let versions = curriculum.entries("versions").map { version in
                    PageTable.Line(
                        "Version \(version.said("version")), \(version.said("state"))",
                        url: TrainingLinks.curriculum(curriculum.said("code"), version.said("version")))
                }
                return [
                    PageTable.Content(curriculum.said("title"), note: curriculum.said("code")),
                    PageTable.Content(curriculum.partnerNames), .list(versions),
                ]
            })
        proposals = json.entries("proposals").map(Self.proposal)
        hasProposals = !proposals.isEmpty
        partners = PageTable(
            "Partners whose needs and targets you may read", ["Partner", "Country"],
            rows: json.entries("partners").map { partner in
                [
                    PageTable.Content(partner.said("name"), url: TrainingLinks.partner(partner.said("code"))),
                    PageTable.Content(partner.saidIfAny("country") ?? "–"),
                ]
            })
    }

    private static func pilot(_ pilot: JSONValue) -> [PageTable.Content] {
        let profile = pilot["profile"] ?? pilot
        let code = pilot.said("code")
        return [
            PageTable.Content(pilot.said("title"), url: TrainingLinks.pilot(code), note: code),
            PageTable.Content(
                profile.said("name"), code: profile.said("code"),
                url: TrainingLinks.item("profiles", profile.said("code"), of: pilot["framework"])),
            TrainingCurriculum(pilot["curriculum"] ?? pilot).content,
            PageTable.Content(pilot.partnerNames), PageTable.Content(pilot.days),
            TrainingState(pilot.said("state")).content,
        ]
    }

    private static func proposal(_ proposal: JSONValue) -> Proposal {
        let profile = proposal["profile"] ?? proposal
        let drafts = proposal.entries("drafts").map { draft in
            PageTable.Line(
                "\(draft.said("curriculum")), version \(draft.said("version"))",
                url: TrainingLinks.curriculum(draft.said("curriculum"), draft.said("version")))
        }
        return Proposal(
            code: profile.said("code"), name: profile.said("name"),
            url: TrainingLinks.item("profiles", profile.said("code"), of: proposal["framework"]),
            partners: proposal.partnerNames,
            advice: drafts.isEmpty
                ? "They chose the same profile, and have no curriculum for it yet that all of them own."
                : "They chose the same profile; what they own jointly for it is not published yet.",
            drafts: drafts.isEmpty ? nil : PageTable.Lines(lines: drafts),
            demands: PageTable(
                "What the profile demands", ["Competence", .number("Level")],
                rows: proposal.entries("competences").map { demand in
                    [
                        PageTable.Content(
                            demand.said("name"), code: demand.said("competence"),
                            url: TrainingLinks.item(
                                "competences", demand.said("competence"), of: proposal["framework"])),
                        PageTable.Content(demand.said("level")),
                    ]
                }))
    }
}

/// The version of a curriculum that a pilot runs; a page leads to it where it is one that the reader may see.
struct TrainingCurriculum {
    let name: String
    let url: String?
    let code: String?

    init(_ json: JSONValue) {
        let version = json.said("version")
        code = json.saidIfAny("code")
        name = (json.saidIfAny("title") ?? code ?? "Without a title") + ", version \(version)"
        url = code.map { TrainingLinks.curriculum($0, version) }
    }

    /// As a cell of a table.
    var content: PageTable.Content { PageTable.Content(name, url: url) }
}
