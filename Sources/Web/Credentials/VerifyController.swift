internal import Credentials
internal import Hummingbird
internal import JSON

/// `POST /api/verify`: checks a credential and tells the outcome of each check.
///
/// The body is the credential itself: a compact JWT, or JSON. JSON of the form
/// `{"credential": …, "recipient": "…"}` also compares the person.
struct VerifyController {
    let verification: Verification
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.post("verify", use: post)
    }

    private func post(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let body = try await request.bytes(upTo: limits.bodyBytes)
        guard !body.isEmpty else {
            throw Problem(.badRequest, "verify", "Send a credential: a compact JWT, or its JSON.")
        }
        let (credential, recipient) = Self.unwrap(body)
        let report = try await verification.verify(credential, recipient: recipient)
        return .json(report.json, headers: [.cacheControl: "no-store", .accessControlAllowOrigin: "*"])
    }

    /// The credential, and the person to compare with, when the body names both.
    private static func unwrap(_ body: [UInt8]) -> (credential: [UInt8], recipient: String?) {
        guard let document = try? JSONDocument(parsing: body), let credential = document.root["credential"] else {
            return (body, nil)
        }
        let bytes = credential.stringBytes ?? Array(credential.bytes)
        return (bytes, document.root["recipient"]?.string)
    }
}
