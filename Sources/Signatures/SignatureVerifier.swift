internal import CryptoExtras
public import FoundationEssentials
internal import X509
public import XAPI

/// Checks the signatures of statements (xAPI-Data 2.6, xAPI 2.0 §4.2.7).
///
/// Refused is what the specification calls malformed: no compact JWS, another algorithm than RS256, RS384 or RS512, a
/// payload that is not the statement, an `x5c` that is no chain of certificates in order, and a signature that the
/// certificate's key has not made. Everything that depends on whom one trusts and when one looks is a
/// ``SignatureFinding``: that a certificate has expired does not make a record false that was signed in its time and is
/// handed on years later, and the specification leaves authenticating the signer to those who read.
public struct SignatureVerifier: Sendable {
    private let trusted: TrustedKeys

    /// A verifier that trusts these keys.
    public init(trusting trusted: TrustedKeys = .none) {
        self.trusted = trusted
    }

    /// Checks a signature.
    ///
    /// - Parameters:
    ///   - bytes: The attachment's data.
    ///   - statement: The statement that it came with.
    ///   - id: The id under which it is stored, which it may have been sent without.
    ///   - version: The version of the request.
    ///   - moment: When certificates must be valid.
    public func check(
        _ bytes: [UInt8], of statement: ParsedStatement, id: UUID, version: XAPIVersion, at moment: Date
    ) async throws(SignatureFault) -> SignatureFinding {
        let signature = try StatementSignature(parsing: bytes)
        try requireStatement(signature.payload, statement, id: id, version: version)
        guard let leaf = signature.certificates.first else { return finding(withoutCertificate: signature) }
        guard let key = _RSA.Signing.PublicKey(leaf.publicKey) else {
            throw SignatureFault(.signatureChain, "The first certificate of x5c has no RSA key of 2048 bits or more.")
        }
        guard signature.algorithm.isValid(signature.signature, of: signature.signingInput, by: key) else {
            throw SignatureFault(
                .signatureValue, "The signature was not made by the key of the certificate that comes with it.")
        }
        try requireOrder(signature.certificates)
        return await finding(signature, leaf: leaf, key: key, at: moment)
    }

    /// The payload must be a statement, and the one that it signs.
    private func requireStatement(
        _ payload: [UInt8], _ statement: ParsedStatement, id: UUID, version: XAPIVersion
    ) throws(SignatureFault) {
        let batch: StatementBatch
        do { batch = try StatementBatch.parse(bytes: payload, version: version) } catch {
            throw SignatureFault(.signaturePayload, "The signature's payload is no valid statement: \(error.summary)")
        }
        guard !batch.isArray, let signed = batch.statements.first else {
            throw SignatureFault(.signaturePayload, "The signature's payload is not one statement.")
        }
        guard signed.id == nil || signed.id == id,
            let theirs = try? ImmutabilityForm(signedPayload: signed.payload),
            let ours = try? ImmutabilityForm(signedPayload: statement.payload), theirs.matches(ours)
        else {
            throw SignatureFault(
                .signaturePayload, "The signature's payload says something else than the statement it comes with.")
        }
    }

    /// Each certificate must be certified by the next (RFC 7515 §4.1.6).
    private func requireOrder(_ chain: [Certificate]) throws(SignatureFault) {
        for (position, (certificate, next)) in zip(chain, chain.dropFirst()).enumerated() {
            guard certificate.issuer == next.subject,
                next.publicKey.isValidSignature(certificate.signature, for: certificate)
            else {
                throw SignatureFault(
                    .signatureChain, "Certificate \(position) of x5c is not certified by the one that follows it.")
            }
        }
    }

    private func finding(withoutCertificate signature: StatementSignature) -> SignatureFinding {
        let signer = trusted.keys.first {
            signature.algorithm.isValid(signature.signature, of: signature.signingInput, by: $0)
        }
        return SignatureFinding(
            status: signer == nil ? .keyUnknown : .verified, algorithm: signature.algorithm.rawValue,
            keyDigest: signer?.digest)
    }

    private func finding(
        _ signature: StatementSignature, leaf: Certificate, key: _RSA.Signing.PublicKey, at moment: Date
    ) async -> SignatureFinding {
        let chain = signature.certificates
        let validFrom = chain.map(\.notValidBefore).max() ?? moment
        let validUntil = chain.map(\.notValidAfter).min() ?? moment
        let status: SignatureFinding.Status =
            if moment < validFrom || moment > validUntil {
                .chainExpired
            } else if trusted.contains(key) {
                .verified
            } else {
                await leadsToTrusted(chain) ? .verified : .chainUntrusted
            }
        return SignatureFinding(
            status: status, algorithm: signature.algorithm.rawValue, subject: leaf.subject.description,
            issuer: leaf.issuer.description, validFrom: validFrom, validUntil: validUntil, keyDigest: key.digest)
    }

    /// Whether a trusted certificate vouches for the first of a chain, now (RFC 5280 §6).
    private func leadsToTrusted(_ chain: [Certificate]) async -> Bool {
        guard !trusted.certificates.isEmpty, let leaf = chain.first else { return false }
        var verifier = Verifier(rootCertificates: CertificateStore(trusted.certificates)) {
            RFC5280Policy()
        }
        switch await verifier.validate(leaf: leaf, intermediates: CertificateStore(chain.dropFirst())) {
        case .validCertificate: return true
        case .couldNotValidate: return false
        }
    }
}
