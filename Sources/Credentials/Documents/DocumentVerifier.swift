package import FoundationEssentials
package import JSON

/// Verifies credentials and presentations of any type by the data model alone, as W3C's test suites ask.
///
/// Who issued them is proven by nothing but a key (`did:key`), which anybody can make: it is for tests. What people
/// are told of credentials comes from ``CredentialVerifier``.
package struct DocumentVerifier: Sendable {
    let verifier: CredentialVerifier
    let graphs = LinkedDataProcessor.testSuites

    /// Makes a verifier that takes status lists from a source.
    package init(lists: any StatusListSource) {
        func verifier(_ statuses: (any StatusResolver)?) -> CredentialVerifier {
            CredentialVerifier(
                issuers: KnownIssuers([]), statuses: statuses, acceptsBareKeys: true,
                graphs: LinkedDataProcessor.testSuites)
        }
        self.verifier = verifier(StatusLists(source: lists, verifier: verifier(nil)))
    }

    /// What is wrong with a credential, which may be enveloped; nothing when it verifies.
    package func faults(
        ofCredential credential: JSONValue, checks: Set<DocumentCheck> = Set(DocumentCheck.allCases), at instant: Date
    ) async -> [DataModelFault] {
        do {
            let presented = try opened(credential)
            return await faults(of: presented, checks, at: Instant(instant))
        } catch {
            return error.faults
        }
    }

    /// The credential, taken out of its envelope if it has one, when its data model is as it should be.
    private func opened(_ credential: JSONValue) throws(DocumentRefusal) -> PresentedCredential {
        guard EnvelopeKind.credential.isEnvelope(credential) else {
            let faults = DataModelCheck.faults(ofCredential: credential)
            guard faults.isEmpty else { throw DocumentRefusal(faults) }
            if let fault = graphs.fault(in: credential) { throw DocumentRefusal([fault]) }
            do { return try PresentedCredential(parsing: Array(credential.bytes), graphs: graphs) } catch {
                throw DocumentRefusal(.securing, at: "", error.message)
            }
        }
        let faults = DataModelCheck.faults(ofEnvelope: credential, kind: .credential)
        guard faults.isEmpty else { throw DocumentRefusal(faults) }
        let inner: EnvelopedDocument
        do { inner = try EnvelopedDocument(credential, .credential) } catch {
            throw DocumentRefusal(.securing, at: "/id", error.message)
        }
        let presented = PresentedCredential(
            document: inner.document, dataModel: .v2, claims: inner.claims, securing: [inner.token])
        let innerFaults = DataModelCheck.faults(ofCredential: presented.root)
        guard innerFaults.isEmpty else { throw DocumentRefusal(innerFaults.map(Self.enveloped)) }
        return presented
    }

    private func faults(
        of presented: PresentedCredential, _ checks: Set<DocumentCheck>, at instant: Instant
    ) async -> [DataModelFault] {
        if checks.contains(.proof) {
            let finding = await verifier.proof(of: presented, at: instant)
            guard finding.isEstablished else {
                let check = finding.signature.outcome == .passed ? finding.issuer : finding.signature
                return [DataModelFault(pointer: presented.proofPointer, rule: .proof, message: check.text)]
            }
        }
        var faults: [DataModelFault] = []
        if checks.contains(.status), presented.root["credentialStatus"] != nil {
            let check = await verifier.statusCheck(presented)
            if check.outcome != .passed {
                faults.append(DataModelFault(pointer: "/credentialStatus", rule: .status, message: check.text))
            }
        }
        if checks.contains(.dates), let fault = presented.dateFault(at: instant) { faults.append(fault) }
        return faults
    }

    /// A fault of what is in a token, told by the place of the token.
    static func enveloped(_ fault: DataModelFault) -> DataModelFault {
        let place = fault.pointer.isEmpty ? "" : " at \(fault.pointer)"
        return DataModelFault(pointer: "/id", rule: fault.rule, message: "In the token\(place): \(fault.message)")
    }
}
