import Credentials

/// A version of a key that a Vault keeps to itself.
struct VaultSigner: Signer {
    let vault: VaultTransit
    let name: String
    let version: Int
    let publicKey: PublicKey
    let verificationMethod: String

    var algorithm: SignatureAlgorithm { publicKey.algorithm }

    /// The signature over the bytes, which is checked before it is used: what does not verify is not handed out.
    func signature(over bytes: [UInt8]) async throws -> [UInt8] {
        let signature = try await vault.signature(name, version: version, over: bytes)
        guard publicKey.isValid(signature: signature, over: bytes) else {
            throw VaultError(path: name, reason: "its signature is not the key's of version \(version).")
        }
        return signature
    }
}
