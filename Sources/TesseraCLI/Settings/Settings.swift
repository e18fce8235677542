import FoundationEssentials
import Logging
import Signatures
import Web

/// How this process is set up: flags win over the environment, the environment over the file of `--config`.
struct Settings: Sendable {
    var databaseURL: String?
    var host = "127.0.0.1"
    var port = 8080
    var baseURL: String?
    var dataDirectory = ".tessera"
    var logLevel = Logger.Level.info
    var bootstrapKey: String?
    /// The P-256 key that signs tokens.
    var signingKeyFile: String?
    /// The Ed25519 key that makes the proofs within documents.
    var proofKeyFile: String?
    /// The folder of further keys of the issuer; nil for the one in the data folder.
    var keysDirectory: String?
    /// Where a Vault signs, such as https://vault.example:8200; nil where none does.
    var vaultAddress: String?
    /// The token for Vault.
    var vaultToken: String?
    /// The file that holds the token for Vault, which is read anew each time.
    var vaultTokenFile: String?
    /// Where Vault's Transit engine is mounted.
    var vaultMount = "transit"
    /// Vault's namespace.
    var vaultNamespace: String?
    /// Names of the Transit keys that sign.
    var vaultKeys: [String] = []
    /// PEM public keys and certificates of those who are trusted to sign statements.
    var signatureKeysFile: String?
    /// Bytes of the statements of one request; nil for the server's own limit.
    var maxStatementBytes: Int?
    /// Bytes of all attachments of one request; nil for the server's own limit.
    var maxAttachmentBytes: Int?
    /// Bytes of a document; nil for the server's own limit.
    var maxDocumentBytes: Int?
    var poolSize = 10
    var issuerName = "Tessera"
    var tokenIssuer: String?
    var tokenAudience: String?
    var tokenKeysURL: String?
    var tokenScopeClaim = "scope"
    var tokenScopePrefix = ""
    var tokenPartnerClaim: String?
    var tokenKeysRefreshSeconds = 300
    var corsOrigins = ["*"]
    var requestsPerSecond = 2000
    /// Whether W3C's test suites may have credentials issued and verified; see `TestProfile`.
    var hasTestProfile = false
    /// Whether documents of other issuers are fetched to verify their credentials.
    var verifiesForeign = true
    /// Origins of other issuers that may have a private address.
    var verifyOrigins: [String] = []

    /// A value that cannot be used.
    struct Invalid: Error, CustomStringConvertible {
        let name: String
        let rule: String

        var description: String { "\(name): \(rule)" }
    }

    /// Takes over values by the names that the file and, in capitals behind `TESSERA_`, the environment use.
    mutating func apply(_ values: [String: String], nameOf: (String) -> String) throws {
        func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
            guard let text = values[name] else { return nil }
            guard let value = Int(text), range.contains(value) else {
                throw Invalid(
                    name: nameOf(name),
                    rule: "\"\(text)\" is not a whole number from \(range.lowerBound) to \(range.upperBound).")
            }
            return value
        }
        databaseURL = values["database_url"] ?? databaseURL
        host = values["host"] ?? host
        port = try number("port", in: 1...65535) ?? port
        baseURL = values["base_url"] ?? baseURL
        dataDirectory = values["data_dir"] ?? dataDirectory
        bootstrapKey = values["bootstrap_key"] ?? bootstrapKey
        signingKeyFile = values["signing_key_file"] ?? signingKeyFile
        proofKeyFile = values["proof_key_file"] ?? proofKeyFile
        keysDirectory = values["keys_dir"] ?? keysDirectory
        vaultAddress = values["vault_address"] ?? vaultAddress
        vaultToken = values["vault_token"] ?? vaultToken
        vaultTokenFile = values["vault_token_file"] ?? vaultTokenFile
        vaultMount = values["vault_mount"] ?? vaultMount
        vaultNamespace = values["vault_namespace"] ?? vaultNamespace
        vaultKeys = values["vault_keys"].map(Self.words) ?? vaultKeys
        signatureKeysFile = values["signature_keys_file"] ?? signatureKeysFile
        maxStatementBytes = try number("max_statement_bytes", in: 1...(1 << 30)) ?? maxStatementBytes
        maxAttachmentBytes = try number("max_attachment_bytes", in: 0...(1 << 40)) ?? maxAttachmentBytes
        maxDocumentBytes = try number("max_document_bytes", in: 1...(1 << 30)) ?? maxDocumentBytes
        poolSize = try number("pool_size", in: 1...1000) ?? poolSize
        issuerName = values["issuer_name"] ?? issuerName
        tokenIssuer = values["token_issuer"] ?? tokenIssuer
        tokenAudience = values["token_audience"] ?? tokenAudience
        tokenKeysURL = values["token_keys_url"] ?? tokenKeysURL
        tokenScopeClaim = values["token_scope_claim"] ?? tokenScopeClaim
        tokenScopePrefix = values["token_scope_prefix"] ?? tokenScopePrefix
        tokenPartnerClaim = values["token_partner_claim"] ?? tokenPartnerClaim
        tokenKeysRefreshSeconds =
            try number("token_keys_refresh_seconds", in: 1...86_400) ?? tokenKeysRefreshSeconds
        corsOrigins = values["cors_origins"].map(Self.origins) ?? corsOrigins
        requestsPerSecond = try number("requests_per_second", in: 0...1_000_000) ?? requestsPerSecond
        if let text = values["vc_api_test_profile"] {
            guard let isOn = ["1": true, "true": true, "0": false, "false": false][text] else {
                throw Invalid(name: nameOf("vc_api_test_profile"), rule: "\"\(text)\" is neither 1 nor 0.")
            }
            hasTestProfile = isOn
        }
        if let text = values["verify_foreign"] {
            guard ["on", "off"].contains(text) else {
                throw Invalid(name: nameOf("verify_foreign"), rule: "\"\(text)\" is neither on nor off.")
            }
            verifiesForeign = text == "on"
        }
        if let text = values["verify_origins"] {
            verifyOrigins = Self.origins(text)
            if let wrong = verifyOrigins.first(where: { !FetchSettings.isOrigin($0) }) {
                throw Invalid(
                    name: nameOf("verify_origins"),
                    rule: "\"\(wrong)\" is no origin such as https://badges.example or http://127.0.0.1:8081.")
            }
        }
        if let text = values["log_level"] {
            guard let level = Logger.Level(rawValue: text.lowercased()) else {
                let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
                throw Invalid(name: nameOf("log_level"), rule: "\"\(text)\" is none of \(levels).")
            }
            logLevel = level
        }
    }

    /// Origins with commas or spaces between; `none` for none.
    private static func origins(_ text: String) -> [String] {
        words(text).filter { $0 != "none" }
    }

    /// Words with commas or spaces between.
    private static func words(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == " " }.map(String.init)
    }

    /// Every name, as the file spells it.
    static let names = [
        "database_url", "host", "port", "base_url", "data_dir", "log_level", "bootstrap_key", "signing_key_file",
        "proof_key_file", "keys_dir", "vault_address", "vault_token", "vault_token_file", "vault_mount",
        "vault_namespace",
        "vault_keys",
        "signature_keys_file", "max_statement_bytes", "max_attachment_bytes", "max_document_bytes", "pool_size",
        "issuer_name", "token_issuer",
        "token_audience", "token_keys_url", "token_scope_claim",
        "token_scope_prefix", "token_partner_claim", "token_keys_refresh_seconds", "cors_origins",
        "requests_per_second", "vc_api_test_profile", "verify_foreign", "verify_origins",
    ]

    /// Where people and programs reach this installation; without a slash at the end.
    var publicURL: String {
        let url = baseURL ?? "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        return url.hasSuffix("/") ? String(url.dropLast()) : url
    }

    /// Where the key for proofs is.
    var proofKeyPath: String { proofKeyFile ?? dataDirectory + "/keys/signing-ed25519.pem" }

    /// Where further keys of the issuer are.
    var keysPath: String { keysDirectory ?? dataDirectory + "/keys" }

    /// Where the key for tokens is.
    var signingKeyPath: String { signingKeyFile ?? dataDirectory + "/keys/signing-es256.pem" }

    /// Where the keys of the test profile are: not in the folder of keys, all of which are the issuer's.
    func testKeyPath(_ kind: String) -> String { dataDirectory + "/test-profile/\(kind).pem" }

    /// Who is trusted to sign statements.
    func trustedKeys() throws -> TrustedKeys {
        guard let signatureKeysFile else { return .none }
        do {
            return try TrustedKeys(pem: String(contentsOfFile: signatureKeysFile, encoding: .utf8))
        } catch {
            throw Invalid(name: signatureKeysFile, rule: "no keys can be read from it: \(error)")
        }
    }
}
