internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials
internal import SwiftASN1
internal import X509

/// The keys and certificates that an installation trusts to sign statements.
public struct TrustedKeys: Sendable {
    /// A text that holds something else.
    public struct Malformed: Error, Sendable, CustomStringConvertible {
        /// What is wrong, in words.
        public let description: String
    }

    /// Those that sign directly, the keys of the certificates among them.
    let keys: [_RSA.Signing.PublicKey]
    /// Those that vouch for others.
    let certificates: [Certificate]

    /// Nobody is trusted.
    public static let none = TrustedKeys(keys: [], certificates: [])

    private init(keys: [_RSA.Signing.PublicKey], certificates: [Certificate]) {
        self.keys = keys
        self.certificates = certificates
    }

    /// Reads RSA public keys and X.509 certificates, one after the other as PEM.
    public init(pem: String) throws(Malformed) {
        let documents: [PEMDocument]
        do { documents = try PEMDocument.parseMultiple(pemString: pem) } catch {
            throw Malformed(description: "it is no PEM: \(error)")
        }
        guard !documents.isEmpty else { throw Malformed(description: "it holds no PEM document.") }
        var keys: [_RSA.Signing.PublicKey] = []
        var certificates: [Certificate] = []
        for (position, document) in documents.enumerated() {
            do {
                switch document.discriminator {
                case "CERTIFICATE":
                    let certificate = try Certificate(derEncoded: document.derBytes)
                    certificates.append(certificate)
                    if let key = _RSA.Signing.PublicKey(certificate.publicKey) { keys.append(key) }
                case "PUBLIC KEY", "RSA PUBLIC KEY":
                    keys.append(try _RSA.Signing.PublicKey(derRepresentation: document.derBytes))
                case let other:
                    throw Malformed(description: "it is a \(other); public keys and certificates are wanted.")
                }
            } catch {
                throw Malformed(description: "document \(position + 1): \(error)")
            }
        }
        self.init(keys: keys, certificates: certificates)
    }

    /// Whether this very key is trusted.
    func contains(_ key: _RSA.Signing.PublicKey) -> Bool {
        keys.contains { $0.derRepresentation == key.derRepresentation }
    }
}

extension _RSA.Signing.PublicKey {
    /// SHA-256 of the SubjectPublicKeyInfo.
    var digest: [UInt8] { Array(SHA256.hash(data: derRepresentation)) }
}
