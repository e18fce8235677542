import FoundationEssentials
import Glibc
import SystemPackage

/// The exclusive right to run a cluster, gone with the process that holds it however that ends.
struct ClusterLock: Sendable {
    private let descriptor: FileDescriptor

    /// Takes the lock, or throws ``EmbeddedClusterError/Code/inUse`` with the number of the process that has it.
    init(_ layout: ClusterLayout) throws {
        do {
            descriptor = try FileDescriptor.open(
                FilePath(layout.lock),
                .readWrite,
                options: [.create, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead]
            )
        } catch {
            throw EmbeddedClusterError(.unreachableFolder, "The lock \(layout.lock) can't be opened: \(error)")
        }
        guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            try descriptor.close()
            let holder = FileManager.default.contents(atPath: layout.lock).map { String(decoding: $0, as: UTF8.self) }
            throw EmbeddedClusterError(
                .inUse,
                """
                The data folder \(layout.root) is in use by process \(holder?.prefix { $0.isNumber } ?? "?"). \
                Stop it first, or give this one a folder of its own.
                """
            )
        }
        try descriptor.resize(to: 0)
        try descriptor.writeAll(toAbsoluteOffset: 0, "\(getpid())\n".utf8)
    }

    /// Gives the lock up.
    func release() {
        try? descriptor.close()
    }
}
