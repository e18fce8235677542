internal import JSON
internal import XAPI

/// What the versions of the scheme's profile make of one statement.
struct ProfileFindings: Sendable {
    /// A finding, with the position of the version in ``PublishedProfile/all``.
    let examinations: [(version: Int, examination: ProfileExamination)]

    /// Examines a statement by the versions that it declares, or else by the newest.
    init(_ statement: ParsedStatement, payload: JSONValue) {
        let all = PublishedProfile.all
        var versions = all.indices.filter { all[$0].checker.isDeclared(by: statement) }
        if versions.isEmpty { versions = all.indices.suffix(1) }
        examinations = versions.map { ($0, all[$0].checker.examine(statement, payload: payload)) }
    }
}

extension ProfileFindings {
    /// Whether the findings are wanted for what a statement itself says, without knowing the types of activities.
    static func areWanted(for scheme: SchemeContext) -> Bool { scheme.claimsProfile || scheme.pilot != nil }
}
