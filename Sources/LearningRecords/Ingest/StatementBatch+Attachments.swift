public import XAPI

extension StatementBatch {
    /// Statements that come without their attachments' data must say where it can be had (xAPI 2.0 §4.2.7.4).
    /// - Throws: A `StatementRejection` with every attachment that says nothing of it.
    public func requireAttachmentURLs() throws {
        var violations: [Violation] = []
        for (index, statement) in statements.enumerated() {
            for (position, attachment) in statement.attachments.enumerated() where attachment.fileURL == nil {
                violations.append(
                    Violation(
                        index: isArray ? index : nil, pointer: "/attachments/\(position)",
                        rule: "attachment-data-or-url",
                        reason: "The attachment has neither fileUrl nor data: a body of application/json carries none.")
                )
            }
        }
        guard violations.isEmpty else { throw StatementRejection(violations: violations) }
    }
}
