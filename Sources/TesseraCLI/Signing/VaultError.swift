/// Why a Vault gave no key or no signature.
struct VaultError: Error, CustomStringConvertible {
    /// What was asked for, such as `transit/sign/tessera-es256`.
    let path: String
    /// What went wrong; never the token.
    let reason: String

    var description: String { "Vault, \(path): \(reason)" }
}
