import JSON

/// What the cities of the demonstration need and choose, and the curriculum that they make of it; invented.
struct DemoCurriculum {
    /// A definition to be sent to the server.
    struct Definition {
        /// What it defines, for people.
        let what: String
        let path: String
        /// The document that is put; nil for what is posted without one.
        let body: [UInt8]?
    }

    private struct Unit {
        let title: String
        let hours: Int
        let method: String
        let competences: [String]
    }

    let code = "local-police"
    let version = "2.0"
    let iri: String

    private static let units = [
        Unit(
            title: "Reading a place: safety walk and weak points", hours: 5, method: "site-visit",
            competences: ["A1", "A3"]),
        Unit(
            title: "Talking it down: mediation and de-escalation", hours: 4, method: "exercise", competences: ["B3"]),
        Unit(title: "Receiving people who report harm", hours: 3, method: "workshop", competences: ["B4"]),
        Unit(title: "Powers, rights and discretion", hours: 3, method: "seminar", competences: ["C3"]),
        Unit(
            title: "With residents: participation, diversity, trust", hours: 3, method: "workshop",
            competences: ["D1", "D3"]),
        Unit(
            title: "Presence, and the emergency plan in action", hours: 3, method: "simulation",
            competences: ["E1", "E3"]),
    ]

    private static let needs = [
        "riga": "Patrols in the old town at night are called to quarrels that grow before they arrive.",
        "torun": "Residents of the new estates do not know whom to tell what worries them.",
    ]

    /// Everything, in the order in which it is sent.
    var definitions: [Definition] {
        let cities = DemoLearner.cities.flatMap { city in
            [
                Definition(what: "The partner", path: "/api/partners/\(city.code)", body: Self.partner(city)),
                Definition(what: "Its needs", path: "/api/partners/\(city.code)/needs", body: Self.needs(of: city)),
                Definition(what: "Its targets", path: "/api/partners/\(city.code)/targets", body: Self.targets),
            ]
        }
        let path = "/api/curricula/\(code)"
        return cities + [
            Definition(what: "The curriculum", path: path, body: curriculum),
            Definition(what: "The curriculum's version", path: "\(path)/versions/\(version)", body: edition),
            Definition(what: "Its publication", path: "\(path)/versions/\(version)/publish", body: nil),
        ]
    }

    private static func partner(_ city: DemoLearner.City) -> [UInt8] {
        document { writer in
            writer.member("code", string: city.code)
            writer.member("name", string: city.name)
            writer.member("country", string: city.country)
        }
    }

    private static func needs(of city: DemoLearner.City) -> [UInt8] {
        document { writer in
            writer.member(
                "needs",
                array: { writer in
                    writer.object { writer in
                        writer.member("text", string: needs[city.code] ?? city.name)
                        framework(to: &writer)
                        writer.member("item", string: city.code == "riga" ? "B3" : "D1")
                        writer.member("priority", string: "high")
                        writer.member("source", string: "Safety walk with residents (invented)")
                        writer.member("notedOn", string: "2025-10-14")
                    }
                })
        }
    }

    private static var targets: [UInt8] {
        document { writer in
            writer.member(
                "targets",
                array: { writer in
                    for (profile, state) in [("P4", "chosen"), ("P5", "considered")] {
                        writer.object { writer in
                            framework(to: &writer)
                            writer.member("profile", string: profile)
                            writer.member("state", string: state)
                        }
                    }
                })
        }
    }

    private var curriculum: [UInt8] {
        Self.document { writer in
            writer.member("code", string: code)
            writer.member("title", string: "Local police: three days on integrated urban security")
            writer.member(
                "partners", array: { writer in for city in DemoLearner.cities { writer.string(city.code) } })
        }
    }

    private var edition: [UInt8] {
        Self.document { writer in
            writer.member("version", string: version)
            writer.member("iri", string: iri)
            Self.framework(to: &writer)
            writer.member("profiles", array: { $0.string("P4") })
            writer.member("units", array: { writer in for unit in Self.units { Self.write(unit, to: &writer) } })
            writer.member(
                "assessments",
                array: { writer in
                    for competence in DemoFramework.competences {
                        writer.object { writer in
                            writer.member(
                                "instrument", string: DemoStory.test(of: competence, phase: "post"))
                            writer.member("title", string: "Test after the training")
                            writer.member("competence", string: competence.code)
                            writer.member("level", number: competence.level)
                        }
                    }
                })
        }
    }

    private static func write(_ unit: Unit, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("title", string: unit.title)
            writer.member("hours", number: unit.hours)
            writer.member("method", string: unit.method)
            writer.member(
                "teaches",
                array: { writer in
                    for competence in DemoFramework.competences where unit.competences.contains(competence.code) {
                        writer.object { writer in
                            writer.member("competence", string: competence.code)
                            writer.member("level", number: competence.level)
                        }
                    }
                })
        }
    }

    private static func framework(to writer: inout JSONWriter) {
        writer.member(
            "framework",
            object: { writer in
                writer.member("code", string: "IUS")
                writer.member("version", string: "0.1")
            })
    }

    private static func document(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { members(&$0) }
        return writer.bytes
    }
}
