public import JSON

extension CFPackage {
    /// The package as CASE has it: the same bytes for the same package.
    ///
    /// - Parameters:
    ///   - version: The version of CASE; 1.0 lacks extensions, translations and some members, which are left out.
    ///   - isPretty: Whether the text is indented by two spaces.
    public func json(version: CASEVersion = .v1p1, isPretty: Bool = false) -> [UInt8] {
        var writer = JSONWriter()
        write(version: version, to: &writer)
        return isPretty ? PrettyJSON.text(writer.bytes) : writer.bytes
    }

    /// Writes the package as CASE has it.
    public func write(version: CASEVersion = .v1p1, to writer: inout JSONWriter) {
        var package = self
        package.associations.removeAll { $0.associationType.since > version }
        package.write(to: &writer, Form(version: version, isPackage: true))
    }
}
