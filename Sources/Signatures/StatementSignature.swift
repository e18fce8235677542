internal import Credentials
internal import FoundationEssentials
internal import JSON
internal import SwiftASN1
internal import X509
internal import XAPI

/// A statement's signature, taken apart but not yet checked: a JWS in compact form (RFC 7515 §7.1).
struct StatementSignature {
    /// Certificates of one chain.
    private static let maximumCertificates = 10

    let algorithm: SignatureAlgorithm
    /// The chain of the header's `x5c`, the signer's first; empty when there is none.
    let certificates: [Certificate]
    let payload: [UInt8]
    /// What the signature is over: header and payload as they stand in the JWS.
    let signingInput: [UInt8]
    let signature: [UInt8]

    init(parsing bytes: [UInt8]) throws(SignatureFault) {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64URL.decode(parts[0]), let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]), !header.isEmpty, !payload.isEmpty
        else {
            throw SignatureFault(
                .signatureForm, "The signature is not three parts of base64url with points between: no compact JWS.")
        }
        (algorithm, certificates) = try Self.read(header: header)
        guard !signature.isEmpty else { throw SignatureFault(.signatureForm, "The signature's last part is empty.") }
        self.payload = payload
        self.signature = signature
        signingInput = Array(parts[0] + [UInt8(ascii: ".")] + parts[1])
    }

    private static func read(header: [UInt8]) throws(SignatureFault) -> (SignatureAlgorithm, [Certificate]) {
        guard let root = try? JSONDocument(parsing: header).root, root.kind == .object else {
            throw SignatureFault(.signatureForm, "The signature's header is no JSON object.")
        }
        guard let name = root["alg"]?.string, let algorithm = SignatureAlgorithm(rawValue: name) else {
            throw SignatureFault(
                .signatureAlgorithm,
                "The signature's alg is \(root["alg"]?.string.map { "\"\($0.prefix(40))\"" } ?? "missing"); it must be RS256, RS384 or RS512."
            )
        }
        guard root["crit"] == nil else {
            throw SignatureFault(.signatureForm, "The signature's header has crit: extensions are not understood here.")
        }
        guard let chain = root["x5c"] else { return (algorithm, []) }
        guard chain.kind == .array, (1...maximumCertificates).contains(chain.count) else {
            throw SignatureFault(
                .signatureChain, "The header's x5c is not an array of 1 to \(maximumCertificates) certificates.")
        }
        var certificates: [Certificate] = []
        for element in chain.elements {
            // Base64 and not base64url (RFC 7515 §4.1.6).
            guard let text = element.string, let der = Data(base64Encoded: text),
                let certificate = try? Certificate(derEncoded: Array(der))
            else {
                throw SignatureFault(
                    .signatureChain,
                    "Certificate \(certificates.count) of x5c is no X.509 certificate as DER in base64.")
            }
            certificates.append(certificate)
        }
        return (algorithm, certificates)
    }
}
