internal import JSON

/// The plan of a pilot as its page shows it.
struct PilotPlan {
    let phases: PageTable?
    let sessions: PageTable?
    let trainers: PageTable?
    let costs: PageTable?
    let isEmpty: Bool

    init(_ json: JSONValue) {
        let plan = json["plan"] ?? json
        phases = PageTable(
            "Phases of the evaluation design", ["Phase", "First day", "Last day"],
            rows: json.entries("phases").map { phase in
                [
                    PageTable.Content(Self.name(ofPhase: phase.said("phase"))),
                    PageTable.Content(phase.said("startsOn")), PageTable.Content(phase.said("endsOn")),
                ]
            })
        sessions = Self.sessions(plan, hours: json.saidIfAny("sessionHours"))
        trainers = PageTable(
            "Trainers, by role and organisation", ["Role", "Organisation", .number("Hours")],
            rows: plan.entries("trainers").map { trainer in
                [
                    PageTable.Content(trainer.said("role")), PageTable.Content(trainer.said("organisation")),
                    PageTable.Content(PageFigure.hours(trainer.saidIfAny("hours"))),
                ]
            },
            totals: Self.total(json.saidIfAny("trainerHours"), of: plan.entries("trainers").count))
        costs = PageTable(
            "Planned costs", ["Category", "Note", .number("Amount")],
            rows: plan.entries("costs").map { cost in
                [
                    PageTable.Content(cost.said("category")), PageTable.Content(cost.saidIfAny("note") ?? "–"),
                    PageTable.Content(PageFigure.amount(cost.said("amount"), cost.said("currency"))),
                ]
            },
            totals: json.entries("costTotals").map { total in
                [
                    PageTable.Content("Sum in \(total.said("currency"))"), PageTable.Content(""),
                    PageTable.Content(PageFigure.amount(total.said("amount"), total.said("currency"))),
                ]
            })
        isEmpty = phases == nil && sessions == nil && trainers == nil && costs == nil
    }

    private static func sessions(_ plan: JSONValue, hours: String?) -> PageTable? {
        let sessions = plan.entries("sessions")
        return PageTable(
            "Sessions in their order, with planned hours", ["Day", "Session", "Cohort", .number("Hours")],
            rows: sessions.map { session in
                [
                    PageTable.Content(session.said("heldOn")),
                    PageTable.Content(session.saidIfAny("title") ?? "Without a title"),
                    PageTable.Content(session.saidIfAny("cohort") ?? "all"),
                    PageTable.Content(PageFigure.hours(session.saidIfAny("hours"))),
                ]
            },
            totals: total(hours, of: sessions.count, columns: 4))
    }

    private static func total(_ hours: String?, of count: Int, columns: Int = 3) -> [[PageTable.Content]] {
        guard count > 1, let hours else { return [] }
        let empty = [PageTable.Content](repeating: PageTable.Content(""), count: columns - 2)
        return [[PageTable.Content("Together")] + empty + [PageTable.Content(PageFigure.hours(hours))]]
    }

    /// A phase, for people.
    static func name(ofPhase phase: String) -> String {
        switch phase {
        case "pre": "before the training"
        case "during": "during the training"
        case "post": "after the training"
        case "followup": "follow-up"
        default: phase
        }
    }
}
