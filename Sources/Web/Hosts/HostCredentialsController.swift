internal import Awarding
internal import Credentials
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// `/ims/ob/v3p0/credentials`: a holder's credentials, for hosts that the holder let in.
struct HostCredentialsController {
    /// How large a credential may be, in bytes.
    static let maximumBytes = 1 << 20
    /// What is taken, beside a JWS as `text/plain`.
    private static let documentTypes = ["application/json", "application/vc+ld+json", "application/vc"]

    let access: HostAccess
    let verification: Verification
    let baseURL: String

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("credentials", use: list)
        group.post("credentials", use: upsert)
    }

    private func list(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let guest = try await access.guest(of: request, for: .readCredentials)
        let query = try CredentialPageQuery(request.uri.query)
        let page = try await access.hosts.credentials(
            of: guest, since: query.since, limit: Int64(query.limit), offset: Int64(query.offset))
        var writer = JSONWriter()
        writer.object { writer in
            writer.member(
                "credential",
                array: { writer in
                    for entry in page.entries where !entry.isToken { writer.raw(entry.body) }
                })
            writer.member(
                "compactJwsString",
                array: { writer in
                    for entry in page.entries where entry.isToken {
                        writer.string(String(decoding: entry.body, as: UTF8.self))
                    }
                })
        }
        return .json(
            writer.bytes,
            headers: [
                .cacheControl: "no-store", .totalCount: String(page.total),
                .link: query.links(to: baseURL + "/ims/ob/v3p0/credentials", total: page.total),
            ])
    }

    /// Keeps a credential exactly as it was sent, once it has been verified.
    private func upsert(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let guest = try await access.guest(of: request, for: .upsertCredentials)
        let type = request.mediaType ?? ""
        let isToken = type == "text/plain"
        guard isToken || Self.documentTypes.contains(type) else {
            throw HostProblem(
                .unsupportedMediaType, .invalidData,
                "Send a credential as \(Self.documentTypes.joined(separator: " or ")), or a compact JWS as text/plain.")
        }
        let body = try await request.bytes(upTo: Self.maximumBytes)
        let isObject = body.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
        guard isObject != isToken else {
            throw HostProblem(
                .badRequest, .invalidData, "A credential as JSON is sent as application/json, a JWS as text/plain.")
        }
        let sent = try await verified(body, isToken: isToken)
        let headers: HTTPFields = [
            .contentType: isToken ? "text/plain; charset=utf-8" : type, .cacheControl: "no-store",
        ]
        switch try await access.hosts.upsert(sent, of: guest) {
        case .created: return .json(body, status: .created, headers: headers)
        case .replaced: return .json(body, headers: headers)
        case .older:
            throw HostProblem(.conflict, .invalidData, "There is a newer one of the same issuer and id, which stays.")
        case .full:
            throw HostProblem(
                .conflict, .notAllowed,
                "There are \(HostStore.maximumForeignCredentials) credentials from hosts already.")
        }
    }

    private func verified(_ body: [UInt8], isToken: Bool) async throws -> SentCredential {
        let report = try await verification.verify(body)
        guard [.valid, .expired, .notYetValid].contains(report.verdict), let content = report.content,
            let validFrom = content.validFrom
        else { throw HostProblem(.badRequest, .invalidData, report.text) }
        // Ours are there already, those of the holder; nobody puts those of other people beside them.
        guard !content.issuerID.utf8.elementsEqual(verification.identity.did.did.utf8) else {
            throw HostProblem(
                .badRequest, .notAllowed, "It was issued here: who holds it finds it among their credentials.")
        }
        let (issuer, id) = (CredentialName(content.issuerID), CredentialName(content.id))
        guard issuer.text.unicodeScalars.count <= 1000, id.text.unicodeScalars.count <= 1000 else {
            throw HostProblem(.badRequest, .invalidData, "The id of the credential or its issuer is too long.")
        }
        return SentCredential(
            issuerID: issuer.text, id: id.text, validFrom: validFrom, isToken: isToken, body: body)
    }
}

/// An id by which credentials are compared: without percent-encoding, and without space around it (Open Badges 3.0,
/// *Credential equality and comparison*).
struct CredentialName {
    let text: String

    init(_ id: String) {
        var text = QueryParameters.decode(id[...], plusIsSpace: false) ?? id
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        self.text = text
    }
}
