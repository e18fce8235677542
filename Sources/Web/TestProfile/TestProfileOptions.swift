internal import Credentials
internal import FoundationEssentials
internal import JSON

/// How the test profile is to issue a credential.
struct TestProfileOptions {
    /// How it is secured.
    let form: DocumentIssuer.Form
    /// What its proof says.
    let proof: ProofOptions
    /// Whether it gets a place on the status list.
    let hasStatus: Bool

    /// Reads the options of a request to issue.
    init(_ options: JSONValue) throws {
        try TestProfileRequest.check(options, ["cryptosuite", "mediaType", "proof", "credentialStatus"])
        let suite = try Self.suite(options)
        switch try TestProfileRequest.text(options, "mediaType") {
        case nil, DataIntegritySecuring.mediaType: form = .proof(suite)
        case JWTSecuring.mediaType: form = .token
        default:
            throw TestProfileRequest.refusal(
                "/options/mediaType",
                "This must be \"\(DataIntegritySecuring.mediaType)\" or \"\(JWTSecuring.mediaType)\".")
        }
        proof = try Self.proof(options["proof"])
        hasStatus = try Self.hasStatus(options["credentialStatus"])
    }

    private static func suite(_ options: JSONValue) throws -> Cryptosuite {
        guard let name = try TestProfileRequest.text(options, "cryptosuite") else { return .eddsaRDFC2022 }
        guard let suite = Cryptosuite(rawValue: name) else {
            let known = Cryptosuite.allCases.map(\.rawValue).joined(separator: ", ")
            throw TestProfileRequest.refusal("/options/cryptosuite", "There is no such suite here. Known: \(known).")
        }
        return suite
    }

    private static func proof(_ proof: JSONValue?) throws -> ProofOptions {
        guard let proof else { return ProofOptions(created: Date()) }
        guard proof.kind == .object else { throw TestProfileRequest.refusal(proof.pointer, "This must be an object.") }
        try TestProfileRequest.check(proof, ["id", "previousProof", "created", "expires", "domain", "challenge"])
        return ProofOptions(
            created: try TestProfileRequest.date(proof, "created") ?? Date(),
            expires: try TestProfileRequest.date(proof, "expires"),
            domain: try TestProfileRequest.text(proof, "domain"),
            challenge: try TestProfileRequest.text(proof, "challenge"), id: try TestProfileRequest.text(proof, "id"),
            previousProofs: try TestProfileRequest.texts(proof, "previousProof"))
    }

    private static func hasStatus(_ status: JSONValue?) throws -> Bool {
        guard let status else { return false }
        guard status.kind == .object else {
            throw TestProfileRequest.refusal(status.pointer, "This must be an object.")
        }
        try TestProfileRequest.check(status, ["type", "statusPurpose"])
        guard try TestProfileRequest.text(status, "type") == StatusListEntry.type,
            try TestProfileRequest.text(status, "statusPurpose") == StatusPurpose.revocation.name
        else {
            throw TestProfileRequest.refusal(
                status.pointer,
                "Kept is a list of the type \(StatusListEntry.type) with the statusPurpose \(StatusPurpose.revocation)."
            )
        }
        return true
    }
}
