/// How much of the database evaluators take at once, and for how long.
public struct EvaluationLimits: Sendable {
    /// How many answers may be on their way at once; each has a connection of its own.
    public var readers: Int
    /// How many of them one caller may have.
    public var readersOfOne: Int
    /// How long the database may work on one answer; as long as for evaluators' roles.
    public var duration: Duration = .seconds(300)
    /// For how long whoever asked may take nothing.
    public var patience: Duration = .seconds(30)
    /// Bytes of a piece of an answer; two of them are held at most.
    public var pieceBytes = 64 << 10

    /// A third of the connections: the others stay for who posts statements.
    ///
    /// - Parameter connections: How many the pool has.
    public init(connections: Int = 10) {
        readers = max(1, connections / 3)
        readersOfOne = max(1, readers - 1)
    }
}
