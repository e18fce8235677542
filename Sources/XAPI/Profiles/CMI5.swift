/// What cmi5 defines for itself.
///
/// A course that is launched with our context says it in every statement of its session, and so declares our profile in
/// those, too, by which cmi5 has it tell how the session goes. These are not ours to have templates for.
enum CMI5 {
    /// The category by which cmi5 knows the statements that it defines (cmi5 §9.6.2.1).
    static let category = "https://w3id.org/xapi/cmi5/context/categories/cmi5"

    /// The verbs of the statements that cmi5 defines (cmi5 §9.3).
    static let verbs: Set<String> = [
        "http://adlnet.gov/expapi/verbs/launched", "http://adlnet.gov/expapi/verbs/initialized",
        "http://adlnet.gov/expapi/verbs/completed", "http://adlnet.gov/expapi/verbs/passed",
        "http://adlnet.gov/expapi/verbs/failed", "https://w3id.org/xapi/adl/verbs/abandoned",
        "https://w3id.org/xapi/adl/verbs/waived", "http://adlnet.gov/expapi/verbs/terminated",
        "https://w3id.org/xapi/adl/verbs/satisfied",
    ]

    /// Whether cmi5 defines a statement; what else a course says in its session, cmi5 only allows.
    static func defines(_ statement: ParsedStatement) -> Bool {
        verbs.contains(statement.verbIRI)
            && statement.activities.contains { $0.role == .category && $0.iri == category }
    }
}
