extension CFItem {
    /// What the item is in the scheme.
    public var kind: ItemKind {
        get { ItemKind(itemType: itemType) }
        set { itemType = newValue.isOfScheme ? newValue.rawValue : nil }
    }

    /// The code that people use for the item.
    public var code: String? {
        get { humanCodingScheme }
        set { humanCodingScheme = newValue }
    }

    /// A level item's level, 1 to 4.
    public var level: Int? {
        get { extensions[SchemeName.level]?.number?.integer }
        set { extensions[SchemeName.level] = newValue.map { .number(ExactNumber($0)) } }
    }

    /// A level item's reference to a level of the European Qualifications Framework, 1 to 8; indicative of complexity.
    public var eqfReference: Int? {
        get { extensions[SchemeName.eqfReference]?.number?.integer }
        set { extensions[SchemeName.eqfReference] = newValue.map { .number(ExactNumber($0)) } }
    }
}
