internal import JSON

/// The proofs of a document.
struct Proofs: Sendable {
    /// How many proofs a document may have; each takes the work of checking the whole document.
    static let maximumCount = 8

    /// The proofs' objects.
    let values: [JSONValue]

    /// Finds the proofs, one or a list, in a document.
    init(of document: JSONValue) throws(CredentialError) {
        guard let proof = document["proof"] else {
            values = []
            return
        }
        values = proof.kind == .array ? Array(proof.elements) : [proof]
        guard values.allSatisfy({ $0.kind == .object }) else {
            throw CredentialError(.invalidProof, "A proof is not an object.")
        }
        guard values.count <= Self.maximumCount else {
            throw CredentialError(.invalidProof, "There are more than \(Self.maximumCount) proofs.")
        }
    }

    /// The JSON of the proofs with these ids, each of which has to be there once.
    func covered(by ids: [String]) throws(CredentialError) -> [[UInt8]] {
        var covered: [[UInt8]] = []
        for id in ids {
            let found = values.filter { $0["id"]?.string.map(sameBytes(id)) ?? false }
            guard found.count == 1 else {
                throw CredentialError(.invalidProof, "The previous proof \(quoted(id)) is not there, or not only once.")
            }
            covered.append(Array(found[0].bytes))
        }
        return covered
    }

    /// The JSON of the list with one more proof.
    func list(adding proof: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in
            for value in values { writer.raw(value.bytes) }
            writer.raw(proof)
        }
        return writer.bytes
    }
}
