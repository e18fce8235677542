import Awarding
import Credentials
import FoundationEssentials

/// Where the keys of this installation's issuer are: in files, and in a Vault where one is set up.
struct IssuerKeySources: Sendable {
    private let settings: Settings
    private let did: DIDWeb
    private let vault: VaultTransit?

    /// - Parameter did: the issuer; nil for the one under the installation's base URL.
    /// - Throws: `Settings.Invalid` when the settings for Vault are not whole, `CredentialError` when the base URL makes
    ///   no DID.
    init(_ settings: Settings, did: DIDWeb? = nil) throws {
        self.settings = settings
        self.did = try did ?? DIDWeb(baseURL: settings.publicURL)
        vault = try VaultTransit(settings)
    }

    /// The issuer with all its keys, the first of which are made where there are none yet.
    /// - Throws: `SigningKeyFile.Failure` that names the file, `VaultError`.
    func identity() async throws -> IssuerIdentity {
        let external = try await vault?.keys(of: did) ?? []
        return try IssuerIdentity(
            baseURL: settings.publicURL, name: settings.issuerName,
            tokenKey: first(.p256, at: settings.signingKeyPath, external),
            proofKey: first(.ed25519, at: settings.proofKeyPath, external),
            ring: KeyRing(loading: keys))
    }

    /// Every key, those of the settings first.
    @Sendable func keys() async throws -> [IssuerKey] {
        let named = [settings.signingKeyPath, settings.proofKeyPath].filter {
            FileManager.default.fileExists(atPath: $0)
        }
        let local = try named.map { try SigningKeyFile(path: $0).read() } + KeyFolder(path: settings.keysPath).keys()
        let external = try await vault?.keys(of: did) ?? []
        var ids: Set<String> = []
        return (local.map { IssuerKey($0, issuer: did) } + external).filter { ids.insert($0.id).inserted }
    }

    /// The key to begin with: the one in Vault, if it has one of the kind, otherwise the one in a file.
    private func first(_ kind: SigningKeyFile.Kind, at path: String, _ external: [IssuerKey]) throws -> IssuerKey {
        let algorithm = kind == .p256 ? SignatureAlgorithm.es256 : .edDSA
        // The newest version of a Vault's key comes last.
        if let key = external.last(where: { $0.publicKey.algorithm == algorithm }) { return key }
        return IssuerKey(try SigningKeyFile(path: path, kind: kind).loadOrCreate(), issuer: did)
    }
}
