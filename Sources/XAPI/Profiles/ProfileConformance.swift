/// How a statement stands to a profile: `validates` of xAPI Profiles 1.0, Communication §2.1.
public struct ProfileConformance: Sendable, Equatable {
    /// A template whose determining properties the statement has.
    public struct Match: Sendable, Equatable {
        /// The template's position in the profile.
        public let template: Int
        /// The positions of the template's rules that the statement breaks.
        public let brokenRules: [Int]
    }

    /// Whether the statement declares the profile's version.
    public let isDeclared: Bool
    /// Whether cmi5 defines the statement: one that tells how a course's session goes.
    public let isOfCMI5: Bool
    /// The templates that it matches.
    public let matches: [Match]

    /// Whether the statement declares the version, matches none of its templates, and isn't cmi5's own either.
    public var isUnmatched: Bool { isDeclared && matches.isEmpty && !isOfCMI5 }

    /// Whether it does what the profile demands.
    public var conforms: Bool { !isUnmatched && matches.allSatisfy(\.brokenRules.isEmpty) }
}
