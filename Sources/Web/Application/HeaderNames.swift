internal import HTTPTypes

extension HTTPField.Name {
    /// `X-Experience-API-Version` (xAPI 2.0 §4.1.7).
    static let xapiVersion = named("X-Experience-API-Version")
    /// `X-Experience-API-Consistent-Through` (xAPI 2.0 §4.1.3.3).
    static let xapiConsistentThrough = named("X-Experience-API-Consistent-Through")
    /// `X-Experience-API-Hash` (xAPI 2.0 §4.1.5).
    static let xapiHash = named("X-Experience-API-Hash")
    /// `Link` (RFC 8288).
    static let link = named("Link")
    /// `X-Total-Count`: how many objects there are on all pages of an answer.
    static let totalCount = named("X-Total-Count")
    /// `X-Forwarded-For`: who proxies say that the client is, the nearest proxy's word last.
    static let forwardedFor = named("X-Forwarded-For")
    /// `X-Robots-Tag`: what search engines are asked not to do.
    static let robotsTag = named("X-Robots-Tag")
    /// `Referrer-Policy`.
    static let referrerPolicy = named("Referrer-Policy")
    /// Whether a page of this origin sends the request, or one of another (Fetch Metadata).
    static let secFetchSite = named("Sec-Fetch-Site")

    /// A name that is spelled in this file.
    private static func named(_ name: String) -> Self {
        guard let field = Self(name) else { preconditionFailure("\(name) is no name of a header field") }
        return field
    }
}
