internal import Awarding
internal import Credentials
internal import FoundationEssentials

/// What this installation publishes under its own base URL, as the database has it.
struct OwnCredentials {
    let credentials: CredentialStore
    let identity: IssuerIdentity

    /// The path of a URL of ours, without query and fragment; nil for a URL of somebody else's.
    func path(of url: String) -> Substring? {
        let base = identity.baseURL + "/"
        guard url.utf8.starts(with: base.utf8) else { return nil }
        return url.dropFirst(base.count).prefix { $0 != "?" && $0 != "#" }
    }

    /// What the issuer of SD-JWT VCs publishes of its keys at a URL; nil for other URLs.
    func keys(at url: String, of document: DIDDocument) -> [UInt8]? {
        if url.utf8.elementsEqual(SDJWTSecuring.metadataURL(of: identity.baseURL).utf8) {
            return WalletMetadata(identity: identity).tokenIssuer
        }
        let isKeySet = url.utf8.elementsEqual((identity.baseURL + "/.well-known/jwks.json").utf8)
        return isKeySet ? JWKSet(of: document).json : nil
    }

    /// The document at a path of ours; nil when there is none.
    func document(at path: Substring) async throws -> [UInt8]? {
        if let number = Self.last(of: path, under: "credentials/status/").flatMap({ Int32($0) }) {
            return try await credentials.statusList(number)?.document
        }
        if path.hasPrefix("credentials/status/"), path.hasSuffix("/token"),
            let number = Int32(path.dropFirst("credentials/status/".count).dropLast("/token".count))
        {
            return try await credentials.statusList(number)?.token
        }
        if path.hasPrefix("v/") { return try await shared(path.dropFirst(2).prefix { $0 != "/" }) }
        guard var name = Self.last(of: path, under: "credentials/") else { return nil }
        for ending in [".png", ".svg", ".json", ".jwt", ".pdf"] where name.hasSuffix(ending) {
            name = name.dropLast(ending.count)
        }
        guard let id = UUID(canonical: String(name)), let issued = try await credentials.credential(id) else {
            return nil
        }
        return issued.document ?? Array(issued.jwt.utf8)
    }

    /// The credential that a holder's link shows, which counts as an opening of it.
    private func shared(_ token: Substring) async throws -> [UInt8]? {
        guard let secret = LinkSecret(String(token)),
            case .shown(let id, _, _, let name) = try await credentials.shares.open(secret, isOpening: true)
        else { return nil }
        var shown: IssuedCredential?
        if let name { shown = try await credentials.named(by: identity).credential(id, naming: name) }
        if shown == nil { shown = try await credentials.credential(id) }
        guard let issued = shown else { return nil }
        return issued.document ?? Array(issued.jwt.utf8)
    }

    private static func last(of path: Substring, under folder: String) -> Substring? {
        guard path.hasPrefix(folder) else { return nil }
        let name = path.dropFirst(folder.count)
        return name.isEmpty || name.contains("/") ? nil : name
    }
}
