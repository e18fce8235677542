public import Operations

/// Who may reach the interfaces, from where, and how often.
public struct AccessSettings: Sendable {
    /// Knows the bearer tokens of an issuer; nil to accept none.
    public var tokens: TokenVerifier?
    /// Origins whose pages may call from a browser, such as `https://course.example`; `*` for all.
    public var origins: [String]
    /// Requests that each caller may make a second; 0 for no limit.
    public var requestsPerSecond: Int

    /// Sets who may reach the interfaces.
    public init(tokens: TokenVerifier? = nil, origins: [String] = ["*"], requestsPerSecond: Int = 2000) {
        self.tokens = tokens
        self.origins = origins
        self.requestsPerSecond = requestsPerSecond
    }
}
