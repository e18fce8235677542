public import Credentials
internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#endif

/// The file that holds the signing key: PEM, readable by its owner only.
public struct SigningKeyFile: Sendable {
    /// The kinds of keys.
    public enum Kind: String, Sendable, CaseIterable {
        /// P-256, for tokens.
        case p256 = "es256"
        /// Ed25519, for proofs within documents.
        case ed25519

        /// A fresh random key, whose thumbprint doesn't begin with a dash: commands would take that for an option.
        func makeKey() -> SigningKey {
            while true {
                let key = self == .p256 ? SigningKey() : SigningKey.ed25519()
                if !key.publicKey.thumbprint.hasPrefix("-") { return key }
            }
        }
    }

    /// Where it is.
    public let path: String
    /// Of which kind a new key is made.
    public let kind: Kind

    /// Names a file.
    public init(path: String, kind: Kind = .p256) {
        self.path = path
        self.kind = kind
    }

    /// Why a key file is not used.
    public enum Failure: Error, Sendable, CustomStringConvertible {
        /// Others than the owner may read it.
        case exposed(path: String, mode: String)
        /// It cannot be read or made.
        case system(path: String, reason: String)
        /// It holds no key.
        case malformed(path: String, reason: String)

        /// The failure in words.
        public var description: String {
            switch self {
            case .exposed(let path, let mode):
                "The signing key \(path) has mode \(mode), so others may have read it. Replace the key, or if you are sure that nobody has: chmod 600."
            case .system(let path, let reason): "The signing key \(path): \(reason)"
            case .malformed(let path, let reason):
                "The signing key \(path) holds no private key as PEM: \(reason)"
            }
        }
    }

    /// The key in the file; a new one, with mode 0600, when there is no file yet.
    public func loadOrCreate() throws -> SigningKey {
        if let key = try load() { return key }
        try save(kind.makeKey())
        guard let key = try load() else { throw Failure.system(path: path, reason: "it vanished after it was made.") }
        return key
    }

    /// The key in the file.
    /// - Throws: `Failure`, also when there is no file.
    public func read() throws -> SigningKey {
        guard let key = try load() else { throw failure(ENOENT) }
        return key
    }

    /// The text of the file, which only its owner may read.
    /// - Throws: `Failure`, also when there is no file.
    public func text() throws -> String {
        guard let text = try loadText() else { throw failure(ENOENT) }
        return text
    }

    private func load() throws -> SigningKey? {
        guard let text = try loadText() else { return nil }
        do { return try SigningKey(pem: text) } catch { throw Failure.malformed(path: path, reason: "\(error)") }
    }

    private func loadText() throws -> String? {
        var information = stat()
        guard unsafe stat(path, &information) == 0 else {
            if errno == ENOENT { return nil }
            throw failure(errno)
        }
        guard information.st_mode & 0o077 == 0 else {
            throw Failure.exposed(path: path, mode: String(information.st_mode & 0o777, radix: 8))
        }
        do { return try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw Failure.system(path: path, reason: "\(error)")
        }
    }

    /// Writes beside the file and links it into place: of several nodes that start at once, one wins and all read the
    /// winner's key, never half of one.
    func save(_ key: SigningKey) throws {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        if !folder.isEmpty {
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch { throw Failure.system(path: path, reason: "\(error)") }
        }
        let draft = path + "." + UUID().uuidString
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(errno) }
        let pem = Array(key.pem.utf8)
        let written = unsafe pem.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
        let synced = fsync(file)
        close(file)
        defer { unsafe unlink(draft) }
        guard written == pem.count, synced == 0 else { throw failure(errno) }
        guard unsafe link(draft, path) == 0 || errno == EEXIST else { throw failure(errno) }
    }

    private func failure(_ code: Int32) -> Failure {
        .system(path: path, reason: unsafe String(cString: strerror(code)))
    }
}
