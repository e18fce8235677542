internal import Awarding
internal import Credentials
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// `/verify`: checking a credential, for people.
///
/// It works without scripts; with one, a browser that can reads QR codes.
struct VerifyPagesController {
    let verification: Verification
    let rate: RateLimiter
    let pages: Pages

    func addRoutes(to router: Router<TesseraRequestContext>) {
        let group = router.group().add(middleware: PrivatePages()).add(middleware: ProblemPages(pages: pages))
        group.get("verify", use: get)
        group.post("verify", use: post)
        router.get(RouterPath(VerifyScript.path)) { _, _ in
            Response(
                status: .ok,
                headers: [
                    .contentType: "text/javascript; charset=utf-8", .cacheControl: "public, max-age=3600",
                    .xContentTypeOptions: "nosniff",
                ], body: ResponseBody(byteBuffer: ByteBuffer(string: VerifyScript.text)))
        }
    }

    /// The form; or with `?url=`, what is published there, verified.
    private func get(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let parameters = try QueryParameters(request, known: ["url"])
        guard let url = parameters["url"] else { return try page(VerifyPage()) }
        try rate.admit(address: context.remoteAddress)
        return try await result(of: url, recipient: nil)
    }

    private func post(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        try rate.admit(address: context.remoteAddress)
        let form = try await SubmittedForm(request, upTo: VerifyController.maximumBytes)
        let recipient = form.text("recipient").map { String($0.prefix(500)) }
        if let file = form["file"] {
            return try result(try await verification.verify(file, recipient: recipient), recipient: recipient)
        }
        guard let text = form.text("credential") else {
            return try page(
                VerifyPage(message: "Paste a credential or its link, or choose a file."), status: .badRequest)
        }
        if text.hasPrefix("https://") || text.hasPrefix("http://") {
            return try await result(of: text, recipient: recipient)
        }
        return try result(
            try await verification.verify(Array(text.utf8), recipient: recipient), recipient: recipient)
    }

    private func result(of url: String, recipient: String?) async throws -> Response {
        do {
            let report = try await verification.verify(at: url, recipient: recipient)
            return try result(report, recipient: recipient, url: url)
        } catch let error as FetchError {
            return try page(
                VerifyPage(message: "What the link leads to could not be fetched. \(error.description)", link: url),
                status: error.kind == .busy ? .serviceUnavailable : .unprocessableContent)
        }
    }

    private func result(_ report: VerificationReport, recipient: String?, url: String? = nil) throws -> Response {
        try pages.page(
            "verified",
            VerifiedPage(report, recipient: recipient, url: url, base: verification.identity.baseURL))
    }

    /// The form's page, the only one with a script.
    private func page(_ page: VerifyPage, status: HTTPResponse.Status = .ok) throws -> Response {
        var response = try pages.page("verify", page, status: status)
        let policy = response.headers[.contentSecurityPolicy] ?? ""
        response.headers[.contentSecurityPolicy] = policy + "; script-src 'self'"
        return response
    }
}

/// What the page with the form shows.
struct VerifyPage {
    /// What was wrong with what was handed in.
    var message: String?
    /// The link that was handed in.
    var link: String?
    let script = "/" + VerifyScript.path
}
