/// What a statement's bytes tell of its conformance to a profile, before all types of its activities are known.
public struct ProfileExamination: Sendable {
    /// A template that fits the statement as far as activities do not matter.
    struct Candidate: Sendable {
        let template: Int
        let brokenRules: [Int]
    }

    /// The profile.
    public let profile: Profile
    /// Whether the statement declares the profile's version.
    public let isDeclared: Bool
    let candidates: [Candidate]
    let activities: [RelatedActivity]

    /// The outcome.
    ///
    /// - Parameter typeOf: Tells the type of an activity, by IRI, for which the statement leaves it out.
    public func conformance(typeOf: (String) -> String?) -> ProfileConformance {
        let matches = candidates.compactMap { candidate -> ProfileConformance.Match? in
            let template = profile.templates[candidate.template]
            guard
                template.objectActivityType.map({ has($0, as: .object, typeOf) }) ?? true,
                has(template.contextGroupingActivityType, as: .grouping, typeOf),
                has(template.contextParentActivityType, as: .parent, typeOf),
                has(template.contextOtherActivityType, as: .other, typeOf),
                has(template.contextCategoryActivityType, as: .category, typeOf)
            else { return nil }
            return ProfileConformance.Match(template: candidate.template, brokenRules: candidate.brokenRules)
        }
        return ProfileConformance(isDeclared: isDeclared, matches: matches)
    }

    private func has(_ types: [String], as role: RelatedActivity.Role, _ typeOf: (String) -> String?) -> Bool {
        types.allSatisfy { has($0, as: role, typeOf) }
    }

    private func has(_ type: String, as role: RelatedActivity.Role, _ typeOf: (String) -> String?) -> Bool {
        activities.contains { activity in
            activity.role == role && (activity.type ?? typeOf(activity.iri)) == type
        }
    }
}
