internal import JSON

/// Where the pages of pilots, curricula and partners are.
enum TrainingLinks {
    static let pilots = "/pilots"

    static func pilot(_ code: String) -> String { link("pilots", [code]) }

    static func curriculum(_ code: String, _ version: String) -> String { link("curricula", [code, version]) }

    static func partner(_ code: String) -> String { link("partners", [code]) }

    /// An item of the framework that a document names.
    static func item(_ kind: String, _ code: String, of framework: JSONValue?) -> String? {
        guard let framework else { return nil }
        return link("framework", [framework.said("code"), framework.said("version"), kind, code])
    }

    /// The launch contexts of everybody in a pilot, from the API.
    static func launchContexts(_ pilot: String, phase: String, form: String) -> String {
        link("api/pilots", [pilot, "launch-contexts"]) + "?phase=\(phase)&form=\(form)"
    }

    private static func link(_ area: String, _ segments: [String]) -> String {
        "/" + area + "/" + segments.map(PathSegment.encoded).joined(separator: "/")
    }
}
