/// Whether and where documents of others may be fetched for verifying credentials.
public struct FetchSettings: Sendable {
    /// Whether anything is fetched at all.
    public var isEnabled: Bool
    /// Origins, such as `https://badges.city.example:9443`, that may have a private address and any port.
    ///
    /// Meant for issuers within an organisation's own network and for trials. With `http://` their documents come by an
    /// open way, where whoever sits in between can change them.
    public var trustedOrigins: Set<String>

    /// Sets whether and where is fetched.
    public init(isEnabled: Bool = true, trustedOrigins: Set<String> = []) {
        self.isEnabled = isEnabled
        self.trustedOrigins = trustedOrigins
    }

    /// Whether a text is an origin as ``trustedOrigins`` has them: scheme, host and perhaps a port, nothing else.
    public static func isOrigin(_ text: String) -> Bool { (try? FetchTarget(text))?.origin == text }
}

/// How much is fetched at most.
struct FetchLimits: Sendable {
    /// Bytes of a document, sent and expanded.
    var documentBytes = 2 << 20
    /// How long one document may take, redirects included.
    var time = Duration.seconds(5)
    /// How many redirects are followed.
    var redirects = 3
    /// How many documents are fetched at the same time, for everybody together.
    var concurrentFetches = 32
    /// How long a document is used again, and how long a failure is.
    var memory = (success: Duration.seconds(60), failure: Duration.seconds(10))
    /// How many documents are kept, and how many bytes of them.
    var kept = (documents: 500, bytes: 64 << 20)
}
