internal import Evaluation
internal import JSON
internal import Operations

/// The page of a pilot's reports, or of the syntheses.
struct ReportList {
    let shell: TrainingShell
    let heading: String
    let over: PageTable.Content
    let refusal: String?
    let reports: PageTable?
    /// For who may make one.
    let form: PageForm?

    /// - Parameter json: As `ReportStore.reports` has it.
    init(_ json: JSONValue, of subject: ReportSubject, for caller: Caller, path: String, refused: RefusedForm? = nil) {
        shell = TrainingShell(caller, path: path)
        let list = json.entries("reports")
        switch subject {
        case .pilot(let code):
            heading = "Evaluation reports"
            over = PageTable.Content("Pilot \(code)", url: TrainingLinks.pilot(code))
        case .synthesis:
            heading = "Syntheses of the evaluation"
            over = PageTable.Content("Pilots and curricula", url: TrainingLinks.pilots)
        }
        refusal = refused?.reason
        reports = PageTable(
            "Reports, the newest first",
            ["Report", "State", "Data as of", "Made", "Not written yet", "SHA-256 of the numbers"],
            rows: list.map { report in
                // Those of other partners are shown to the scheme, and are theirs.
                let isOwn = subject != .synthesis || report.saidIfAny("partner") == caller.partnerCode
                return [
                    PageTable.Content(
                        report.said("title"), code: report.said("number"),
                        url: isOwn ? ReportLinks.report(report.said("number"), of: subject) : nil,
                        note: isOwn ? nil : "of the partner \(report.said("partner"))"),
                    ReportWords.state(report), PageTable.Content(PageFigure.minute(report.said("asOf"))),
                    PageTable.Content(PageFigure.minute(report.said("madeAt")), note: report.saidIfAny("madeBy")),
                    PageTable.Content("\(report.entries("missing").count) sections"),
                    PageTable.Content(String(report.said("sha256").prefix(16)) + "…"),
                ]
            })
        form = caller.grants(.pilotsWrite) ? Self.form(list, subject, refused?.sent) : nil
    }

    private static func form(_ list: [JSONValue], _ subject: ReportSubject, _ sent: SentPageForm?) -> PageForm {
        let earlier = list.map { report in
            PageForm.Option(value: report.said("number"), label: "those of number \(report.said("number"))")
        }
        return PageForm(
            "make", to: ReportLinks.list(subject), "Make a report", button: "Freeze the numbers as they are now",
            note:
                "What the views tell now is kept and does not change any more. Of one moment there is one report.",
            fields: earlier.isEmpty
                ? []
                : [
                    PageForm.Field(
                        "narrativesOf", "Texts to begin with", .choice, hint: "They were written about other numbers.",
                        isRequired: false, options: [PageForm.Option(value: "", label: "none")] + earlier)
                ],
            sent: sent)
    }
}

/// Reports in words for people.
enum ReportWords {
    /// Whether a report is a draft.
    static func state(_ report: JSONValue) -> PageTable.Content {
        report.said("state") == "final"
            ? PageTable.Content("final", chip: "good") : PageTable.Content("draft", chip: "open")
    }
}
