import Awarding
import Credentials
import FoundationEssentials
import JSON
import NIOHTTP1

/// The Transit engine of a HashiCorp Vault, or of what speaks its protocol: it keeps keys, and signs with them.
///
/// Every version of a named key is a key of its own here, since each has its own public half. Requests take five seconds
/// at most and are made up to three times.
struct VaultTransit: Sendable {
    private static let pauses: [Duration] = [.milliseconds(200), .milliseconds(800)]
    private static let maximumBytes = 1 << 20

    private let address: String
    private let mount: String
    private let namespace: String?
    private let names: [String]
    private let token: VaultToken
    private let exchange: HTTPExchange

    /// The Vault that the settings name; nil where they name none.
    /// - Throws: `Settings.Invalid` when they are not whole, or the way to it is open to others.
    init?(_ settings: Settings) throws {
        guard let address = settings.vaultAddress else {
            guard settings.vaultKeys.isEmpty else {
                throw Settings.Invalid(name: "vault_keys", rule: "they need vault_address.")
            }
            return nil
        }
        guard let url = URL(string: address), let host = url.host(), HTTPExchange.isSafe(scheme: url.scheme, host: host)
        else {
            throw Settings.Invalid(
                name: "vault_address", rule: "\"\(address)\" is no https URL (http is for this machine itself only).")
        }
        guard !settings.vaultKeys.isEmpty, (settings.vaultKeys + [settings.vaultMount]).allSatisfy(Self.isName) else {
            throw Settings.Invalid(
                name: "vault_keys", rule: "name the Transit keys that sign, of letters, digits, \".\", \"_\" and \"-\"."
            )
        }
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        mount = settings.vaultMount
        namespace = settings.vaultNamespace
        names = settings.vaultKeys
        token = try VaultToken(settings)
        exchange = .lasting
    }

    /// Every version of the keys that the settings name, oldest first.
    func keys(of issuer: DIDWeb) async throws -> [IssuerKey] {
        var keys: [IssuerKey] = []
        for name in names {
            let data = try await ask("\(mount)/keys/\(name)")
            let kind = data["type"]?.string ?? ""
            guard let versions = data["keys"], versions.kind == .object else {
                throw VaultError(path: "\(mount)/keys/\(name)", reason: "the answer names no versions.")
            }
            let numbered = versions.members.compactMap { key, value in
                key.string.flatMap { Int($0) }.map { (version: $0, value: value) }
            }
            for (version, value) in numbered.sorted(by: { $0.version < $1.version }) {
                let key = try publicKey(kind, value["public_key"]?.string ?? "", name)
                keys.append(
                    IssuerKey(
                        signer: VaultSigner(
                            vault: self, name: name, version: version, publicKey: key,
                            verificationMethod: issuer.verificationMethod(for: key)), publicKey: key))
            }
        }
        return keys
    }

    private func publicKey(_ kind: String, _ text: String, _ name: String) throws -> PublicKey {
        do {
            switch kind {
            case "ecdsa-p256": return try PublicKey(p256PEM: text)
            case "ed25519": return try PublicKey(ed25519: Data(base64Encoded: text).map(Array.init) ?? [])
            default:
                throw VaultError(
                    path: "\(mount)/keys/\(name)",
                    reason: "a key of type \"\(kind)\" is not used here; ecdsa-p256 and ed25519 are.")
            }
        } catch let error as CredentialError {
            throw VaultError(path: "\(mount)/keys/\(name)", reason: error.message)
        }
    }

    /// The signature that a version of a key makes, in the form that JOSE has for it.
    func signature(_ name: String, version: Int, over bytes: [UInt8]) async throws -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("input", string: Data(bytes).base64EncodedString())
            writer.member("key_version", number: version)
            writer.member("marshaling_algorithm", string: "jws")
        }
        let path = "\(mount)/sign/\(name)"
        let text = try await ask(path, writer.bytes)["signature"]?.string ?? ""
        // vault:v1:… in base64url; Ed25519's may be in plain base64.
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "vault", parts[1] == "v\(version)", let signature = Self.decoded(parts[2])
        else { throw VaultError(path: path, reason: "the answer holds no signature of version \(version).") }
        return signature
    }

    private static func decoded(_ text: Substring) -> [UInt8]? {
        var plain = text.replacing("-", with: "+").replacing("_", with: "/")
        while plain.utf8.count % 4 != 0 { plain += "=" }
        return Data(base64Encoded: String(plain)).map(Array.init)
    }

    /// Asks until there is an answer, and gives its `data`.
    private func ask(_ path: String, _ body: [UInt8]? = nil) async throws -> JSONValue {
        for pause in Self.pauses {
            do { return try await askOnce(path, body) } catch let error as VaultError { throw error } catch {
                try await Task.sleep(for: pause)
            }
        }
        do { return try await askOnce(path, body) } catch let error as Busy {
            throw VaultError(path: path, reason: "it answered \(error.status) three times: \(error.text)")
        } catch let error as VaultError { throw error } catch {
            try Task.checkCancellation()
            throw VaultError(path: path, reason: "it could not be reached at \(address): \(error)")
        }
    }

    /// An answer after which it is worth to ask again.
    private struct Busy: Error {
        let status: Int
        let text: String
    }

    private func askOnce(_ path: String, _ body: [UInt8]?) async throws -> JSONValue {
        var headers: HTTPHeaders = ["X-Vault-Token": try token.value(), "X-Vault-Request": "true"]
        if let namespace { headers.add(name: "X-Vault-Namespace", value: namespace) }
        if body != nil { headers.add(name: "Content-Type", value: "application/json") }
        let (status, answer) = try await exchange.send(
            to: "\(address)/v1/\(path)", method: body == nil ? .GET : .POST, headers: headers, body: body,
            maximumBytes: Self.maximumBytes)
        let root = (try? JSONDocument(parsing: answer))?.root
        let reasons = root?["errors"]?.elements.compactMap(\.string).joined(separator: "; ") ?? ""
        switch status {
        case 200:
            guard let data = root?["data"], data.kind == .object else {
                throw VaultError(path: path, reason: "the answer is none of Vault's.")
            }
            return data
        case 403: throw VaultError(path: path, reason: "it refuses the token (403): \(reasons)")
        case 404: throw VaultError(path: path, reason: "there is no such key or engine (404). \(reasons)")
        case 429, 500...: throw Busy(status: status, text: reasons)
        default: throw VaultError(path: path, reason: "it answered \(status): \(reasons)")
        }
    }

    private static let nameCharacters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy(nameCharacters.contains) && !text.allSatisfy { $0 == "." }
    }
}
