public import JSON

/// An object that CASE's service gives by itself.
public protocol CASEObject: Sendable {
    /// Writes the object as it stands outside a package.
    func write(version: CASEVersion, to writer: inout JSONWriter)
}

extension CASEObject {
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
}

extension CFDocument: CASEObject {
    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFItem: CASEObject {
    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFAssociation: CASEObject {
    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFRubric: CASEObject {
    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFConcept: CASEObject {
    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFSubject: CASEObject {
    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFLicense: CASEObject {
    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFItemType: CASEObject {
    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}

extension CFAssociationGrouping: CASEObject {
    /// Writes the object as it stands outside a package.
    public func write(version: CASEVersion, to writer: inout JSONWriter) { writeStandalone(version, to: &writer) }
}
