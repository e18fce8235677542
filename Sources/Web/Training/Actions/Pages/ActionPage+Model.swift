internal import JSON
internal import Operations

/// The page of an action: who does it until when, how it came so far, and what came of it.
struct ActionPage {
    let shell: TrainingShell
    let number: String
    let heading: String
    let pilot: String
    let registerURL: String
    let refusal: String?
    let state: TrainingState
    let overdue: Bool
    let facts: [FindingPage.Fact]
    /// The number before and after.
    let effect: PageTable?
    let noEffect: String
    let history: PageTable?
    let forms: [PageForm]

    /// - Parameters:
    ///   - json: As `FindingStore.page` has it.
    ///   - refused: What was sent and is refused, with the reason.
    /// - Returns: nil when the pilot has no such action.
    init?(_ json: JSONValue, _ number: Int64, for caller: Caller, path: String, refused: RefusedForm? = nil) {
        guard let action = json.entries("actions").first(where: { $0["id"]?.integer == number }) else { return nil }
        shell = TrainingShell(caller, path: path)
        self.number = "\(number)"
        heading = action.said("text")
        let pilot = json.said("code")
        self.pilot = json.said("title")
        registerURL = ActionLinks.register(pilot)
        refusal = refused?.reason
        state = TrainingState(action: action.said("state"))
        overdue = action["overdue"]?.boolean == true
        facts = Self.facts(action, of: pilot)
        effect = Self.effect(action, of: pilot)
        noEffect =
            action["metric"] == nil
            ? "The finding rests on no number, so there is none to compare."
            : json.entries("nextRuns").isEmpty
                ? "Not yet: there is no later pilot of the same curriculum that you may see."
                : ["done", "verified"].contains(action.said("state"))
                    ? "Not looked at yet." : "Not yet: it is looked at once the action is done."
        history = Self.history(action)
        forms =
            caller.grants(.pilotsWrite)
            ? ActionForms.steps(action, in: json, for: caller, sent: refused?.sent) : []
    }

    private static func facts(_ action: JSONValue, of pilot: String) -> [FindingPage.Fact] {
        typealias Fact = FindingPage.Fact
        let finding = action["finding"] ?? action
        let owner = action["owner"] ?? action
        var facts = [
            Fact(
                name: "Finding",
                content: PageTable.Content(
                    finding.said("text"), code: finding.said("number"),
                    url: ActionLinks.finding(finding.said("number"), of: pilot), note: finding.said("strength"))),
            Fact(name: "Changes", content: PageTable.Content(action.said("kind"))),
            Fact(name: "Owner", content: PageTable.Content(owner.said("organisation"), note: owner.said("role"))),
            Fact(name: "Due", content: ActionWords.due(action)),
        ]
        if let response = action.saidIfAny("response") {
            facts.append(Fact(name: "Response", content: PageTable.Content(response, note: action.saidIfAny("reason"))))
        }
        if let evidence = action.saidIfAny("evidence") {
            facts.append(
                Fact(name: "Evidence", content: PageTable.Content(evidence, url: FrameworkShell.webAddress(evidence))))
        }
        if let proposal = action["proposal"], let framework = proposal["framework"] {
            let segments = [framework.said("code"), framework.said("version")].map(PathSegment.encoded)
            facts.append(
                Fact(
                    name: "Proposal",
                    content: PageTable.Content(
                        "\(proposal.said("title")) (\(framework.said("code")) \(framework.said("version")))",
                        code: proposal.said("number"),
                        url: "/framework/\(segments.joined(separator: "/"))/proposals/\(proposal.said("number"))",
                        note: proposal.said("status"))))
        }
        for (name, member) in [("Takes up", "reopenedFrom"), ("Taken up by", "reopenedAs")] {
            guard let other = action.saidIfAny(member) else { continue }
            facts.append(
                Fact(
                    name: name,
                    content: PageTable.Content("Action \(other)", url: ActionLinks.action(other, of: pilot))))
        }
        return facts
    }

    private static func effect(_ action: JSONValue, of pilot: String) -> PageTable? {
        guard let effect = action["effect"], let metric = action["metric"] else { return nil }
        func row(_ name: String, _ code: String, _ measured: JSONValue?) -> [PageTable.Content] {
            [
                PageTable.Content(name, url: TrainingLinks.pilot(code), note: code),
                PageTable.Content(ActionWords.value(measured)),
                PageTable.Content(PageFigure.minute(measured?.said("asOf") ?? "")),
            ]
        }
        let change = effect.saidIfAny("change").map(PageFigure.change) ?? "not told: a number is hidden"
        return PageTable(
            ActionWords.metric(metric), ["Run", "Number", "As of"],
            rows: [
                row("Before", pilot, effect["before"]), row("After", effect.said("pilot"), effect["after"]),
            ],
            totals: [[PageTable.Content("Change"), PageTable.Content(change), PageTable.Content("")]])
    }

    private static func history(_ action: JSONValue) -> PageTable? {
        PageTable(
            "Every step, the first one first", ["When", "State", "By the key", "As", "Note"],
            rows: action.entries("history").map { step in
                let from = step.saidIfAny("from").map { "\(ActionWords.label(ofState: $0)) → " } ?? ""
                return [
                    PageTable.Content(PageFigure.minute(step.said("at"))),
                    PageTable.Content(from + ActionWords.label(ofState: step.said("to"))),
                    PageTable.Content(step.saidIfAny("by") ?? "not told"),
                    PageTable.Content(step.saidIfAny("role") ?? "–"),
                    PageTable.Content(step.saidIfAny("note") ?? "–"),
                ]
            })
    }
}

extension TrainingState {
    /// How far an action is.
    init(action state: String) {
        let content = ActionWords.state(state)
        self.init(label: content.text, tone: content.chip ?? "calm")
    }
}
