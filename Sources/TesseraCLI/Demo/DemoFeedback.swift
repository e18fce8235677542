import JSON

/// What the demonstration's evaluation finds in the first run, and what the cities do about it; invented.
enum DemoFeedback {
    /// The competence in which the second run does better.
    static let competence = "B3"

    /// The findings, in their order; the first has an action that goes all the way.
    static var findings: [[UInt8]] {
        [
            document { writer in
                writer.member(
                    "text",
                    string:
                        "In mediation and de-escalation people gain less than the old town by night demands of them.")
                writer.member("kirkpatrickLevel", number: 2)
                writer.member("criterion", string: "effectiveness")
                writer.member("strength", string: "must")
                writer.member(
                    "metric",
                    object: { writer in
                        writer.member("view", string: "gain_by_competence")
                        writer.member("key", object: { $0.member("competence", string: competence) })
                        writer.member("column", string: "gain_mean")
                    })
            },
            document { writer in
                writer.member(
                    "text",
                    string: "Nobody is asked what people apply at work: no follow-up is planned for the months after.")
                writer.member("kirkpatrickLevel", number: 3)
                writer.member("strength", string: "must")
                writer.member("source", string: "The pilot's plan")
            },
        ]
    }

    /// What is done about the first finding.
    static var action: [UInt8] {
        document { writer in
            writer.member("kind", string: "delivery")
            writer.member(
                "text", string: "Give mediation and de-escalation a second exercise, at night and with actors.")
            writer.member(
                "owner",
                object: { writer in
                    writer.member("organisation", string: "City of Riga")
                    writer.member("role", string: "Training coordinator")
                })
            writer.member("dueOn", string: "2026-08-31")
            writer.member("role", string: "Evaluator")
        }
    }

    /// The steps up to where the owner reports it done.
    ///
    /// - Parameter evidence: Web address of what shows that it is.
    static func steps(evidence: String) -> [[UInt8]] {
        [
            document { writer in
                writer.member("state", string: "accepted")
                writer.member("role", string: "Training coordinator")
            },
            document { writer in
                writer.member("state", string: "in_progress")
                writer.member("role", string: "Training coordinator")
                writer.member("note", string: "The theatre school lends four actors.")
            },
            document { writer in
                writer.member("state", string: "done")
                writer.member("evidence", string: evidence)
                writer.member("role", string: "Training coordinator")
            },
        ]
    }

    /// What a second person says of it.
    static var verification: [UInt8] {
        document { writer in
            writer.member("state", string: "verified")
            writer.member("role", string: "Head of the mediation association")
            writer.member("note", string: "I was there.")
        }
    }

    /// Looks at the effect in a later run.
    static func effect(in pilot: String) -> [UInt8] { document { $0.member("pilot", string: pilot) } }

    private static func document(_ content: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(content)
        return writer.bytes
    }
}
