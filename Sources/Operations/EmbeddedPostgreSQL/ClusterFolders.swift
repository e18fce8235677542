import FoundationEssentials
import Glibc
import SystemPackage

/// The folders around the cluster, made so that the server's user can reach them.
struct ClusterFolders: Sendable {
    let layout: ClusterLayout
    let user: OperatingSystemUser

    /// Makes what is missing and checks what is there.
    func prepare() async throws {
        try makeFolder(layout.postgresql)
        if user.id != geteuid() { try await openTheWay() }
        try await Command("/bin/mkdir", ["-p", "-m", "700", layout.logFolder], as: user)
            .check(failure: .unreachableFolder, doing: "Making the folder \(layout.logFolder)")
        try makeFolder(layout.socketFolder)
        try checkSocketFolder()
    }

    /// A folder of the server's user that others may pass through but not list.
    private func makeFolder(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o711]
            )
            if user.id != geteuid() {
                try FileManager.default.setAttributes(
                    [.ownerAccountID: user.id, .groupOwnerAccountID: user.group],
                    ofItemAtPath: path
                )
            }
        } catch {
            throw EmbeddedClusterError(.unreachableFolder, "The folder \(path) can't be made: \(error)")
        }
    }

    /// Lets the server's user pass through the data folder, which is ours, and no other.
    private func openTheWay() async throws {
        if try await canPass(layout.postgresql) { return }
        let opened = try FilePath(layout.root).stat().permissions.union([.groupExecute, .otherExecute])
        try FileManager.default.setAttributes([.posixPermissions: Int(opened.rawValue)], ofItemAtPath: layout.root)
        if try await canPass(layout.postgresql) { return }
        var path = ""
        for name in layout.postgresql.split(separator: "/") {
            path += "/\(name)"
            guard try await canPass(path) else { break }
        }
        throw EmbeddedClusterError(
            .unreachableFolder,
            """
            PostgreSQL runs as the user \(user.name), who can't get into \(path). \
            Choose a data folder elsewhere, as /var/lib/tessera, or let others pass with: chmod o+x \(path)
            """
        )
    }

    private func canPass(_ folder: String) async throws -> Bool {
        try await Command("/usr/bin/test", ["-x", folder], as: user).run().succeeded
    }

    /// A folder in a place where everybody may write is only trusted when it is the server's user's own.
    private func checkSocketFolder() throws {
        let folder = try FilePath(layout.socketFolder).stat(followTargetSymlink: false)
        let isWritableByOthers = !folder.permissions.isDisjoint(with: [.groupWrite, .otherWrite])
        guard folder.type == .directory, folder.userID.rawValue == user.id, !isWritableByOthers else {
            throw EmbeddedClusterError(
                .unreachableFolder,
                "The folder \(layout.socketFolder) for the server's socket isn't \(user.name)'s own. Remove it."
            )
        }
    }
}
