extension CFPackage {
    /// The package as a workbook (.xlsx): the same bytes for the same package, which reading gives back whole.
    ///
    /// Every cell is a text, none a formula.
    public func xlsx() -> [UInt8] {
        let grids = PackageSheets.grids(self)
        return WorkbookWriter.bytes(grids, choices: SheetTemplate.choices(grids))
    }

    /// The package's items as comma-separated values, with targets and translations in columns.
    ///
    /// - Returns: The file, and what it cannot hold: the document and its definitions, alignments, rubrics of its own.
    public func csv() -> (bytes: [UInt8], leftOut: [String]) {
        let (grid, leftOut) = PackageSheets.csv(self)
        return (CSVWriter.bytes(grid), leftOut)
    }

    /// Reads a workbook: one of ours, or one made by hand, that needs no more than the sheet Items.
    /// - Parameter defaults: What holds where the workbook does not say it.
    /// - Throws: ``SheetFaults`` with every fault.
    public static func read(
        xlsx bytes: [UInt8], defaults: SheetDefaults, limits: WorkbookLimits = WorkbookLimits()
    ) throws(SheetFaults) -> SheetReading {
        let found: (grids: [Grid], faults: [SheetFinding])
        do {
            found = try WorkbookReader.grids(bytes, limits: limits)
        } catch {
            let place = SheetPlace(sheet: "workbook", row: nil, column: nil, header: nil)
            throw SheetFaults(faults: [SheetFinding(place: place, rule: .workbook, reason: error.reason)], remarks: [])
        }
        var reader = SheetReader(defaults)
        return try reader.read(found.grids, found.faults)
    }

    /// Reads items from comma- or semicolon-separated values in UTF-8.
    /// - Parameter defaults: The document that the items are of.
    /// - Throws: ``SheetFaults`` with every fault.
    public static func read(csv bytes: [UInt8], defaults: SheetDefaults) throws(SheetFaults) -> SheetReading {
        let (grid, faults) = CSVReader.grid(bytes, name: SheetName.items)
        var reader = SheetReader(defaults)
        return try reader.read([grid], faults)
    }
}
