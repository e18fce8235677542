public import JSON

/// An object that CASE's service gives by itself.
public protocol CASEObject: CASEWritable {
    /// Reads an object as it stands outside a package; members that CASE does not know are left out.
    /// - Throws: ``PackageFaults`` with every fault.
    static func read(_ bytes: [UInt8]) throws(PackageFaults) -> Self
}

/// What can be written as CASE has it.
public protocol CASEWritable: Sendable {
    /// Writes the object as it stands outside a package.
    func write(version: CASEVersion, to writer: inout JSONWriter)
}

extension CASEWritable {
    /// The object as CASE has it outside a package: the same bytes for the same object.
    public func json(version: CASEVersion = .v1p1) -> [UInt8] {
        var writer = JSONWriter()
        write(version: version, to: &writer)
        return writer.bytes
    }
}

extension CASEObject where Self: CASEClass {
    func writeStandalone(_ version: CASEVersion, to writer: inout JSONWriter) {
        write(to: &writer, Form(version: version))
    }

    static func readStandalone(_ bytes: [UInt8]) throws(PackageFaults) -> Self {
        var reader = Reader()
        let root: JSONValue
        do {
            root = try JSONDocument(parsing: bytes).root
        } catch {
            throw PackageFaults(faults: [Finding(error)])
        }
        guard let object = read(root, &reader), reader.faults.isEmpty else {
            throw PackageFaults(faults: reader.faults, remarks: reader.remarks)
        }
        return object
    }
}

extension CFDocument: CASEObject {
    /// Reads the object as it stands outside a package.
    public static func read(_ bytes: [UInt8]) throws(PackageFaults) -> CFDocument { try readStandalone(bytes) }

    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFItem: CASEObject {
    /// Reads the object as it stands outside a package.
    public static func read(_ bytes: [UInt8]) throws(PackageFaults) -> CFItem { try readStandalone(bytes) }

    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFAssociation: CASEObject {
    /// Reads the object as it stands outside a package.
    public static func read(_ bytes: [UInt8]) throws(PackageFaults) -> CFAssociation { try readStandalone(bytes) }

    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFRubric: CASEObject {
    /// Reads the object as it stands outside a package.
    public static func read(_ bytes: [UInt8]) throws(PackageFaults) -> CFRubric { try readStandalone(bytes) }

    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFConcept: CASEObject {
    /// Reads the object as it stands outside a package.
    public static func read(_ bytes: [UInt8]) throws(PackageFaults) -> CFConcept { try readStandalone(bytes) }

    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFSubject: CASEObject {
    /// Reads the object as it stands outside a package.
    public static func read(_ bytes: [UInt8]) throws(PackageFaults) -> CFSubject { try readStandalone(bytes) }

    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFLicense: CASEObject {
    /// Reads the object as it stands outside a package.
    public static func read(_ bytes: [UInt8]) throws(PackageFaults) -> CFLicense { try readStandalone(bytes) }

    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFItemType: CASEObject {
    /// Reads the object as it stands outside a package.
    public static func read(_ bytes: [UInt8]) throws(PackageFaults) -> CFItemType { try readStandalone(bytes) }

    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFAssociationGrouping: CASEObject {
    /// Reads the object as it stands outside a package.
    public static func read(_ bytes: [UInt8]) throws(PackageFaults) -> CFAssociationGrouping {
        try readStandalone(bytes)
    }

    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}
