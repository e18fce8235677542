/// A version of CASE (1EdTech): which members a text has.
public enum CASEVersion: String, Sendable, Hashable, Comparable, CaseIterable {
    /// CASE 1.0.
    case v1p0
    /// CASE 1.1: translations, extensions, ends of associations outside CASE.
    case v1p1

    /// Whether one version came before another.
    public static func < (one: CASEVersion, other: CASEVersion) -> Bool { one.rawValue < other.rawValue }
}
