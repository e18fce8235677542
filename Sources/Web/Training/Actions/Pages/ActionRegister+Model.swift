internal import JSON
internal import Operations

/// The page of a pilot's findings and actions: what nobody has answered, who does what until when, in time.
struct ActionRegister {
    let shell: TrainingShell
    let code: String
    let heading: String
    let pilotURL: String
    let refusal: String?
    let summary: String
    /// Musts that nobody has answered.
    let lacking: PageTable.Lines?
    let findings: PageTable?
    let actions: PageTable?
    let timeline: ActionTimeline?
    /// For who may note a finding.
    let form: PageForm?

    /// - Parameters:
    ///   - json: As `FindingStore.page` has it.
    ///   - refused: What was sent and is refused, with the reason.
    init(_ json: JSONValue, for caller: Caller, path: String, refused: RefusedForm? = nil) {
        shell = TrainingShell(caller, path: path)
        let pilot = json.said("code")
        code = pilot
        heading = json.said("title")
        pilotURL = TrainingLinks.pilot(pilot)
        refusal = refused?.reason
        let findings = json.entries("findings")
        let actions = json.entries("actions")
        func count(_ number: Int, _ one: String) -> String { "\(number) \(one)\(number == 1 ? "" : "s")" }
        let open = actions.count { ["proposed", "accepted", "in_progress"].contains($0.said("state")) }
        let late = actions.count { $0["overdue"]?.boolean == true }
        summary =
            "\(count(findings.count, "finding")), \(count(actions.count, "action")): \(open) open, \(late) overdue, "
            + "\(actions.count { $0.said("state") == "verified" }) verified."
        let unanswered = findings.filter { $0["lacksAction"]?.boolean == true }.map { finding in
            PageTable.Line(
                finding.said("text"), code: finding.said("number"),
                url: ActionLinks.finding(finding.said("number"), of: pilot))
        }
        lacking = unanswered.isEmpty ? nil : PageTable.Lines(lines: unanswered)
        self.findings = Self.findings(findings, of: pilot)
        self.actions = ActionTables.actions(actions, of: pilot, "Actions, those due first")
        timeline = ActionTimeline(actions, today: json.said("today"))
        form = caller.grants(.pilotsWrite) ? ActionForms.finding(json, sent: refused?.sent) : nil
    }

    private static func findings(_ findings: [JSONValue], of pilot: String) -> PageTable? {
        PageTable(
            "Findings, and the number that each rests on as it was then",
            ["Finding", "Strength", "About", "Number", "Answer"],
            rows: findings.map { finding in
                let actions = finding.entries("actions").count
                let answer =
                    finding["rejection"] != nil
                    ? PageTable.Content("rejected", note: finding["rejection"]?.said("reason"))
                    : finding["lacksAction"]?.boolean == true
                        ? PageTable.Content("lacks an action", tone: "bad")
                        : PageTable.Content(actions == 1 ? "1 action" : "\(actions) actions")
                return [
                    PageTable.Content(
                        finding.said("text"), code: finding.said("number"),
                        url: ActionLinks.finding(finding.said("number"), of: pilot)),
                    PageTable.Content(finding.said("strength")), PageTable.Content(ActionWords.about(finding)),
                    finding["metric"].map { metric in
                        PageTable.Content(ActionWords.value(metric), note: ActionWords.metric(metric))
                    } ?? PageTable.Content(finding.said("source")),
                    answer,
                ]
            })
    }
}

/// What a form sent that is refused, and why.
struct RefusedForm {
    let sent: SentPageForm
    let reason: String
}

/// Tables of actions.
enum ActionTables {
    static func actions(_ actions: [JSONValue], of pilot: String, _ caption: String) -> PageTable? {
        PageTable(
            caption, ["Action", "State", "Kind", "Owner", "Due", "Effect"],
            rows: actions.map { action in
                [
                    PageTable.Content(
                        action.said("text"), code: action.said("id"),
                        url: ActionLinks.action(action.said("id"), of: pilot)),
                    ActionWords.state(action.said("state")), PageTable.Content(action.said("kind")),
                    PageTable.Content(
                        action["owner"]?.said("organisation") ?? "", note: action["owner"]?.said("role")),
                    ActionWords.due(action), effect(action),
                ]
            })
    }

    private static func effect(_ action: JSONValue) -> PageTable.Content {
        guard let effect = action["effect"] else { return PageTable.Content("not looked at yet", tone: "calm") }
        return PageTable.Content(
            effect.saidIfAny("change").map(PageFigure.change) ?? ActionWords.value(effect["after"]),
            note: "in \(effect.said("pilot"))")
    }
}
