/// How large what a client sends may be.
public struct RequestLimits: Sendable {
    /// Bytes of a body with statements.
    public var statementBodyBytes: Int
    /// Bytes of a document.
    public var documentBytes: Int
    /// Bytes of any other body.
    public var bodyBytes: Int

    /// Sets the limits.
    public init(statementBodyBytes: Int = 16 << 20, documentBytes: Int = 8 << 20, bodyBytes: Int = 1 << 20) {
        self.statementBodyBytes = statementBodyBytes
        self.documentBytes = documentBytes
        self.bodyBytes = bodyBytes
    }
}
