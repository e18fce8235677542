/// A cryptographic suite of Data Integrity proofs (VC Data Integrity EdDSA Cryptosuites v1.0).
public enum Cryptosuite: String, Hashable, Sendable, CaseIterable {
    /// Ed25519 over the graph that the document states: order and spelling of its JSON don't matter.
    case eddsaRDFC2022 = "eddsa-rdfc-2022"
    /// Ed25519 over the document's JSON in canonical form.
    case eddsaJCS2022 = "eddsa-jcs-2022"

    /// The suite of a proof; older names of the first one are understood.
    init?(type: String, name: String?) {
        if sameBytes(type, DataIntegrityProof.type), let name {
            if let suite = Self.allCases.first(where: { sameBytes($0.rawValue, name) }) {
                self = suite
                return
            }
            guard sameBytes(name, "eddsa-2022") else { return nil }
            self = .eddsaRDFC2022
        } else if sameBytes(type, "Ed25519Signature2020"), name == nil {
            self = .eddsaRDFC2022
        } else {
            return nil
        }
    }
}
