internal import JSON

extension StatementBatch {
    /// Reads and checks a body: one statement, or an array of them.
    ///
    /// Either all statements are valid, or the refusal tells all faults of all of them.
    ///
    /// - Parameters:
    ///   - bytes: The body.
    ///   - version: The version of the request.
    ///   - limits: What the body may at most be.
    public static func parse(
        bytes: [UInt8], version: XAPIVersion, limits: StatementLimits = StatementLimits()
    ) throws(StatementRejection) -> StatementBatch {
        let document: JSONDocument
        do {
            document = try JSONDocument(statements: bytes, limits: limits.json)
        } catch {
            throw StatementRejection(error)
        }
        let check = StatementCheck(document: document, version: version, limits: limits)
        let nodes = check.body()
        if let rejection = check.report.rejection { throw rejection }
        var reader = StatementReader(document: document, version: version, count: nodes.count)
        return StatementBatch(
            version: version,
            isArray: document.kind(0) == .array,
            statements: nodes.map { reader.read($0) })
    }

    /// Checks a body without reading its values: the faults, or nil when there are none.
    public static func rejection(
        of bytes: [UInt8], version: XAPIVersion, limits: StatementLimits = StatementLimits()
    ) -> StatementRejection? {
        do {
            let document = try JSONDocument(statements: bytes, limits: limits.json)
            let check = StatementCheck(document: document, version: version, limits: limits)
            _ = check.body()
            return check.report.rejection
        } catch {
            return StatementRejection(error)
        }
    }
}
