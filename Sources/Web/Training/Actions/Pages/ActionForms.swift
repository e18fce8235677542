internal import JSON
internal import Operations

/// The forms of the pages of findings and actions.
enum ActionForms {
    private typealias Field = PageForm.Field
    private typealias Option = PageForm.Option

    /// Notes a finding.
    static func finding(_ json: JSONValue, sent: SentPageForm?) -> PageForm {
        let views = json.entries("views")
        let chosen = sent?.values["view"] ?? ""
        return PageForm(
            "finding", to: ActionLinks.findings(json.said("code")), "Note a finding", button: "Note it",
            note: "The number is read now and kept with the finding. Name nobody.",
            fields: [
                Field("text", "What was found", .area),
                Field(
                    "strength", "How strongly is something recommended?", .choice, value: "should",
                    options: ["must", "should", "could"].map { Option(value: $0, label: $0) }),
                Field(
                    "criterion", "Criterion", .choice, isRequired: false,
                    options: [Option(value: "", label: "none")]
                        + ["effectiveness", "efficiency", "relevance", "coherence", "eu-added-value"].map {
                            Option(value: $0, label: ActionWords.criteria[$0] ?? $0)
                        }),
                Field(
                    "level", "Kirkpatrick level", .choice, value: "2", isRequired: false,
                    options: [Option(value: "", label: "none")]
                        + ["1", "2", "3", "4"].map {
                            Option(value: $0, label: "\($0), \(ActionWords.levels[$0] ?? "")")
                        }, pointer: "/kirkpatrickLevel"),
                Field(
                    "view", "View that has the number", .choice, value: chosen, isRequired: false,
                    options: [Option(value: "", label: "none")]
                        + views.map { Option(value: $0.said("name"), label: $0.said("name")) },
                    pointer: "/metric/view"),
                Field(
                    "column", "Column that has it", hint: "Such as gain_mean.", isRequired: false,
                    pointer: "/metric/column"),
                Field(
                    "key", "Which row of the pilot", .area,
                    hint: "A line each: a column, an equals sign, its value. Such as competence = B3.",
                    isRequired: false, pointer: "/metric/key"),
                Field("source", "How else it is known", hint: "Such as interviews.", isRequired: false),
            ], sent: sent)
    }

    /// Proposes what is done about a finding.
    static func action(about finding: JSONValue, of pilot: String, sent: SentPageForm?) -> PageForm {
        let kinds = ["curriculum", "instrument", "framework", "delivery", "organisation", "data"]
        return PageForm(
            "action", to: ActionLinks.finding(finding.said("number"), of: pilot) + "/actions", "Propose an action",
            button: "Propose it",
            fields: [
                Field("text", "What is to be done", .area),
                Field(
                    "kind", "What it changes", .choice, value: "curriculum",
                    options: kinds.map { Option(value: $0, label: $0) }),
                Field("organisation", "Organisation that does it", pointer: "/owner/organisation"),
                Field(
                    "ownerRole", "Role of who does it there", hint: "A role, no name: such as training coordinator.",
                    pointer: "/owner/role"),
                Field("dueOn", "Until when", .day),
                Field("role", "Your role", isRequired: false), Field("note", "Note", .area, isRequired: false),
            ], sent: sent)
    }

    /// Tells why nothing is done about a finding.
    static func rejection(of finding: JSONValue, of pilot: String, sent: SentPageForm?) -> PageForm {
        PageForm(
            "rejection", to: ActionLinks.finding(finding.said("number"), of: pilot) + "/rejection",
            "Reject the finding", button: "Reject it", fields: [Field("reason", "Why nothing is done about it", .area)],
            sent: sent)
    }

    /// Whatever can happen to an action next.
    static func steps(_ action: JSONValue, in json: JSONValue, for caller: Caller, sent: SentPageForm?) -> [PageForm] {
        let address = ActionLinks.action(action.said("id"), of: json.said("code"))
        let state = action.said("state")
        var forms = action.entries("next").compactMap(\.string).filter { next in
            // Who reported it done does not verify it.
            next != "verified" || doneBy(action) != caller.name
        }.map { step(to: $0, from: state, at: address, sent: sent) }
        if action.said("kind") == "framework", action["proposal"] == nil,
            ["proposed", "accepted", "in_progress"].contains(state), caller.grants(.frameworkPropose)
        {
            forms.append(proposal(json, action, at: address, sent: sent))
        }
        if ["done", "verified"].contains(state), action["metric"] != nil, !json.entries("nextRuns").isEmpty {
            forms.append(effect(json, at: address, sent: sent))
        }
        if ["verified", "rejected", "superseded"].contains(state), action["reopenedAs"] == nil {
            forms.append(
                PageForm(
                    "reopening", to: address + "/reopening", "Take it up again", button: "Take it up",
                    note: "A new action is made that names this one as its predecessor.",
                    fields: [Field("reason", "Why", .area), Field("dueOn", "Until when", .day), role], sent: sent))
        }
        return forms
    }

    /// Who reported an action done last, by key.
    private static func doneBy(_ action: JSONValue) -> String? {
        action.entries("history").last { $0.said("to") == "done" && $0.saidIfAny("from") != "done" }?.saidIfAny("by")
    }

    private static var role: Field { Field("role", "Your role", isRequired: false) }

    private static func step(to next: String, from state: String, at address: String, sent: SentPageForm?) -> PageForm {
        func form(_ summary: String, _ button: String, note: String? = nil, _ fields: [Field]) -> PageForm {
            PageForm(
                next == state ? "change" : next, to: address + "/state", summary, button: button, note: note,
                fields: [.hidden("state", next)] + fields, sent: sent)
        }
        let note = Field("note", "Note", .area, isRequired: false)
        let why = Field("note", "Why", .area)
        return switch next {
        case state:
            form(
                "Change the date, or add a note", "Keep the change",
                [Field("dueOn", "Until when, if that changes", .day, isRequired: false), why, role])
        case "accepted":
            form(
                "Accept it", "Accept it",
                [
                    Field(
                        "response", "Response", .choice, value: "accepted",
                        options: [
                            Option(value: "accepted", label: "accepted"), Option(value: "partly", label: "partly"),
                        ]),
                    Field(
                        "reason", "Reason", .area, hint: "Required where it is accepted partly.", isRequired: false),
                    role,
                ])
        case "rejected": form("Reject it", "Reject it", [Field("reason", "Why it is not done", .area), role])
        case "in_progress" where state == "done":
            form("Send it back", "Send it back", [why, role])
        case "in_progress": form("Begin it", "Begin it", [role, note])
        case "done":
            form(
                "Report it done", "Report it done", note: "A second person verifies it, with another key.",
                [
                    Field(
                        "evidence", "Web address of what shows that it is done", .address, value: "",
                        hint: "Whoever verifies it looks there.", isRequired: state != "done"),
                    role, note,
                ])
        case "verified":
            form("Verify it", "It is done as told", note: "You looked at the evidence.", [role, note])
        default: form("Supersede it", "Supersede it", [why, role])
        }
    }

    private static func effect(_ json: JSONValue, at address: String, sent: SentPageForm?) -> PageForm {
        let runs = json.entries("nextRuns")
        return PageForm(
            "effect", to: address + "/effect", "Look at the effect", button: "Look at it",
            note: "The same number is read in a later run of the curriculum, and kept.",
            fields: [
                Field(
                    "pilot", "Later run", .choice, value: runs.first?.said("code") ?? "",
                    options: runs.map { Option(value: $0.said("code"), label: $0.said("title")) })
            ], sent: sent)
    }

    private static func proposal(
        _ json: JSONValue, _ action: JSONValue, at address: String, sent: SentPageForm?
    ) -> PageForm {
        let drafts = json.entries("drafts").map { draft in
            Option(
                value: "\(draft.said("code")) \(draft.said("version"))",
                label: "\(draft.said("code")) \(draft.said("version"))")
        }
        return PageForm(
            "proposal", to: address + "/proposal", "Propose to change the framework", button: "Open the proposal",
            note: drafts.isEmpty ? "There is no draft of the framework to change now." : nil,
            fields: [
                Field("framework", "Draft", .choice, value: drafts.first?.value ?? "", options: drafts),
                Field("title", "Title"), Field("reason", "Reason", .area),
                Field("item", "Code of the area, competence, level or profile", pointer: "/edits/0/item"),
                Field(
                    "field", "Text that is changed", .choice, value: "fullStatement",
                    options: [
                        Option(value: "fullStatement", label: "statement"),
                        Option(value: "abbreviatedStatement", label: "short name"),
                        Option(value: "notes", label: "notes"),
                    ], pointer: "/edits/0/field"),
                Field("to", "What it should say", .area, pointer: "/edits/0"),
            ], sent: sent)
    }
}
