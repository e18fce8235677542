public import JSON

/// Tells which templates of a profile a statement matches, and which of their rules it breaks.
///
/// In two steps, because the second needs to know activities whose type the statement leaves out:
///
/// ```swift
/// let examination = checker.examine(statement, payload: payload)        // looks at the statement's bytes
/// let conformance = examination.conformance { iri in store.type(of: iri) }
/// ```
public struct ProfileChecker: Sendable {
    /// The profile.
    public let profile: Profile
    /// The positions of the templates of each verb.
    private let templatesOfVerb: [String: [Int]]
    /// The positions of the templates of any verb.
    private let templatesOfAnyVerb: [Int]

    /// A checker of a profile's version.
    public init(_ profile: Profile) {
        self.profile = profile
        var ofVerb: [String: [Int]] = [:]
        var ofAny: [Int] = []
        for (position, template) in profile.templates.enumerated() {
            if let verb = template.verb { ofVerb[verb, default: []].append(position) } else { ofAny.append(position) }
        }
        (templatesOfVerb, templatesOfAnyVerb) = (ofVerb, ofAny)
    }

    /// Whether a statement names this version of the profile in its `contextActivities.category`.
    public func isDeclared(by statement: ParsedStatement) -> Bool {
        statement.activities.contains { $0.role == .category && $0.iri == profile.version }
    }

    /// Checks the rules of the templates that a statement may turn out to match.
    ///
    /// - Parameter payload: The statement's text, as its payload has it.
    public func examine(_ statement: ParsedStatement, payload: JSONValue) -> ProfileExamination {
        var candidates: [ProfileExamination.Candidate] = []
        for positions in [templatesOfVerb[statement.verbIRI] ?? [], templatesOfAnyVerb] {
            for position in positions {
                let template = profile.templates[position]
                guard Self.hasUsages(statement, template.attachmentUsageType) else { continue }
                let fit = template.fit(statement.activities)
                if fit == .none { continue }
                candidates.append(
                    ProfileExamination.Candidate(
                        template: position, isCertain: fit == .certain,
                        brokenRules: template.rules.indices.filter {
                            !template.rules[$0].isFollowed(by: payload.node, in: payload.document)
                        }))
            }
        }
        return ProfileExamination(
            profile: profile, isDeclared: isDeclared(by: statement), isOfCMI5: CMI5.defines(statement),
            candidates: candidates, activities: statement.activities)
    }

    private static func hasUsages(_ statement: ParsedStatement, _ usages: [String]) -> Bool {
        usages.allSatisfy { usage in
            statement.attachments.contains { !$0.isInSubStatement && $0.usageType == usage }
        }
    }
}
