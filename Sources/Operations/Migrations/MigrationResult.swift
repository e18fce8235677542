/// What a migration did.
public struct MigrationResult: Sendable, Hashable {
    /// The paths of the migrations that were applied, in order.
    public var applied: [String]
    /// The paths of the functions, views and seeds that were applied again, in order.
    public var reapplied: [String]
    /// How long it took, with waiting for another node that was at it.
    public var duration: Duration
}
