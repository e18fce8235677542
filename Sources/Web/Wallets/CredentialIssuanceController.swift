internal import Awarding
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// OpenID4VCI's endpoints for wallets: `POST /openid4vci/nonce`, `/openid4vci/credential`, `/openid4vci/notification`.
struct CredentialIssuanceController {
    /// How large a request may be, in bytes.
    private static let maximumBytes = 256 << 10

    let issuer: WalletIssuer

    func addRoutes(to router: RouterGroup<TesseraRequestContext>) {
        let group = router.group("openid4vci")
        group.post("nonce", use: nonce)
        group.post("credential") { request, _ in try await OAuthError.answering { try await credential(request) } }
        group.post("notification") { request, _ in try await OAuthError.answering { try await notification(request) } }
    }

    private static let headers: HTTPFields = [.cacheControl: "no-store"]

    private func nonce(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let nonce = try await issuer.nonce()
        var writer = JSONWriter()
        writer.object { $0.member("c_nonce", string: nonce.text) }
        return .json(writer.bytes, headers: Self.headers)
    }

    private func credential(_ request: Request) async throws -> Response {
        let token = try request.bearerSecret()
        let wish = try CredentialRequest(try await body(of: request, or: "invalid_credential_request"))
        let issued = try await issuer.issue(wish, token: token)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member(
                "credentials",
                array: { writer in
                    for copy in issued.copies {
                        writer.object { writer in
                            switch issued.format {
                            case .document: writer.member("credential", raw: copy)
                            case .token, .selective:
                                writer.member("credential", string: String(decoding: copy, as: UTF8.self))
                            }
                        }
                    }
                })
            writer.member("notification_id", string: issued.notificationID.uuidString.lowercased())
        }
        return .json(writer.bytes, headers: Self.headers)
    }

    private func notification(_ request: Request) async throws -> Response {
        let token = try request.bearerSecret()
        let body = try await body(of: request, or: "invalid_notification_request")
        let events = ["credential_accepted", "credential_failure", "credential_deleted"]
        guard let event = body["event"]?.string, events.contains(event), let id = body["notification_id"]?.string else {
            throw OAuthError(
                "invalid_notification_request", "It has to have a notification_id, and a known event.")
        }
        guard let id = UUID(canonical: id) else {
            throw IssuanceError(.invalidNotificationID, "notification_id: nothing was issued by this id and token.")
        }
        try await issuer.note(event, of: id, token: token)
        return Response(status: .noContent, headers: Self.headers)
    }

    private func body(of request: Request, or code: String) async throws -> JSONValue {
        guard request.mediaType == "application/json" else {
            throw OAuthError(code, "Send JSON, as application/json.")
        }
        let bytes = try await request.bytes(upTo: Self.maximumBytes)
        let document: JSONDocument
        do { document = try JSONDocument(parsing: bytes) } catch {
            throw OAuthError(code, "\(error.pointer): \(error.reason) (line \(error.line), column \(error.column))")
        }
        guard document.root.kind == .object else { throw OAuthError(code, "The request has to be a JSON object.") }
        return document.root
    }
}

extension CredentialRequest {
    /// Reads a wallet's request.
    /// - Throws: ``OAuthError`` and `IssuanceError` by OpenID4VCI's codes.
    init(_ body: JSONValue) throws {
        guard body["credential_response_encryption"] == nil else {
            throw OAuthError("invalid_encryption_parameters", "Answers are encrypted by TLS alone.")
        }
        let selection: Selection
        switch (body["credential_configuration_id"], body["credential_identifier"]) {
        case (let name?, nil): selection = .configuration(name.string ?? "")
        case (nil, let name?): selection = .identifier(name.string ?? "")
        default:
            throw IssuanceError(
                .invalidCredentialRequest,
                "It has to have one of credential_configuration_id and credential_identifier.")
        }
        guard let proofs = body["proofs"] else { throw IssuanceError(.invalidProof, "proofs: they are missing.") }
        guard proofs.kind == .object, proofs.count == 1, let list = proofs["jwt"], list.kind == .array else {
            throw IssuanceError(.invalidProof, "proofs: it has to have one member, jwt, that is an array.")
        }
        let tokens = list.elements.compactMap(\.stringBytes)
        guard tokens.count == list.count else { throw IssuanceError(.invalidProof, "proofs: a proof is no text.") }
        self.init(selection, proofs: tokens)
    }
}
