/// What a workbook may at most be before it is refused.
public struct WorkbookLimits: Sendable {
    /// How many bytes its parts may expand to, together.
    public var maximumExpanded: Int
    /// How many cells that are not empty it may have.
    public var maximumCells: Int

    /// Sets the limits; the defaults suit frameworks of tens of thousands of items.
    public init(maximumExpanded: Int = 128 << 20, maximumCells: Int = 2_000_000) {
        self.maximumExpanded = maximumExpanded
        self.maximumCells = maximumCells
    }
}
