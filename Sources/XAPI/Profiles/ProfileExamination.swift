/// What a statement's bytes tell of its conformance to a profile, before all types of its activities are known.
public struct ProfileExamination: Sendable {
    /// A template that the statement matches, or may match.
    struct Candidate: Sendable {
        let template: Int
        /// Whether it matches, whatever the types of activities that the statement leaves out.
        let isCertain: Bool
        let brokenRules: [Int]
    }

    /// The profile.
    public let profile: Profile
    /// Whether the statement declares the profile's version.
    public let isDeclared: Bool
    /// Whether cmi5 defines the statement, which then need not be one of the profile's.
    let isOfCMI5: Bool
    let candidates: [Candidate]
    let activities: [RelatedActivity]

    /// The outcome.
    ///
    /// - Parameter typeOf: Tells the type of an activity, by IRI, for which the statement leaves it out.
    public func conformance(typeOf: (String) -> String?) -> ProfileConformance {
        let matches = candidates.filter { candidate in
            candidate.isCertain || profile.templates[candidate.template].fits(activities, typeOf: typeOf)
        }
        return ProfileConformance(
            isDeclared: isDeclared, isOfCMI5: isOfCMI5,
            matches: matches.map { ProfileConformance.Match(template: $0.template, brokenRules: $0.brokenRules) })
    }
}
