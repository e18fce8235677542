public import JSON

extension CFPackage {
    /// Reads a package of CASE 1.0 or 1.1, and checks it as a whole.
    ///
    /// `null`, empty strings and empty lists are the same as absent members. Members that CASE does not know are named
    /// in the remarks.
    /// - Throws: ``PackageFaults`` with every fault.
    public static func read(
        _ bytes: [UInt8], limits: JSONLimits = JSONLimits()
    ) throws(PackageFaults) -> PackageReading {
        var reader = Reader()
        let root = try Self.root(of: bytes, limits: limits, &reader)
        var package = CFPackage.read(root, &reader) ?? CFPackage()
        // Checks of the whole on top of faulty parts would only repeat them.
        guard reader.faults.isEmpty else { throw PackageFaults(faults: reader.faults, remarks: reader.remarks) }
        let belonging = package.leaveOutDocumentLinks()
        let derived = package.deriveLevels()
        let empty = package.leaveOutEmpty()
        let structure = package.structure()
        let remarks = reader.remarks + belonging + derived + empty + structure.remarks
        guard structure.faults.isEmpty else { throw PackageFaults(faults: structure.faults, remarks: remarks) }
        return PackageReading(package: package, remarks: remarks)
    }

    private static func root(
        of bytes: [UInt8], limits: JSONLimits, _ reader: inout Reader
    ) throws(PackageFaults) -> JSONValue {
        do {
            let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            let root = try JSONDocument(parsing: start == 0 ? bytes : Array(bytes[start...]), limits: limits).root
            guard root.count == 1, let wrapped = root["CFPackage"] else { return root }
            reader.enter("CFPackage")
            reader.remark(.wrapper, "The package stands in an object of its own.")
            return wrapped
        } catch {
            throw PackageFaults(faults: [Finding(error)])
        }
    }

    /// Takes away the links to the document, which say nothing in a package unless they are wrong.
    private mutating func leaveOutDocumentLinks() -> [Finding] {
        var remarks: [Finding] = []
        func look(_ link: LinkURI?, _ pointer: @autoclosure () -> String) {
            guard let link, link.identifier != document.identifier else { return }
            let reason = "The link leads to another document, \(link.identifier); the object is taken into this one."
            remarks.append(Finding(pointer: pointer(), rule: .otherDocument, reason: reason))
        }
        for (position, item) in items.enumerated() { look(item.documentURI, "/CFItems/\(position)/CFDocumentURI") }
        for (position, association) in associations.enumerated() {
            look(association.documentURI, "/CFAssociations/\(position)/CFDocumentURI")
        }
        document.packageURI = nil
        for position in items.indices { items[position].documentURI = nil }
        for position in associations.indices { associations[position].documentURI = nil }
        return remarks
    }

    /// Gives level items their level where the text, being of CASE 1.0, has no extensions: the place among the levels
    /// of the competence says the same.
    private mutating func deriveLevels() -> [Finding] {
        var remarks: [Finding] = []
        let index = PackageIndex(self)
        for association in associations where association.associationType == .hasSkillLevel {
            guard let position = index.position(of: association.destinationNodeURI),
                items[position].kind == .level, items[position].extensions[SchemeName.level] == nil,
                let level = association.sequenceNumber?.integer, (1...4).contains(level)
            else { continue }
            items[position].level = level
            let reason = "The level, \(level), is taken from the association's sequence number."
            remarks.append(Finding(pointer: "/CFItems/\(position)", rule: .level, reason: reason))
        }
        return remarks
    }
}
