/// Where the pages of findings and actions are.
enum ActionLinks {
    /// A pilot's register.
    static func register(_ pilot: String) -> String { TrainingLinks.pilot(pilot) + "/actions" }

    static func findings(_ pilot: String) -> String { register(pilot) + "/findings" }

    static func finding(_ number: String, of pilot: String) -> String { findings(pilot) + "/" + number }

    static func action(_ number: String, of pilot: String) -> String { register(pilot) + "/" + number }
}
