internal import JSON

/// A Data Integrity proof within a credential.
struct EmbeddedProof: SecuringMechanism {
    private let proof: Result<DataIntegrityProof, CredentialError>
    private let proofs: Proofs
    private let document: JSONValue
    private let graphs: (any DocumentGraphs)?
    private let name: String

    init(_ value: JSONValue, among proofs: Proofs, in document: JSONValue, graphs: (any DocumentGraphs)?) {
        do { proof = .success(try DataIntegrityProof(value)) } catch { proof = .failure(error) }
        name = value["cryptosuite"]?.string ?? value["type"]?.string ?? ""
        suite = Cryptosuite(type: value["type"]?.string ?? "", name: value["cryptosuite"]?.string)
        verificationMethod = value["verificationMethod"]?.string
        self.proofs = proofs
        self.document = document
        self.graphs = graphs
    }

    let verificationMethod: String?
    private let suite: Cryptosuite?

    func objection(at instant: Instant) -> CheckOutcome? { objection(ProofExpectation(instant: instant)) }

    /// What can be told without a key, where the proof has to be for something else than a credential.
    func objection(_ expectation: ProofExpectation) -> CheckOutcome? {
        guard suite != nil else {
            return .couldNotCheck("It carries a proof, \(quoted(name)), which can't be checked here.")
        }
        switch proof {
        case .failure(let error): return .failed(error.message)
        case .success(let proof):
            return proof.objection(expectation).map { .failed($0) }
        }
    }

    func outcome(with key: PublicKey) -> CheckOutcome {
        do throws(CredentialError) {
            let proof = try proof.get()
            guard let suite else { throw CredentialError(.unknownContext, "Its proof can't be checked here.") }
            guard proof.proofValue.utf8.first == UInt8(ascii: "z"),
                let signature = Multibase.decode(Array(proof.proofValue.utf8)), signature.count == 64
            else { return .failed("The value of its proof is not a signature in base58btc.") }
            let input = try ProofInput(
                document: document, previous: proofs.covered(by: proof.previousProofs), proof: proof.value,
                suite: suite, graphs: graphs)
            guard key.algorithm == .edDSA, key.isValid(signature: signature, over: input.hashData) else {
                return .failed("The signature doesn't fit: the credential was changed, or somebody else signed it.")
            }
            return .passed
        } catch {
            let isOurLimit = [.unknownContext, .unreadableName, .tooComplex].contains(error.code)
            return isOurLimit ? .couldNotCheck(error.message) : .failed(error.message)
        }
    }
}
