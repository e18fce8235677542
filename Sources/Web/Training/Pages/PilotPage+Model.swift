internal import Evaluation
internal import JSON
internal import Operations

/// The page of a pilot: what comes next, the plan, who takes part by number, what its curriculum covers.
struct PilotPage {
    /// What the next state demands.
    struct Next {
        let state: String
        let unmet: [String]
        let isReady: Bool
    }

    /// The staff profile that a pilot trains, or another.
    struct Profile {
        let code: String
        let name: String
        let url: String?
    }

    /// The report of a pilot.
    struct Report {
        let reference: String
        let address: String?
        let day: String
    }

    /// Launch contexts of everybody for a phase.
    struct Launch {
        let phase: String
        let forms: [Form]
    }

    /// The form of launch contexts.
    struct Form {
        let name: String
        let url: String
        let file: String
    }

    let shell: TrainingShell
    let code: String
    let heading: String
    let iri: String
    let state: TrainingState
    let days: String
    let profiles: [Profile]
    let curriculum: TrainingCurriculum
    let partners: String
    let plannedHours: String
    let closingReason: String?
    let methodology: PageTable.Content
    let actionsURL: String
    let reportsURL: String
    let report: Report?
    let next: Next?
    let plan: PilotPlan
    let instruments: PageTable?
    let groups: PageTable?
    let coverage: CoverageMatrix?
    let history: PageTable?
    let launches: [Launch]
    let views: PageTable?

    /// - Parameter coverage: What its curriculum covers, as the API has it; nil where that is not one of ours.
    init(_ json: JSONValue, coverage: JSONValue?, for caller: Caller, path: String) {
        shell = TrainingShell(caller, path: path)
        let pilot = json.said("code")
        code = pilot
        heading = json.said("title")
        iri = json.said("iri")
        let states = json["states"] ?? json
        state = TrainingState(states.said("state"))
        days = json.days
        let profiles = json.entries("profiles").map { profile in
            Profile(
                code: profile.said("code"), name: profile.said("name"),
                url: TrainingLinks.item("profiles", profile.said("code"), of: json["framework"]))
        }
        self.profiles = profiles
        curriculum = TrainingCurriculum(json["curriculum"] ?? json)
        partners = json.partnerNames
        plannedHours = json.saidIfAny("plannedHours").map { "\($0) h per person" } ?? "not told"
        closingReason = json.saidIfAny("closingReason")
        methodology =
            json["methodology"].map { methodology in
                let (code, version) = (methodology.said("code"), methodology.said("version"))
                return PageTable.Content(
                    "\(methodology.said("title")), version \(version)", url: MethodologyLinks.version(version, of: code)
                )
            } ?? PageTable.Content("The one published last when it starts", tone: "calm")
        actionsURL = ActionLinks.register(pilot)
        reportsURL = ReportLinks.list(.pilot(pilot))
        report = json["report"].map { report in
            let reference = report.said("reference")
            return Report(
                reference: reference, address: FrameworkShell.webAddress(reference), day: report.said("on"))
        }
        next = states["next"].map { next in
            let unmet = next.entries("unmet").map { $0.said("detail") }
            return Next(state: next.said("state"), unmet: unmet, isReady: unmet.isEmpty)
        }
        plan = PilotPlan(json)
        instruments = Self.instruments(json)
        groups = Self.groups(json)
        self.coverage = CoverageMatrix(coverage) { code in profiles.first { $0.code == code }?.name ?? "" }
        history = Self.history(json)
        launches = ["pre", "during", "post", "followup"].map { phase in
            Launch(
                phase: PilotPlan.name(ofPhase: phase),
                forms: [("xapi", "xAPI context"), ("cmi5", "cmi5 LaunchData")].map { form, name in
                    Form(
                        name: name, url: TrainingLinks.launchContexts(pilot, phase: phase, form: form),
                        file: "launch-contexts-\(pilot)-\(phase)-\(form).json")
                })
        }
        views = PageTable(
            "Views in SQL, for evaluators", ["View", "One row"],
            rows: json.entries("views").map { view in
                [PageTable.Content(view.said("name")), PageTable.Content(view.said("about"))]
            })
    }

    private static func instruments(_ json: JSONValue) -> PageTable? {
        PageTable(
            "Instruments by phase, and how many people were asked to answer them",
            ["Instrument", "Phase", "Kind", "Version", .number("Items"), .number("Invited")],
            rows: json.entries("instruments").map { instrument in
                [
                    PageTable.Content(
                        instrument.said("title"), tag: instrument.saidIfAny("language"), note: instrument.said("code")),
                    PageTable.Content(PilotPlan.name(ofPhase: instrument.said("phase"))),
                    PageTable.Content(instrument.said("kind")),
                    PageTable.Content("\(instrument.said("version")), \(instrument.said("state"))"),
                    PageTable.Content(instrument.said("items")),
                    PageTable.Content(instrument.saidIfAny("invited") ?? "–"),
                ]
            })
    }

    private static func groups(_ json: JSONValue) -> PageTable? {
        let groups = json.entries("groups")
        let enrolled = groups.reduce(0) { $0 + ($1["enrolled"]?.integer ?? 0) }
        let withdrawn = groups.reduce(0) { $0 + ($1["withdrawn"]?.integer ?? 0) }
        return PageTable(
            "People by partner, cohort and profile; who withdrew is counted among the enrolled",
            ["Partner", "Cohort", "Profile", .number("Enrolled"), .number("Withdrawn")],
            rows: groups.map { group in
                [
                    PageTable.Content(group.saidIfAny("partner") ?? "of no partner"),
                    PageTable.Content(group.saidIfAny("cohort") ?? "–"), PageTable.Content(group.said("profile")),
                    PageTable.Content(group.said("enrolled")), PageTable.Content(group.said("withdrawn")),
                ]
            },
            totals: groups.count < 2
                ? []
                : [
                    [
                        PageTable.Content("Together"), PageTable.Content(""), PageTable.Content(""),
                        PageTable.Content("\(enrolled)"), PageTable.Content("\(withdrawn)"),
                    ]
                ])
    }

    private static func history(_ json: JSONValue) -> PageTable? {
        PageTable(
            "How the state came to be, the first step first", ["When", "State", "By", "How", "Reason"],
            rows: json.entries("history").map { step in
                let from = step.saidIfAny("from").map { "\($0) → " } ?? ""
                return [
                    PageTable.Content(PageFigure.minute(step.said("at"))), PageTable.Content(from + step.said("to")),
                    PageTable.Content(step.saidIfAny("by") ?? "not told"),
                    PageTable.Content(step["byDefinition"]?.boolean == true ? "told by a definition" : "demands met"),
                    PageTable.Content(step.saidIfAny("reason") ?? "–"),
                ]
            })
    }
}
