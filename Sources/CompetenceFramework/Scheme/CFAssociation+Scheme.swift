extension CFAssociation {
    /// Whether the association is a target: a profile needs this level of a competence.
    public var isTarget: Bool {
        get { associationType == .isRelatedTo && extensions[SchemeName.target]?.boolean == true }
        set { extensions[SchemeName.target] = newValue ? .boolean(true) : nil }
    }

    /// How much a target counts; 1 where it is not said.
    public var weight: ExactNumber? {
        get { extensions[SchemeName.weight]?.number }
        set { extensions[SchemeName.weight] = newValue.map { .number($0) } }
    }

    /// How well an alignment to the outside fits.
    public var match: MatchKind? {
        get { extensions[SchemeName.match]?.string.flatMap { MatchKind(rawValue: $0) } }
        set { extensions[SchemeName.match] = newValue.map { .string($0.rawValue) } }
    }

    /// The version of what the item is aligned to, such as ESCO's.
    public var targetVersion: String? {
        get { extensions[SchemeName.targetVersion]?.string }
        set { extensions[SchemeName.targetVersion] = newValue.map { .string($0) } }
    }

    /// The group of what the item is aligned to, such as a group of ISCO-08.
    public var targetGroup: String? {
        get { extensions[SchemeName.targetGroup]?.string }
        set { extensions[SchemeName.targetGroup] = newValue.map { .string($0) } }
    }
}
