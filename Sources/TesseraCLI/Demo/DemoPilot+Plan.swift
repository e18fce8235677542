import JSON

/// How the demonstration's pilot is planned: training days, trainers, costs, instruments and invitations.
extension DemoPilot {
    func writePlan(to writer: inout JSONWriter) {
        writer.member(
            "plan",
            object: { writer in
                writer.member("sessions", array: writeSessions)
                writer.member(
                    "trainers",
                    array: { writer in
                        for (role, organisation) in [
                            ("lead trainer", "Police academy (invented)"),
                            ("mediator", "Mediation association (invented)"),
                        ] {
                            writer.object { writer in
                                writer.member("role", string: role)
                                writer.member("organisation", string: organisation)
                                writer.member("hours", number: 21)
                            }
                        }
                    })
                writer.member(
                    "costs",
                    array: { writer in
                        for (category, amount) in [("trainers", 4200), ("rooms", 900), ("materials", 350)] {
                            writer.object { writer in
                                writer.member("category", string: category)
                                writer.member("amount", number: amount)
                                writer.member("currency", string: "EUR")
                            }
                        }
                    })
            })
    }

    private func writeSessions(to writer: inout JSONWriter) {
        for (number, day) in [(1, "07"), (2, "12"), (3, "17")] {
            writer.object { writer in
                writer.member("heldOn", string: "\(run.month)-\(day)")
                writer.member("hours", number: 7)
                writer.member("title", string: "Training day \(number)")
                writer.member("iri", string: "\(curriculumIRI)/sessions/\(number)")
            }
        }
    }

    func writeInstruments(to writer: inout JSONWriter) {
        writer.member(
            "instruments",
            array: { writer in
                for use in DemoInstruments.uses {
                    writer.object { writer in
                        writer.member("code", string: use.code)
                        writer.member("version", string: DemoInstruments.version)
                        writer.member("phase", string: use.phase)
                    }
                }
            })
        // Who has left by then is not asked.
        let staying = learners.count { !$0.withdraws }
        writer.member(
            "invitations",
            array: { writer in
                for use in DemoInstruments.uses {
                    writer.object { writer in
                        writer.member("instrument", string: use.code)
                        writer.member("version", string: DemoInstruments.version)
                        writer.member("phase", string: use.phase)
                        writer.member("invited", number: use.phase == "pre" ? learners.count : staying)
                    }
                }
            })
    }
}
