internal import Credentials
internal import HTTPTypes
internal import Hummingbird

/// The media types in which signed documents are served.
///
/// Verifiers ask for `application/vc`; loaders of JSON-LD and plain clients of HTTP know `application/ld+json` and
/// `application/json` only, and some pass over what has another type (Bitstring Status List v1.0, Media Types).
enum SignedForms {
    /// A document with its proof, the preferred type first.
    static let document = ["application/vc", "application/vc+ld+json", "application/ld+json", "application/json"]
    /// A document with its proof, or else as VC-JWT.
    static let all = document + [JWTSecuring.mediaType]

    /// The type that a client would like best.
    /// - Throws: A 406 ``Problem`` that names what is served.
    static func best(for request: Request, of offered: [String] = all) throws -> String {
        guard let type = Accept(request.headers[.accept]).best(of: offered) else {
            throw Problem(.notAcceptable, "not-acceptable", "Served are: \(offered.joined(separator: ", ")).")
        }
        return type
    }
}
