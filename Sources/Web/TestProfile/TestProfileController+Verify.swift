internal import Credentials
internal import FoundationEssentials
internal import Hummingbird
internal import JSON

/// Verifying by the test profile.
extension TestProfileController {
    func verifyCredential(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let received = try await TestProfileRequest(request, upTo: limits.bodyBytes, members: ["verifiableCredential"])
        let credential = try received.document("verifiableCredential")
        try TestProfileRequest.check(received.options, ["checks"])
        let checks = try Self.checks(received.options)
        let faults = await verifier.faults(ofCredential: credential, checks: checks, at: Date())
        guard faults.isEmpty else { throw Problem(invalid: "/verifiableCredential", faults) }
        return Self.verified
    }

    func verifyPresentation(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let received = try await TestProfileRequest(
            request, upTo: limits.bodyBytes, members: ["verifiablePresentation"])
        let presentation = try received.document("verifiablePresentation")
        let options = received.options
        try TestProfileRequest.check(options, ["checks", "domain", "challenge"])
        let wanted = PresentationRequest(
            domain: try TestProfileRequest.text(options, "domain"),
            challenge: try TestProfileRequest.text(options, "challenge"), checks: try Self.checks(options))
        let faults = await verifier.faults(ofPresentation: presentation, wanted, at: Date())
        guard faults.isEmpty else { throw Problem(invalid: "/verifiablePresentation", faults) }
        return Self.verified
    }

    private var verifier: DocumentVerifier { DocumentVerifier(lists: profile.list) }

    /// The checks that are asked for; all without such a wish.
    private static func checks(_ options: JSONValue) throws -> Set<DocumentCheck> {
        guard options["checks"] != nil else { return Set(DocumentCheck.allCases) }
        return Set(
            try TestProfileRequest.texts(options, "checks").map { name in
                guard let check = DocumentCheck(rawValue: name) else {
                    let known = DocumentCheck.allCases.map(\.rawValue).joined(separator: ", ")
                    throw TestProfileRequest.refusal("/options/checks", "There is no such check. Known: \(known).")
                }
                return check
            })
    }

    private static var verified: Response {
        var writer = JSONWriter()
        writer.object { $0.member("verified", boolean: true) }
        return .json(writer.bytes, headers: headers)
    }
}
