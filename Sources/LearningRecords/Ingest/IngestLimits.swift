/// How much the writer takes on.
public struct IngestLimits: Sendable {
    /// Statements of one merged batch, unless a single request brings more.
    public var batchStatements: Int
    /// Bytes of payload of one merged batch, unless a single request brings more.
    public var batchBytes: Int
    /// Batches that are written at once.
    public var batchesInFlight: Int
    /// Statements that must wait for a batch to be begun beside another.
    public var worthwhileStatements: Int
    /// Bytes of payload that may wait; a request beyond them is turned away at once.
    public var waitingBytes: Int
    /// Entries of each dictionary that the writer remembers.
    public var rememberedKeys: Int

    /// Sets the limits; the defaults keep a server under 150 MB.
    public init(
        batchStatements: Int = 1000, batchBytes: Int = 8 << 20, batchesInFlight: Int = 4,
        worthwhileStatements: Int = 64, waitingBytes: Int = 64 << 20,
        rememberedKeys: Int = 50_000
    ) {
        self.batchStatements = batchStatements
        self.batchBytes = batchBytes
        self.batchesInFlight = batchesInFlight
        self.worthwhileStatements = worthwhileStatements
        self.waitingBytes = waitingBytes
        self.rememberedKeys = rememberedKeys
    }
}
