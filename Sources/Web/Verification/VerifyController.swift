internal import Credentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// `POST /api/verify`: checks credentials and tells the outcome of each check.
///
/// The body is the credential itself: a compact JWT, JSON, or an image that holds one. Or it is JSON of one of these
/// forms, each perhaps with `"recipient": "…"`, the person to compare with:
///
/// ```json
/// {"credential": …}    {"credentials": [ … ]}    {"url": "https://…"}
/// ```
struct VerifyController {
    let verification: Verification
    let rate: RateLimiter

    /// Bytes of a body: an image, or a hundred credentials.
    static let maximumBytes = 8 << 20

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.post("verify", use: post)
    }

    private func post(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        try rate.admit(address: context.remoteAddress)
        let body = try await request.bytes(upTo: Self.maximumBytes)
        guard !body.isEmpty else {
            throw Problem(
                .badRequest, "verify", "Send a credential: a compact JWT, its JSON, or an image that holds it.")
        }
        switch try VerificationRequest(body) {
        case .one(let item):
            return Self.answer(try await verification.verify(item.bytes, recipient: item.recipient).json)
        case .several(let items):
            return Self.answer(Self.list(try await verification.verify(items.map { ($0.bytes, $0.recipient) })))
        case .published(let url, let recipient):
            do { return Self.answer(try await verification.verify(at: url, recipient: recipient).json) } catch let error
                as FetchError
            {
                throw Problem(error, pointer: "/url")
            }
        }
    }

    private static func answer(_ json: [UInt8]) -> Response {
        .json(json, headers: [.cacheControl: "no-store", .accessControlAllowOrigin: "*"])
    }

    private static func list(_ reports: [VerificationReport]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member(
                "reports",
                array: { writer in
                    for report in reports { writer.raw(report.json) }
                })
        }
        return writer.bytes
    }
}

extension Problem {
    /// What was to be verified could not be fetched.
    ///
    /// - Parameter pointer: The member of the body that names it.
    init(_ error: FetchError, pointer: String) {
        let detail = "What is published there could not be fetched. \(error.description)"
        let isBusy = error.kind == .busy
        self.init(
            isBusy ? .serviceUnavailable : .unprocessableContent, isBusy ? "busy" : "not-fetched", detail,
            headers: isBusy ? [.retryAfter: "5"] : [:]
        ) { writer in
            writer.member("pointer", string: pointer)
        }
    }
}
