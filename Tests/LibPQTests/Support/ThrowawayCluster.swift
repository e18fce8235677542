import Dispatch
import Glibc
import LibPQ

/// A PostgreSQL cluster of a test's own, which it may kill.
///
/// It finds the server's programs under `/usr/lib/postgresql` and, as PostgreSQL refuses to run as root, becomes the
/// user `postgres` through `setpriv`.
final class ThrowawayCluster {
    struct Failure: Error { let message: String }

    let directory: String
    private let programs: String
    private var listenAddresses = ""
    private var port = 5432

    /// Lends a new cluster, and removes it afterwards.
    static func with(_ body: (ThrowawayCluster) async throws -> Void) async throws {
        let cluster = try ThrowawayCluster()
        do {
            try await cluster.initialize()
            try await body(cluster)
        } catch {
            await cluster.remove()
            throw error
        }
        await cluster.remove()
    }

    private init() throws {
        programs = try Self.findPrograms()
        var template = Array("/tmp/libpq-cluster-XXXXXX\0".utf8CString.dropLast())
        guard let path = unsafe mkdtemp(&template) else { throw Failure(message: "mkdtemp: \(errno)") }
        directory = unsafe String(cString: path)
    }

    private func initialize() async throws {
        try await shell("chmod 755 \(directory); \(isRoot ? "chown postgres \(directory)" : "true")")
        try await run("\(programs)/initdb -D \(directory)/data -U postgres -A trust -N -E UTF8 --locale=C.UTF-8")
        try await start()
    }

    private func remove() async {
        try? await stop()
        try? await shell("rm -rf \(directory)")
    }

    /// A superuser's connection over the unix socket.
    var configuration: ConnectionConfiguration {
        ConnectionConfiguration("postgresql://postgres@/postgres?host=\(directory)&port=\(port)")
    }

    func start() async throws {
        let options =
            "-k \(directory) -p \(port) -c listen_addresses='\(listenAddresses)' -c fsync=off -c max_connections=30"
        try await run("\(programs)/pg_ctl -D \(directory)/data -w -l \(directory)/log -o \\\"\(options)\\\" start")
    }

    func stop() async throws { try await run("\(programs)/pg_ctl -D \(directory)/data -w -m immediate stop") }

    /// Kills the postmaster and all its children without warning, and waits until they are gone.
    func kill() async throws {
        try await shell(
            """
            parent=$(head -1 \(directory)/data/postmaster.pid); children=$(ps -o pid= --ppid $parent); \
            kill -9 $parent $children; while ps -p $parent > /dev/null; do sleep 0.02; done; \
            rm -f \(directory)/data/postmaster.pid
            """)
    }

    // MARK: TLS

    var certificate: String { "\(directory)/server.crt" }

    /// Gives the server a certificate of its own making and a TCP port, and restarts it.
    func enableTLS(commonName: String) async throws {
        try await run(
            "cd \(directory) && openssl req -new -x509 -days 2 -nodes -subj /CN=\(commonName) -out server.crt "
                + "-keyout server.key && chmod 600 server.key && chmod 644 server.crt")
        try await run("echo \\\"ssl = on\\\" >> \(directory)/data/postgresql.conf")
        try await run("echo \\\"ssl_cert_file = '\(directory)/server.crt'\\\" >> \(directory)/data/postgresql.conf")
        try await run("echo \\\"ssl_key_file = '\(directory)/server.key'\\\" >> \(directory)/data/postgresql.conf")
        try await stop()
        listenAddresses = "localhost"
        port = Int.random(in: 20_000..<30_000)
        try await start()
    }

    func overTCP(host: String, _ tls: TLSMode) -> ConnectionConfiguration {
        var configuration = ConnectionConfiguration("host=\(host) port=\(port) user=postgres dbname=postgres")
        configuration.tls = tls
        return configuration
    }

    private var isRoot: Bool { getuid() == 0 }

    private static func findPrograms() throws -> String {
        for version in (12...20).reversed() {
            let path = "/usr/lib/postgresql/\(version)/bin"
            if unsafe access("\(path)/initdb", X_OK) == 0 { return path }
        }
        throw Failure(message: "there is no PostgreSQL under /usr/lib/postgresql")
    }

    private func run(_ command: String) async throws {
        let prefix = isRoot ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : ""
        try await shell("\(prefix)sh -c \"\(command)\"")
    }

    /// Runs a script, on a thread that may block.
    private func shell(_ script: String) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try Self.runShell(script) })
            }
        }
    }

    private static func runShell(_ script: String) throws {
        var process = pid_t()
        let arguments = ["sh", "-c", "{ \(script); } > /dev/null 2>&1 < /dev/null"]
        var pointers: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { unsafe pointers.forEach { pointer in unsafe free(pointer) } }
        guard unsafe posix_spawn(&process, "/bin/sh", nil, nil, &pointers, environ) == 0 else {
            throw Failure(message: "sh can't be started")
        }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw Failure(message: "status \(status) of: \(script)") }
    }
}

/// How many file descriptors this process has open.
func openDescriptors() throws -> Int {
    guard let directory = unsafe opendir("/proc/self/fd") else { throw ThrowawayCluster.Failure(message: "no /proc") }
    defer { unsafe closedir(directory) }
    var count = 0
    while unsafe readdir(directory) != nil { count += 1 }
    return count
}
