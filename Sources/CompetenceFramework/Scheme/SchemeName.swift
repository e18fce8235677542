/// The names of the scheme's own members in ``Extensions``.
public enum SchemeName {
    /// A document's short name.
    public static let code = "iust:code"
    /// The identifier of the version a document was derived from.
    public static let derivedFrom = "iust:derivedFrom"
    /// Texts by language and member.
    public static let translations = "iust:translations"
    /// What partners propose for a document.
    public static let proposals = "iust:proposals"
    /// A level item's level.
    public static let level = "iust:level"
    /// A level item's reference to the European Qualifications Framework, indicative only.
    public static let eqfReference = "iust:eqfReference"
    /// Whether an association is a profile's target.
    public static let target = "iust:target"
    /// How much a target counts.
    public static let weight = "iust:weight"
    /// How well an alignment fits.
    public static let match = "iust:match"
    /// The version of what an item is aligned to.
    public static let targetVersion = "iust:targetVersion"
    /// The group of what an item is aligned to.
    public static let targetGroup = "iust:targetGroup"
}
