public import FoundationEssentials

/// What a proof that is being made says beside its signature.
public struct ProofOptions: Hashable, Sendable {
    /// When the proof is made.
    public var created: Date
    /// When the proof ends, which is not the end of what it secures.
    public var expires: Date?
    /// What the key is used for.
    public var purpose: String
    /// The domain that the proof is for.
    public var domain: String?
    /// The challenge that the proof answers.
    public var challenge: String?
    /// An id, by which further proofs can cover this one.
    public var id: String?
    /// The ids of proofs in the document that this one covers.
    public var previousProofs: [String]

    /// Says what a proof is to say.
    public init(
        created: Date, expires: Date? = nil, purpose: String = "assertionMethod", domain: String? = nil,
        challenge: String? = nil, id: String? = nil, previousProofs: [String] = []
    ) {
        self.created = created
        self.expires = expires
        self.purpose = purpose
        self.domain = domain
        self.challenge = challenge
        self.id = id
        self.previousProofs = previousProofs
    }

    func members(suite: Cryptosuite, verificationMethod: String) -> [JSONTree.Member] {
        let previous: JSONTree? =
            previousProofs.count == 1 ? .string(previousProofs[0]) : .array(previousProofs.map { .string($0) })
        return [
            .init("id", id), .init("type", DataIntegrityProof.type), .init("cryptosuite", suite.rawValue),
            .init("created", DateTime.text(created)), .init("expires", expires.map(DateTime.text)),
            .init("verificationMethod", verificationMethod), .init("proofPurpose", purpose),
            .init("domain", domain), .init("challenge", challenge), .init("previousProof", previous),
        ]
    }
}
