internal import HTTPTypes
internal import Hummingbird

/// Lets visitors without a key make so many requests a second, each address for itself.
///
/// The secrets of links are too long to be guessed; this keeps the database from being asked about guesses all day.
struct VisitorLimit: RouterMiddleware {
    typealias Context = TesseraRequestContext

    /// Requests a second: far more than a person makes, and an office behind one address.
    static let perSecond = 50

    let rate: RateLimiter

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        try rate.admit(address: Self.visitor(request, peer: context.remoteAddress ?? ""))
        return try await next(request, context)
    }

    /// The address that a request comes from; where a proxy on this machine or network hands it on, whom that names.
    static func visitor(_ request: Request, peer: String) -> String {
        guard isNear(peer), let last = request.headers[.forwardedFor]?.split(separator: ",").last else { return peer }
        return String(last.filter { !$0.isWhitespace }.prefix(64))
    }

    /// Whether an address is of this machine or a private network (RFC 1918, RFC 4193).
    private static func isNear(_ address: String) -> Bool {
        if address == "::1" || address.hasPrefix("fd") || address.hasPrefix("fc") { return true }
        let parts = address.split(separator: ".").compactMap { UInt8($0) }
        guard parts.count == 4 else { return false }
        return parts[0] == 127 || parts[0] == 10 || (parts[0] == 192 && parts[1] == 168)
            || (parts[0] == 172 && (16...31).contains(parts[1]))
    }
}
