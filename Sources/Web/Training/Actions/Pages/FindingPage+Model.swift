internal import JSON
internal import Operations

/// The page of a finding: the number that it rests on, and what is done about it.
struct FindingPage {
    /// A fact about the finding.
    struct Fact {
        let name: String
        let content: PageTable.Content
    }

    let shell: TrainingShell
    let number: String
    let heading: String
    let pilot: String
    let registerURL: String
    let refusal: String?
    let lacks: Bool
    let facts: [Fact]
    let actions: PageTable?
    let forms: [PageForm]

    /// - Parameters:
    ///   - json: As `FindingStore.page` has it.
    ///   - refused: What was sent and is refused, with the reason.
    /// - Returns: nil when the pilot has no such finding.
    init?(_ json: JSONValue, _ number: Int64, for caller: Caller, path: String, refused: RefusedForm? = nil) {
        guard let finding = json.entries("findings").first(where: { $0["number"]?.integer == number }) else {
            return nil
        }
        shell = TrainingShell(caller, path: path)
        self.number = "\(number)"
        heading = finding.said("text")
        let pilot = json.said("code")
        self.pilot = json.said("title")
        registerURL = ActionLinks.register(pilot)
        refusal = refused?.reason
        lacks = finding["lacksAction"]?.boolean == true
        facts = Self.facts(finding)
        let about = json.entries("actions").filter { $0["finding"]?["number"]?.integer == number }
        actions = ActionTables.actions(about, of: pilot, "Actions about this finding")
        let isRejected = finding["rejection"] != nil
        let isOpen = about.contains { !["rejected", "superseded"].contains($0.said("state")) }
        forms =
            caller.grants(.pilotsWrite) && !isRejected
            ? [ActionForms.action(about: finding, of: pilot, sent: refused?.sent)]
                + (isOpen ? [] : [ActionForms.rejection(of: finding, of: pilot, sent: refused?.sent)])
            : []
    }

    private static func facts(_ finding: JSONValue) -> [Fact] {
        var facts = [
            Fact(name: "Recommendation", content: PageTable.Content(finding.said("strength"))),
            Fact(name: "About", content: PageTable.Content(ActionWords.about(finding))),
        ]
        if let metric = finding["metric"] {
            facts.append(
                Fact(
                    name: "Number then",
                    content: PageTable.Content(ActionWords.value(metric), note: ActionWords.metric(metric))))
            facts.append(Fact(name: "As of", content: PageTable.Content(PageFigure.minute(metric.said("asOf")))))
        }
        if let source = finding.saidIfAny("source") {
            facts.append(Fact(name: "Known from", content: PageTable.Content(source)))
        }
        let author = finding.saidIfAny("notedBy").map { ", with the key \($0)" } ?? ""
        facts.append(
            Fact(
                name: "Noted",
                content: PageTable.Content(PageFigure.minute(finding.said("notedAt")) + author)))
        if let rejection = finding["rejection"] {
            facts.append(
                Fact(
                    name: "Rejected",
                    content: PageTable.Content(
                        rejection.said("reason"), note: PageFigure.minute(rejection.said("at")))))
        }
        return facts
    }
}
