internal import HTTPTypes
internal import Hummingbird

/// Refuses bodies that are said to be in another encoding than UTF-8, for the whole of `/api`.
///
/// JSON is UTF-8 (RFC 8259 §8.1), and so is every other text that is taken here. To read something else as UTF-8 would
/// refuse it for the wrong reason, or worse, store other letters than were meant.
struct BodyCharset: RouterMiddleware {
    typealias Context = TesseraRequestContext

    /// What says UTF-8, a part of it, or that the body is no text.
    private static let accepted: Set<String> = ["utf-8", "utf8", "us-ascii", "binary"]

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        for charset in Self.charsets(request.headers[.contentType] ?? "") where !Self.accepted.contains(charset) {
            throw Problem(
                .unsupportedMediaType, "charset",
                "Texts are taken in UTF-8 only, not in \"\(charset.prefix(200))\": send it so, and say charset=utf-8 or nothing."
            )
        }
        return try await next(request, context)
    }

    /// The values of the parameter `charset` of a media type, in lower case.
    static func charsets(_ contentType: String) -> [String] {
        contentType.split(separator: ";").dropFirst().compactMap { parameter in
            let parts = parameter.lowercased().split(separator: "=", maxSplits: 1)
                .map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
            return parts.first == "charset" ? parts.dropFirst().first ?? "" : nil
        }
    }
}
