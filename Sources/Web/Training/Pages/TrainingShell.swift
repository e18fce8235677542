internal import Operations

/// What every page of the training shows around its own content.
struct TrainingShell {
    /// A link to a page that is always near.
    struct Link {
        let label: String
        let url: String
        let isCurrent: Bool
    }

    let tools: [Link]
    /// For whom the page was made, and so what is on it.
    let reader: String

    /// - Parameter path: The page's path.
    init(_ caller: Caller, path: String) {
        var tools = [("Pilots and curricula", TrainingLinks.pilots)]
        if let partner = caller.partnerCode { tools.append(("Needs and targets", TrainingLinks.partner(partner))) }
        tools += [
            ("Data for evaluation", "/evaluation"), ("Syntheses", "/syntheses"),
            ("Methodology", MethodologyLinks.newest), ("Competence framework", "/framework"),
            ("Interfaces", "/api/docs"),
        ]
        self.tools = tools.map { label, url in Link(label: label, url: url, isCurrent: url == path) }
        let extent = caller.partnerCode.map { "what the partner \($0) may see" } ?? "the whole scheme"
        reader = "Read with the key \(caller.name): \(extent)."
    }
}

/// How far something has come, for people.
struct TrainingState {
    let label: String
    /// The class that colours it.
    let tone: String

    init(_ state: String) {
        label = state
        switch state {
        case "running", "considered", "draft": tone = "open"
        case "reported", "published", "chosen": tone = "good"
        default: tone = "calm"
        }
    }

    init(label: String, tone: String) {
        self.label = label
        self.tone = tone
    }

    /// As a cell of a table.
    var content: PageTable.Content { PageTable.Content(label, chip: tone) }
}
