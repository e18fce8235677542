/// How large what a client sends may be.
public struct RequestLimits: Sendable {
    /// Bytes of a body with statements.
    public var statementBodyBytes: Int
    /// Bytes of all attachments of one request together.
    public var attachmentBytes: Int
    /// Bytes of a document.
    public var documentBytes: Int
    /// Bytes of any other body.
    public var bodyBytes: Int

    /// Sets the limits.
    public init(
        statementBodyBytes: Int = 16 << 20, attachmentBytes: Int = 1 << 30,
        documentBytes: Int = 8 << 20, bodyBytes: Int = 1 << 20
    ) {
        self.statementBodyBytes = statementBodyBytes
        self.attachmentBytes = attachmentBytes
        self.documentBytes = documentBytes
        self.bodyBytes = bodyBytes
    }
}
