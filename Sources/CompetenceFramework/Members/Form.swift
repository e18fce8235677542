/// How objects are written.
struct Form: Sendable {
    /// The version of CASE whose members are written.
    let version: CASEVersion
    /// Whether the objects stand in a package, where they need no link to it.
    var isPackage = false
}
