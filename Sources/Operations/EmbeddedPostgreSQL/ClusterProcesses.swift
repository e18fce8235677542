import FoundationEssentials
import Glibc
import Logging

/// The processes of one cluster on this machine, found by how they show in the process list.
struct ClusterProcesses: Sendable {
    let layout: ClusterLayout

    /// A process that is the cluster's server or one of the server's children.
    struct Found: Hashable, Sendable {
        let id: Int32
        let isServer: Bool
    }

    /// How long each step of ending them may take.
    struct Patience: Sendable {
        /// For a server to finish what it does, after which its data needs no recovery.
        var shutdown: Duration = .seconds(60)
        /// For children whose server is gone to notice it; what they do is lost anyway.
        var orphans: Duration = .seconds(1)
        /// For each signal that asks no more.
        var abort: Duration = .seconds(5)
    }

    /// The cluster's processes that run now.
    func running() -> [Found] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { name in
            guard let id = Int32(name), id != getpid(), !ProcessStatus.hasEnded(id),
                let bytes = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
            else { return nil }
            let words = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            guard let program = words.first else { return nil }
            if program.hasPrefix("postgres: \(layout.clusterName):") { return Found(id: id, isServer: false) }
            guard program.hasSuffix("/postgres"), let option = words.firstIndex(of: "-D"),
                words.dropFirst(option + 1).first == layout.data
            else { return nil }
            return Found(id: id, isServer: true)
        }
    }

    /// Ends what an earlier run left behind: a fast shutdown first, then an abort that the next start recovers from.
    func endAll(patience: Patience = Patience(), logger: Logger) async throws {
        let left = running()
        guard !left.isEmpty else { return }
        logger.warning(
            "Ending processes that an earlier run left behind",
            metadata: ["processes": .array(left.map { "\($0.id)" })]
        )
        if left.contains(where: \.isServer) {
            for process in left where process.isServer { _ = kill(process.id, SIGINT) }
            if try await allEnded(within: patience.shutdown) { return }
        } else if try await allEnded(within: patience.orphans) {
            return
        }
        for signal in [SIGQUIT, SIGKILL] {
            for process in running() { _ = kill(process.id, signal) }
            if try await allEnded(within: patience.abort) { return }
        }
        let numbers = running().map { "\($0.id)" }.joined(separator: ", ")
        throw EmbeddedClusterError(.startFailed, "Processes \(numbers) of \(layout.data) don't end even when killed.")
    }

    /// Whether `postmaster.pid` names a process that has nothing to do with PostgreSQL but took the number since.
    ///
    /// The server would not start over such a file. One that names a server, or nobody, is left for it to judge.
    var fileNamesAStranger: Bool {
        guard let file = PostmasterFile(data: layout.data), !ProcessStatus.hasEnded(file.processID),
            let bytes = FileManager.default.contents(atPath: "/proc/\(file.processID)/cmdline")
        else { return false }
        let program = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        return !program.hasSuffix("postgres") && !program.hasPrefix("postgres:")
    }

    /// Waits for the process that writes the log: a server that stops waits for all its children but this one.
    func finishLogging() async {
        // A task of its own, awaited at once: who stops a server is cancelled, and a cancelled task can't sleep.
        _ = await Task { try await allEnded(within: .seconds(10)) }.result
    }

    private func allEnded(within limit: Duration) async throws -> Bool {
        let deadline = ContinuousClock.now + limit
        while !running().isEmpty {
            guard ContinuousClock.now < deadline else { return false }
            try await Task.sleep(for: .milliseconds(50))
        }
        return true
    }
}

/// Whether a process still runs.
enum ProcessStatus {
    /// True when the process is gone, or has ended and only its number is still taken.
    static func hasEnded(_ id: Int32) -> Bool {
        guard let bytes = FileManager.default.contents(atPath: "/proc/\(id)/stat") else { return true }
        // "17 (name) S 1 …": the name may hold anything, so the state is what follows the last parenthesis.
        let state = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.first { $0 != " " }
        return state == "Z" || state == "X"
    }
}
