extension TableForm {
    /// How the tables of reports are shown, by their names.
    static func of(_ name: String) -> TableForm? { participation[name] ?? learning[name] ?? others[name] }

    private static var competence: Column { .named("Competence", "competence", "competence_name") }
    private static var instrument: Column {
        .made("Instrument") { $0.text("instrument_code") ?? $0.text("instrument") ?? "–" }
    }

    /// An estimate with its interval.
    private static func interval(_ title: String, _ low: String, _ high: String, places: Int = 2) -> Column {
        .made(title, isNumber: true) { row in
            Figure.interval(row.number(low), row.number(high)) { Figure.decimal($0, places: places) }
        }
    }

    private static func shareInterval(_ low: String = "share_low", _ high: String = "share_high") -> Column {
        .made("95 % interval", isNumber: true) { row in
            Figure.interval(row.number(low), row.number(high), Figure.percent)
        }
    }

    // MARK: - Who took part

    private static var participation: [String: TableForm] {
        [
            "pilot_overview": TableForm(
                caption: "People of the pilot",
                columns: [
                    .text("Pilot", "pilot"), .named("Profile", "profile", "profile_name"),
                    .count("Enrolled", "enrolled"),
                    .count("Active", "active"), .count("Tested before", "with_pre_test"),
                    .count("Tested after", "with_post_test"), .count("Passed", "passed"),
                    .count("With an award", "awarded"), .count("Credentials", "credentials"),
                ]),
            "response_rate": TableForm(
                caption: "Responses by instrument and phase",
                columns: [
                    instrument, .text("Phase", "phase"), .text("Of", "basis"), .count("People"),
                    .count("Returned", "returned"), .share("Share", "share"), shareInterval(),
                ]),
            "missingness": TableForm(
                caption: "Items that not everybody answered",
                columns: [
                    .text("Item", "item_text"), instrument, .text("Phase", "phase"), .count("Asked", "asked"),
                    .count("Missing", "n_missing"), .share("Share", "share_missing"), .count("Omitted", "omitted"),
                    .count("Declined", "declined"), .count("Not told", "not_told"),
                ],
                isShown: { $0.isSuppressed || ($0.whole("n_missing") ?? 0) > 0 }),
            "funnel": TableForm(
                caption: "From enrolment to follow-up",
                columns: [
                    .text("Step", "step"), .count("People"), .share("Of the enrolled", "share_of_enrolled"),
                    .share("Of the step before", "share_of_previous"),
                ]),
            "attendance": TableForm(
                caption: "Attendance by session",
                columns: [
                    .text("Session", "session_title"), .text("Day", "held_on"), .count("Expected"),
                    .count("Present", "attended"), .share("Share", "share"), shareInterval(),
                ]),
            "time_on_task": TableForm(
                caption: "Hours, as platforms report them",
                columns: [
                    .made("Of", { $0.text("verb").map { String($0.split(separator: "/").last ?? "") } ?? "–" }),
                    .count("People"), .decimal("Planned", "planned_hours", places: 1),
                    .decimal("Median", "median_hours", places: 1),
                    interval("Middle half", "quartile_1_hours", "quartile_3_hours", places: 1),
                    .share("Median of planned", "median_share_of_planned"),
                ]),
            "dropout_point": TableForm(
                caption: "The last sign of those who did not complete",
                columns: [
                    .made("Activity", { $0.text("session_title") ?? $0.text("last_activity") ?? "–" }),
                    .count("People"),
                    .share("Share", "share"),
                ]),
            "attrition_bias": TableForm(
                caption: "Where those who left stood before, beside those who stayed",
                columns: [
                    .count("Stayed", "stayers"), .count("Left", "leavers"),
                    .decimal("Mean of stayers", "stayers_mean"), .decimal("Mean of leavers", "leavers_mean"),
                    .decimal("Difference", "difference"), .decimal("g", "g"),
                ]),
        ]
    }

    // MARK: - What they learned

    private static var learning: [String: TableForm] {
        let gain: [Column] = [
            .count("Pairs"), .decimal("Before", "pre_mean"), .decimal("After", "post_mean"),
            .made("Gain", isNumber: true, { $0.number("gain_mean").map { Figure.change($0) } ?? "–" }),
            interval("95 % interval", "gain_low", "gain_high"), .decimal("d (average)", "d_av"),
            .decimal("Hedges’ g", "g_av"), .decimal("Normalised gain", "normalised_gain"),
            // By the methodology no p value is told of fewer than ten.
            .made("p", isNumber: true, { ($0.whole("n") ?? 0) < 10 ? "–" : Figure.probability($0.number("p")) }),
        ]
        return [
            "gain": TableForm(caption: "Gain over all tests", columns: [.text("Pilot", "pilot")] + gain),
            "gain_by_competence": TableForm(caption: "Gain by competence", columns: [competence] + gain),
            "gain_by_profile": TableForm(
                caption: "Gain by profile", columns: [.named("Profile", "profile", "profile_name")] + gain),
            "level_transition": TableForm(
                caption: "Moves between levels",
                columns: [
                    competence, .text("Found by", "measure"), .text("Before", "level_before"),
                    .text("After", "level_after"), .count("People"), .share("Share", "share"),
                ], isShown: { !$0.isSuppressed }),
            "target_attainment": TableForm(
                caption: "Target levels reached",
                columns: [
                    competence, .named("Profile", "profile", "profile_name"), .count("Target", "target_level"),
                    .count("With a level"), .count("Reached", "reached"), .share("Share", "share_reached"),
                    shareInterval(), .decimal("Mean gap", "mean_gap"),
                ], isShown: { ($0.whole("n") ?? 1) > 0 }),
            "item_analysis": TableForm(
                caption: "Items of tests",
                columns: [
                    .text("Item", "item_text"), instrument, .text("Phase", "phase"), .count("People"),
                    .decimal("Difficulty", "difficulty"), .decimal("Discrimination", "discrimination"),
                ]),
            "item_mcnemar": TableForm(
                caption: "Items asked before and after",
                columns: [
                    .text("Item", "item_text"), .text("Competence", "competence"), .count("Pairs"),
                    .share("Right before", "share_before"), .share("Right after", "share_after"),
                    .made("p (Holm)", isNumber: true, { Figure.probability($0.number("p_holm")) }),
                ]),
            "distractor": TableForm(
                caption: "Wrong options that the upper third chose",
                columns: [
                    .text("Item", "item_text"), .text("Option", "option"), .count("People"), .share("Share", "share"),
                    .share("Of the upper third", "share_of_upper_third"),
                    .share("Of the lower third", "share_of_lower_third"),
                ],
                isShown: { !$0.flag("is_key") && ($0.number("share_of_upper_third") ?? 0) > 0 }),
            "reliability": TableForm(
                caption: "Reliability of instruments",
                columns: [
                    instrument, .text("Phase", "phase"), .count("Items", "items"), .count("People"),
                    .decimal("Alpha", "alpha"), .decimal("Mean", "total_mean"), .decimal("SD", "total_sd"),
                ]),
            "confidence_commitment": aspects("Confidence and commitment"),
            "reaction_summary": aspects("Reaction by aspect"),
            "likert": TableForm(
                caption: "Answers on scales",
                columns: [
                    .text("Item", "item_text"),
                    .made("Option", { $0.text("option_label") ?? $0.text("option") ?? "–" }), .count("Answers", "n"),
                    .count("People", "people"), .share("Share", "share"), .share("Top two", "top_2_share"),
                    .decimal("Median", "median", places: 1),
                ]),
            "credential_status": TableForm(
                caption: "Levels found, and their credentials",
                columns: [
                    competence, .count("Level", "level"), .count("People"), .count("Waiting", "pending"),
                    .count("Valid", "valid"), .count("Expired", "expired"), .count("Revoked", "revoked"),
                ]),
        ]
    }

    private static func aspects(_ caption: String) -> TableForm {
        TableForm(
            caption: caption,
            columns: [
                .text("Aspect", "aspect"), instrument, .count("Items", "items"), .count("People"),
                .decimal("Mean (0 to 1)", "mean"), interval("95 % interval", "mean_low", "mean_high"),
                .share("Favourable", "share"), shareInterval(),
            ])
    }

    // MARK: - What came of it

    private static var others: [String: TableForm] {
        [
            "coverage": TableForm(
                caption: "What the curriculum teaches and assesses of what the profiles demand",
                columns: [
                    competence, .text("Profile", "profile"), .count("Target", "target_level"),
                    .count("Taught", "taught_level"), .count("Assessed", "assessed_level"),
                ]),
            "cost": TableForm(
                caption: "Cost",
                columns: [
                    .text("Pilot", "pilot"), .text("Currency", "currency"), .decimal("Total", "total"),
                    .count("People"), .decimal("Per participant", "per_participant"),
                    .decimal("Per completer", "per_completer"), .decimal("Per level gained", "per_level"),
                ]),
            "gap_profile": TableForm(
                caption: "Levels beside targets",
                columns: [
                    competence, .text("Found by", "measure"), .text("Phase", "phase"), .count("Target", "target_level"),
                    .count("People"), .decimal("Median", "median_level", places: 1), .decimal("Mean", "mean_level"),
                    .decimal("Mean gap", "mean_gap"),
                ], isShown: { ($0.whole("n") ?? 1) > 0 }),
            "calibration": TableForm(
                caption: "Own judgement beside the assessed level",
                columns: [
                    competence, .count("People"), .decimal("Bias", "bias"),
                    .decimal("Mean absolute error", "mean_absolute_error"),
                    .decimal("Rank correlation", "rank_correlation"), .share("Too high", "share_over"),
                    .share("Exact", "share_exact"), .share("Too low", "share_under"),
                ]),
            "transfer": TableForm(
                caption: "Applied at work",
                columns: [
                    competence, .count("Months after", "months_after"), .count("Followed up"),
                    .count("Applied", "applied"), .share("Share", "share"), shareInterval(),
                ]),
            "manager_agreement": TableForm(
                caption: "Agreement of people and their line managers",
                columns: [
                    .count("Months after", "months_after"), .count("People", "people"), .count("Ratings"),
                    .share("Agree", "agreement"), .decimal("Kappa", "kappa"),
                ]),
            "pilot_comparison": TableForm(
                caption: "Effects of pilots on the same target, not a ranking",
                columns: [
                    .text("Pilot", "pilot"), .named("Profile", "profile", "profile_name"), .count("Pairs"),
                    .decimal("Hedges’ g", "g_av"), interval("95 % interval", "g_av_low", "g_av_high"),
                    .decimal("Pooled", "pooled_mean"), interval("Its interval", "pooled_low", "pooled_high"),
                    .share("I²", "i_squared"),
                ]),
            "published.gain": TableForm(
                caption: "Gain of published pilots",
                columns: [
                    .text("Pilot", "pilot"), .text("Profile", "profile"), range("Pairs", "pairs"),
                    .decimal("Gain", "gain_mean"), interval("95 % interval", "gain_low", "gain_high"),
                    .decimal("Hedges’ g", "g_av"),
                ]),
            "published.pooled_gain": TableForm(
                caption: "Gain over published pilots",
                columns: [
                    .text("Framework", "framework"), .text("Profile", "profile"), .count("Pilots"),
                    .decimal("Gain", "gain_mean"), interval("95 % interval", "gain_low", "gain_high"),
                    .share("I²", "i_squared"),
                ]),
            "published.pilots": TableForm(
                caption: "Pilots that are published",
                columns: [
                    .text("Pilot", "pilot"), .text("Title", "title"), .named("Profile", "profile", "profile_name"),
                    .text("From", "starts_on"), .text("Until", "ends_on"), range("People", "n"),
                ]),
            "published.participants": published("Participants", "people", extra: [.text("Profile", "profile_name")]),
            "published.funnel": published(
                "From enrolment to follow-up", "people", extra: [.text("Step", "step")], hasShare: true),
            "published.response_rate": published(
                "Responses", "returned",
                extra: [.text("Instrument", "instrument_code"), .text("Phase", "phase")], hasShare: true),
            "published.reaction": published("Reaction", "answered", extra: [.text("Item", "item_text")]),
            "published.target_attainment": published(
                "Target levels reached", "reached", extra: [competence], hasShare: true),
            "published.transfer": published(
                "Applied at work", "applied", extra: [.text("Months after", "months_after")], hasShare: true),
            "findings": TableForm(
                caption: "Findings, and the number that each rests on",
                columns: [
                    .text("Number", "finding"), .text("Finding", "text"), .text("Strength", "strength"),
                    .made("About", about), .made("Rests on", metric), .made("Answer", answer),
                ]),
            "feedback_actions": actions("Actions"),
            "earlier_actions": TableForm(
                caption: "Actions of earlier runs, and their effect in this one",
                columns: [
                    .text("Pilot", "pilot"), .text("Action", "text"),
                    .made("State", { ($0.text("state") ?? "–").replacing("_", with: " ") }),
                    .made("Number", { "\($0.text("metric_view") ?? "–") \($0.text("metric_column") ?? "")" }),
                    .decimal("Then", "value_before", places: 3), .decimal("Now", "value_after", places: 3),
                    .made("Change", isNumber: true, { Figure.change($0.number("change"), places: 3) }),
                ]),
            "data_quality": TableForm(
                caption: "Statements that do not fit the profile, or have notes",
                columns: [
                    .text("Source", "source"),
                    .made("What", { $0.text("note") ?? $0.text("template_name") ?? "–" }), .text("Demand", "demand"),
                    .count("Statements", "n"), .count("That do not fit", "violations"),
                ], isShown: { ($0.whole("violations") ?? 1) > 0 }),
        ]
    }

    private static func actions(_ caption: String) -> TableForm {
        TableForm(
            caption: caption,
            columns: [
                .text("Number", "action"), .text("Finding", "finding"), .text("Action", "text"), .text("Kind", "kind"),
                .made("Owner", { "\($0.text("owner_role") ?? ""), \($0.text("owner_organisation") ?? "")" }),
                .made("Due", { ($0.text("due_on") ?? "–") + ($0.flag("overdue") ? ", overdue" : "") }),
                .made("State", { ($0.text("state") ?? "–").replacing("_", with: " ") }),
            ])
    }

    /// A number that is told as a range, since others could be computed from the exact one.
    private static func range(_ title: String, _ column: String) -> Column {
        .made(title, isNumber: true) { row in
            guard let low = row.text(column + "_from") else { return "–" }
            guard let high = row.text(column + "_to"), high != low else { return low }
            return "\(low) to \(high)"
        }
    }

    private static func published(
        _ caption: String, _ count: String, extra: [Column], hasShare: Bool = false
    ) -> TableForm {
        let share: [Column] =
            hasShare
            ? [
                .made("Share", isNumber: true) { row in
                    Figure.interval(row.number("share_from"), row.number("share_to"), Figure.percent)
                }
            ] : []
        return TableForm(
            caption: caption + ", as published",
            columns: [.text("Pilot", "pilot")] + extra + [range("Of", "n"), range("People", count)] + share)
    }

    private static func about(_ row: FrozenRow) -> String {
        let level = row.whole("kirkpatrick_level").map { "level \($0)" }
        let told = [row.text("criterion"), level].compactMap(\.self)
        return told.isEmpty ? "–" : told.joined(separator: ", ")
    }

    private static func metric(_ row: FrozenRow) -> String {
        guard let view = row.text("metric_view") else { return row.text("source") ?? "–" }
        let value =
            row.isSuppressed
            ? "hidden, too few people"
            : Figure.decimal(row.number("value"), places: 3) + ", n = \(row.text("n") ?? "–")"
        return "\(view).\(row.text("metric_column") ?? ""): \(value)"
    }

    private static func answer(_ row: FrozenRow) -> String {
        if let reason = row.text("rejection_reason") { return "rejected: \(reason)" }
        if row.flag("lacks_action") { return "lacks an action" }
        let actions = row.whole("actions") ?? 0
        return actions == 1 ? "1 action" : "\(actions) actions"
    }
}
