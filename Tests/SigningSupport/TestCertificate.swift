public import CryptoExtras
public import FoundationEssentials
import SwiftASN1
public import X509

/// Keys, made once: each takes a moment.
public enum TestKey {
    /// The signer's.
    public static let signer = make()
    /// Of one who vouches for others.
    public static let authority = make()
    /// Of somebody else.
    public static let stranger = make()

    private static func make() -> _RSA.Signing.PrivateKey {
        do { return try _RSA.Signing.PrivateKey(keySize: .bits2048) } catch { fatalError("\(error)") }
    }
}

/// Certificates of a test's own.
public enum TestCertificate {
    /// Makes a certificate; without an issuer it certifies itself.
    public static func make(
        _ name: String, key: _RSA.Signing.PrivateKey, issuer: String? = nil,
        issuerKey: _RSA.Signing.PrivateKey? = nil, from: Date = Date() - 86_400, until: Date = Date() + 86_400,
        isAuthority: Bool = false
    ) throws -> Certificate {
        try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: .init(key.publicKey),
            notValidBefore: from, notValidAfter: until,
            issuer: DistinguishedName { CommonName(issuer ?? name) }, subject: DistinguishedName { CommonName(name) },
            signatureAlgorithm: .sha256WithRSAEncryption,
            extensions: try Certificate.Extensions {
                if isAuthority { Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil)) }
            },
            issuerPrivateKey: .init(issuerKey ?? key))
    }

    /// The certificate as PEM.
    public static func pem(_ certificate: Certificate) throws -> String { try certificate.serializeAsPEM().pemString }

    /// The bytes, as DER.
    public static func der(_ certificate: Certificate) throws -> [UInt8] {
        var serializer = DER.Serializer()
        try certificate.serialize(into: &serializer)
        return serializer.serializedBytes
    }
}
