import Awarding
import FoundationEssentials

/// What a Vault is shown: a token from the settings, or from a file that others renew, such as Vault's agent.
struct VaultToken: Sendable {
    private let fixed: String?
    private let path: String?

    /// - Throws: `Settings.Invalid` unless exactly one of the two is set.
    init(_ settings: Settings) throws {
        guard (settings.vaultToken == nil) != (settings.vaultTokenFile == nil) else {
            throw Settings.Invalid(name: "vault_token", rule: "set either vault_token or vault_token_file.")
        }
        fixed = settings.vaultToken
        path = settings.vaultTokenFile
    }

    /// The token of now.
    /// - Throws: `SigningKeyFile.Failure` when others than the owner may read the file, or nobody can.
    func value() throws -> String {
        guard let path else { return fixed ?? "" }
        let token = try SigningKeyFile(path: path).text().filter { !$0.isWhitespace }
        guard !token.isEmpty else { throw SigningKeyFile.Failure.malformed(path: path, reason: "it is empty.") }
        return token
    }
}
