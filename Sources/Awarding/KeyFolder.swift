public import Credentials
internal import FoundationEssentials

/// A folder of signing keys: every file in it that ends in `.pem` is one, readable by its owner only.
public struct KeyFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Names a folder, which need not be there yet.
    public init(path: String) {
        self.path = path
    }

    /// Every key in the folder, in the order of the files' names; none when there is no folder.
    /// - Throws: `SigningKeyFile.Failure` that names a file which others may read, or which holds no key.
    public func keys() throws -> [SigningKey] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
            throw SigningKeyFile.Failure.system(path: path, reason: "\(error)")
        }
        return try names.filter { $0.hasSuffix(".pem") }.sorted().map { name in
            try SigningKeyFile(path: path + "/" + name).read()
        }
    }

    /// Makes a new key in a file of its own, with mode 0600, that is named by kind and thumbprint.
    ///
    /// - Returns: the key, and where it is.
    /// - Throws: `SigningKeyFile.Failure`.
    public func create(_ kind: SigningKeyFile.Kind) throws -> (key: SigningKey, path: String) {
        let key = kind.makeKey()
        let file = SigningKeyFile(
            path: "\(path)/signing-\(kind.rawValue)-\(key.publicKey.thumbprint.prefix(12)).pem", kind: kind)
        try file.save(key)
        return (key, file.path)
    }
}
