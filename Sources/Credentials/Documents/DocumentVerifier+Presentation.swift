package import FoundationEssentials
package import JSON

extension DocumentVerifier {
    /// What is wrong with a presentation, which may be enveloped, or with a credential in it; nothing when it verifies.
    package func faults(
        ofPresentation presentation: JSONValue, _ request: PresentationRequest, at instant: Date
    ) async -> [DataModelFault] {
        guard EnvelopeKind.presentation.isEnvelope(presentation) else {
            let faults = proofFaults(presentation, request, at: Instant(instant))
            return faults.isEmpty ? await credentialFaults(presentation, request, at: instant) : faults
        }
        let faults = DataModelCheck.faults(ofEnvelope: presentation, kind: .presentation)
        guard faults.isEmpty else { return faults }
        do {
            let inner = try EnvelopedDocument(presentation, .presentation)
            let faults = DataModelCheck.faults(ofPresentation: inner.document.root).map(Self.enveloped)
            guard faults.isEmpty else { return faults }
            if let reason = inner.objection(request) {
                return [DataModelFault(pointer: "/id", rule: .proof, message: reason)]
            }
            if let fault = inner.claims.dateFault(at: Instant(instant)) { return [fault] }
            return await credentialFaults(inner.document.root, request, at: instant).map(Self.enveloped)
        } catch {
            return [DataModelFault(pointer: "/id", rule: .securing, message: error.message)]
        }
    }

    /// What is wrong with the presentation itself and with its proofs, all of which have to verify.
    private func proofFaults(
        _ presentation: JSONValue, _ request: PresentationRequest, at instant: Instant
    ) -> [DataModelFault] {
        let faults = DataModelCheck.faults(ofPresentation: presentation)
        guard faults.isEmpty else { return faults }
        if let fault = graphs.fault(in: presentation) { return [fault] }
        let expectation = ProofExpectation(
            purpose: "authentication", domain: request.domain, challenge: request.challenge, instant: instant)
        func fault(_ reason: String) -> [DataModelFault] {
            [DataModelFault(pointer: "/proof", rule: .proof, message: reason)]
        }
        do {
            let proofs = try Proofs(of: presentation)
            guard !proofs.values.isEmpty else { return fault("Nobody signed it.") }
            for value in proofs.values {
                let proof = EmbeddedProof(value, among: proofs, in: presentation, graphs: graphs)
                if let reason = proof.objection(expectation)?.reason { return fault(reason) }
                guard let key = proof.verificationMethod.flatMap(DIDKey.init(verificationMethod:)) else {
                    return fault("The key that it names is no did:key, the only kind that is known here.")
                }
                if let holder = presentation.holder, !sameBytes(holder, key.did) {
                    return fault("It was not signed by its holder.")
                }
                if let reason = proof.outcome(with: key.key).reason { return fault(reason) }
            }
            return []
        } catch {
            return fault(error.message)
        }
    }

    private func credentialFaults(
        _ presentation: JSONValue, _ request: PresentationRequest, at instant: Date
    ) async -> [DataModelFault] {
        guard let member = presentation["verifiableCredential"] else { return [] }
        var faults: [DataModelFault] = []
        for credential in member.kind == .array ? Array(member.elements) : [member] {
            // Its faults are told by their places in the credential alone.
            guard let document = try? JSONDocument(parsing: Array(credential.bytes)) else { continue }
            for fault in await self.faults(ofCredential: document.root, checks: request.checks, at: instant) {
                let pointer = credential.pointer + fault.pointer
                faults.append(DataModelFault(pointer: pointer, rule: fault.rule, message: fault.message))
            }
        }
        return faults
    }
}

extension EnvelopedDocument {
    /// Why an enveloped presentation doesn't verify, or isn't what was asked for.
    fileprivate func objection(_ request: PresentationRequest) -> String? {
        if token.header.bringsKey { return "It brings its own key, which anybody can make." }
        guard let key = token.header.keyID.flatMap(DIDKey.init(verificationMethod:)) else {
            return "The key that it names is no did:key, the only kind that is known here."
        }
        for holder in [claims["iss"]?.string, document.root.holder] {
            if let holder, !sameBytes(holder, key.did) { return "It was not signed by its holder." }
        }
        guard sameBytes(token.header.algorithm, key.key.algorithm.name),
            key.key.isValid(signature: token.signature, over: token.signingInput)
        else { return "The signature doesn't fit." }
        if let challenge = request.challenge, claims["nonce"]?.string.map(sameBytes(challenge)) != true {
            return "It doesn't answer the challenge that was given."
        }
        if let domain = request.domain, !StatusListReading.texts(claims["aud"]).contains(where: sameBytes(domain)) {
            return "It is not for the domain that was asked for."
        }
        return nil
    }
}

extension JSONValue {
    /// The id of a presentation's holder.
    fileprivate var holder: String? { self["holder"]?.string ?? self["holder"]?["id"]?.string }
}
