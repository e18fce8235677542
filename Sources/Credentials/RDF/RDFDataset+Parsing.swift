extension RDFDataset {
    /// Reads N-Quads.
    ///
    /// ```swift
    /// let dataset = try RDFDataset(parsing: Array("_:a <urn:ex:knows> _:b .\n".utf8))
    /// ```
    package init(parsing bytes: [UInt8]) throws(CredentialError) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw CredentialError(.invalidGraph, "The N-Quads are not UTF-8.")
        }
        var quads: [RDFQuad] = []
        for (index, line) in bytes.split(omittingEmptySubsequences: false, whereSeparator: Self.endsLine).enumerated() {
            var reader = NQuadsReader(line: line, number: index + 1)
            if let quad = try reader.quad() { quads.append(quad) }
        }
        self.init(quads)
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
