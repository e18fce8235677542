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
    /// The templates that it matches.
    public let matches: [Match]

    /// Whether the statement declares the version and matches none of its templates.
    public var isUnmatched: Bool { isDeclared && matches.isEmpty }

    /// Whether it does what the profile demands.
    public var conforms: Bool { !isUnmatched && matches.allSatisfy(\.brokenRules.isEmpty) }
}
