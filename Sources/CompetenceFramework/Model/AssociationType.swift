/// What an association says of its origin and its destination.
public struct AssociationType: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
    /// The name in CASE.
    public let rawValue: String

    /// The type of a name: one of CASE's, or `ext:` and a name of letters, digits, `.`, `-` and `_` (CASE 1.1).
    public init?(rawValue: String) {
        guard Self.standard.contains(where: { $0.rawValue == rawValue }) || Self.isExtension(rawValue) else {
            return nil
        }
        self.rawValue = rawValue
    }

    private init(_ name: String) { rawValue = name }

    /// The name in CASE.
    public var description: String { rawValue }

    /// The CASE version that brought the type.
    public var since: CASEVersion { self == .isTranslationOf || Self.isExtension(rawValue) ? .v1p1 : .v1p0 }

    /// The origin is below the destination.
    public static let isChildOf = AssociationType("isChildOf")
    /// The origin stands beside the destination.
    public static let isPeerOf = AssociationType("isPeerOf")
    /// The origin is a part of the destination.
    public static let isPartOf = AssociationType("isPartOf")
    /// Origin and destination say the same.
    public static let exactMatchOf = AssociationType("exactMatchOf")
    /// The origin comes before the destination.
    public static let precedes = AssociationType("precedes")
    /// Origin and destination have to do with each other.
    public static let isRelatedTo = AssociationType("isRelatedTo")
    /// The destination came in the origin's place.
    public static let replacedBy = AssociationType("replacedBy")
    /// The destination is an example of the origin.
    public static let exemplar = AssociationType("exemplar")
    /// The destination is a level of the origin.
    public static let hasSkillLevel = AssociationType("hasSkillLevel")
    /// The origin is a translation of the destination (CASE 1.1).
    public static let isTranslationOf = AssociationType("isTranslationOf")

    /// CASE's own types.
    public static let standard: [AssociationType] = [
        isChildOf, isPeerOf, isPartOf, exactMatchOf, precedes, isRelatedTo, replacedBy, exemplar, hasSkillLevel,
        isTranslationOf,
    ]

    /// Whether a name is of the form that CASE 1.1 leaves to everybody: `ext:` and letters, digits, `.`, `-`, `_`.
    static func isExtension(_ name: String) -> Bool {
        name.hasPrefix("ext:") && name.utf8.count > 4
            && name.utf8.dropFirst(4).allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
