internal import Credentials
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// The routes of the test profile, as W3C's test suites call them (VC API).
struct TestProfileController {
    let profile: TestProfile
    let limits: RequestLimits

    func addRoutes(to router: Router<TesseraRequestContext>) {
        router.get("test-profile") { _, _ in Response.json(description, headers: Self.headers) }
        router.get("\(TestProfile.listPath)") { request, _ in
            let type = try SignedForms.best(for: request, of: SignedForms.document)
            return Response.json(
                try await profile.list.published(),
                headers: [.contentType: type, .vary: "Accept", .cacheControl: "no-store"])
        }
        router.post("credentials/issue", use: issue)
        router.post("credentials/status", use: setStatus)
        router.post("credentials/verify", use: verifyCredential)
        router.post("presentations/verify", use: verifyPresentation)
    }

    static let headers: HTTPFields = [.cacheControl: "no-store"]

    /// Which issuers there are, by the options that choose them.
    private var description: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member(
                "issuers",
                array: { writer in
                    for (mediaType, id) in zip(
                        [DataIntegritySecuring.mediaType, JWTSecuring.mediaType], profile.issuers)
                    {
                        writer.object { writer in
                            writer.member("id", string: id)
                            writer.member("mediaType", string: mediaType)
                        }
                    }
                })
            writer.member("cryptosuites", array: { for suite in Cryptosuite.allCases { $0.string(suite.rawValue) } })
            writer.member("statusList", string: profile.list.url)
        }
        return writer.bytes
    }

    private func issue(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let received = try await TestProfileRequest(request, upTo: limits.bodyBytes, members: ["credential"])
        var credential = try received.document("credential")
        let options = try TestProfileOptions(received.options)
        if options.hasStatus { credential = try addingStatus(credential) }
        let secured: [UInt8]
        do { secured = try await profile.issuer.issue(credential, as: options.form, options.proof) } catch {
            guard let refusal = error as? DocumentRefusal else { throw error }
            throw Problem(invalid: "/credential", refusal.faults)
        }
        let isToken = options.form == .token
        let document = isToken ? EnvelopedCredential(jwt: String(decoding: secured, as: UTF8.self)).json : secured
        var writer = JSONWriter()
        writer.object { $0.member("verifiableCredential", raw: document) }
        return .json(writer.bytes, status: .created, headers: Self.headers)
    }

    /// The credential with a place on the status list.
    private func addingStatus(_ credential: JSONValue) throws -> JSONValue {
        guard credential["credentialStatus"] == nil else {
            throw TestProfileRequest.refusal("/credential/credentialStatus", "It has a status already.")
        }
        guard let entry = profile.list.allocate(for: credential["id"]?.string) else {
            throw Problem(.conflict, "vc-api", "The status list of the test profile is full; start anew.")
        }
        var writer = JSONWriter()
        writer.object { writer in
            for (key, value) in credential.members { writer.member(key.string ?? "", raw: value.bytes) }
            writer.member("credentialStatus", raw: entry.json)
        }
        return try JSONDocument(parsing: writer.bytes).root
    }

    private func setStatus(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let received = try await TestProfileRequest(
            request, upTo: limits.bodyBytes, members: ["credentialId", "credentialStatus", "status"])
        let isRevoked = received["status"].map(\.boolean) ?? true
        guard let id = received["credentialId"]?.string, let isRevoked else {
            throw TestProfileRequest.refusal("", "Send the text \"credentialId\", and true or false as \"status\".")
        }
        guard profile.list.set(isRevoked, of: id) else {
            throw Problem(.notFound, "not-found", "No credential with this id has a place on the status list.")
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("credentialId", string: id)
            writer.member("status", boolean: isRevoked)
        }
        return .json(writer.bytes, headers: Self.headers)
    }
}
