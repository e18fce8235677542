import Crypto
import FoundationEssentials
import Glibc
import SystemPackage

/// Where the parts of the cluster lie below the data folder.
struct ClusterLayout: Sendable, Hashable {
    /// The data folder, absolute and without symbolic links.
    let root: String
    /// The folder that holds the server's socket.
    let socketFolder: String

    /// Makes the data folder if it is missing.
    ///
    /// It may be passed through by everyone, so that the server, which has a user of its own, and evaluators reach
    /// their folders in it; secrets that lie there have modes of their own.
    init(dataDirectory: String) throws(EmbeddedClusterError) {
        let files = FileManager.default
        let path = FilePath(files.currentDirectoryPath).pushing(FilePath(dataDirectory)).lexicallyNormalized().string
        do {
            if !files.fileExists(atPath: path) {
                try files.createDirectory(
                    atPath: path,
                    withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o711]
                )
            }
        } catch {
            throw EmbeddedClusterError(.unreachableFolder, "The data folder \(path) can't be made: \(error)")
        }
        root = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false).withoutTrailingSlash
        socketFolder = Self.socketFolder(for: root)
    }

    /// The lock that one serving process holds.
    var lock: String { "\(root)/lock" }
    /// What the server writes before its own log is open.
    var startLog: String { "\(root)/postgresql-start.log" }
    /// All that belongs to the server's user.
    var postgresql: String { "\(root)/postgresql" }
    /// The cluster.
    var data: String { "\(postgresql)/data" }
    /// A cluster in the making, renamed to ``data`` when complete.
    var unfinishedData: String { "\(postgresql)/data.new" }
    /// The server's log files.
    var logFolder: String { "\(postgresql)/log" }
    /// What processes of this cluster call themselves in the process list.
    var clusterName: String { "tessera-\(Self.digest(of: root))" }
    /// The longest path that the kernel takes for a socket, without the closing zero byte.
    static let longestSocketPath = 107

    /// The socket's folder: in the data folder, or a short one where that path would be too long for the kernel.
    private static func socketFolder(for root: String) -> String {
        let folder = "\(root)/postgresql/socket"
        let socket = "\(folder)/.s.PGSQL.\(ClusterAddress.port)"
        guard socket.utf8.count > longestSocketPath else { return folder }
        return geteuid() == 0 ? "/run/tessera-\(digest(of: root))" : "/tmp/tessera-\(geteuid())-\(digest(of: root))"
    }

    private static func digest(of text: String) -> String {
        String(Checksum(of: text).hexadecimal.prefix(12))
    }
}

extension String {
    fileprivate var withoutTrailingSlash: String {
        count > 1 && hasSuffix("/") ? String(dropLast()) : self
    }
}
