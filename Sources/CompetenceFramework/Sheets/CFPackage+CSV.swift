extension CFPackage {
    /// Reads items from comma- or semicolon-separated values in UTF-8, for a framework that is there already: what such
    /// a file cannot hold stays as it was, as far as its items are still there.
    ///
    /// - Parameter defaults: What holds where the file does not say it; its document is the one that is there.
    /// - Throws: ``SheetFaults`` with every fault.
    public static func read(
        csv bytes: [UInt8], onto earlier: CFPackage, defaults: SheetDefaults
    ) throws(SheetFaults) -> SheetReading {
        var defaults = defaults
        defaults.document = earlier.document
        let reading = try read(csv: bytes, defaults: defaults)
        var package = reading.package
        package.extensions = earlier.extensions
        package.definitions = earlier.definitions
        let gone = Set(earlier.items.map(\.identifier)).subtracting(package.items.map(\.identifier))
        let stated = Set(package.associations.map(\.identifier))
        package.associations += earlier.associations.filter { association in
            let isInColumns =
                association.associationType == .isChildOf || association.associationType == .hasSkillLevel
                || association.isTarget
            return !isInColumns && !stated.contains(association.identifier)
                && !gone.contains(association.originNodeURI.identifier)
                && !gone.contains(association.destinationNodeURI.identifier)
        }
        if RubricSource(earlier) != .derived {
            package.rubrics = earlier.rubrics.filter { rubric in
                !rubric.criteria.contains { $0.itemURI.map { gone.contains($0.identifier) } ?? false }
            }
        }
        return SheetReading(package: package, remarks: reading.remarks)
    }
}
