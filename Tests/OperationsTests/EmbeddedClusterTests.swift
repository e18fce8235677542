import Foundation
import Glibc
import Logging
import Testing

@testable import Operations

/// Each test makes a cluster of its own, one after the other since that is work for the whole machine.
@Suite("The embedded cluster", .serialized, .timeLimit(.minutes(5)))
struct EmbeddedClusterTests {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test("a new folder becomes a cluster with checksums and the database tessera, reached only through its socket")
    func newFolder() async throws {
        try await TemporaryFolder.with { folder async throws in
            try await EmbeddedCluster.withCluster(dataDirectory: folder, logger: logger) { address async throws in
                let psql = Psql(address: address)
                #expect(try await psql("SELECT current_database(), session_user") == "tessera|postgres")
                #expect(try await psql("SHOW data_checksums") == "on")
                #expect(try await psql("SHOW fsync") == "on")
                #expect(try await psql("SHOW server_encoding") == "UTF8")
                #expect(try await psql("SHOW lc_collate") == "C.UTF-8")
                #expect(try await psql("SHOW listen_addresses") == "")
                #expect(try await psql("SHOW jit") == "off")
            }
        }
    }

    @Test("stopping leaves no process and no lock, and the next start finds the data")
    func stopAndStart() async throws {
        try await TemporaryFolder.with { folder async throws in
            let layout = try ClusterLayout(dataDirectory: folder)
            try await EmbeddedCluster.withCluster(dataDirectory: folder, logger: logger) { address async throws in
                _ = try await Psql(address: address)("CREATE TABLE kept AS SELECT 42 AS answer")
            }
            #expect(ClusterProcesses(layout: layout).running().isEmpty)
            #expect(PostmasterFile(data: layout.data) == nil)
            try await EmbeddedCluster.withCluster(dataDirectory: folder, logger: logger) { address async throws in
                #expect(try await Psql(address: address)("SELECT answer FROM kept") == "42")
            }
        }
    }

    @Test("a server that is killed is started again with its data, even while one of its children still computes")
    func killedServer() async throws {
        try await TemporaryFolder.with { folder async throws in
            let layout = try ClusterLayout(dataDirectory: folder)
            let cluster = try EmbeddedCluster(dataDirectory: folder, logger: logger)
            try await running(cluster) {
                let psql = Psql(address: cluster.address)
                _ = try await psql("CREATE TABLE kept AS SELECT 42 AS answer")
                let first = try #require(PostmasterFile(data: layout.data)).processID
                async let busy = psql.attempt("SELECT count(*) FROM generate_series(1, 1000000000)", role: "postgres")
                try await Task.sleep(for: .milliseconds(500))

                #expect(kill(first, SIGKILL) == 0)
                try await eventually { PostmasterFile(data: layout.data).map { $0.processID != first } ?? false }
                try await cluster.waitUntilReady()

                #expect(try await psql("SELECT answer FROM kept") == "42")
                #expect(try await busy.succeeded == false)
            }
        }
    }

    @Test("a server left behind by a process that was killed is stopped and replaced")
    func orphan() async throws {
        try await TemporaryFolder.with { folder async throws in
            let layout = try ClusterLayout(dataDirectory: folder)
            try await EmbeddedCluster.withCluster(dataDirectory: folder, logger: logger) { address async throws in
                _ = try await Psql(address: address)("CREATE TABLE kept AS SELECT 42 AS answer")
            }
            let prepared = try await ClusterPreparation(layout: layout, logger: logger).run()
            let server = "\(prepared.installation.programs)/postgres"
            try await Command(
                "/bin/sh",
                ["-c", "exec setsid \"$0\" \"$@\" >/dev/null 2>&1 &", server] + prepared.settings.serverArguments,
                as: prepared.user
            ).check(doing: "Leaving a server behind")
            try await eventually { PostmasterFile(data: layout.data)?.isReady ?? false }
            let orphan = try #require(PostmasterFile(data: layout.data)).processID

            try await EmbeddedCluster.withCluster(dataDirectory: folder, logger: logger) { address async throws in
                #expect(ProcessStatus.hasEnded(orphan))
                #expect(try await Psql(address: address)("SELECT answer FROM kept") == "42")
            }
        }
    }

    @Test("the mark of a dead server whose number now belongs to another program doesn't keep the next from starting")
    func staleMark() async throws {
        try await TemporaryFolder.with { folder async throws in
            let layout = try ClusterLayout(dataDirectory: folder)
            let prepared = try await ClusterPreparation(layout: layout, logger: logger).run()
            try await Command(
                "/bin/sh",
                ["-c", "sleep 60 >/dev/null 2>&1 & echo $! > \"$0\"", "\(layout.data)/postmaster.pid"],
                as: prepared.user
            ).check(doing: "Leaving a mark behind")
            let stranger = try #require(PostmasterFile(data: layout.data)).processID
            defer { kill(stranger, SIGKILL) }
            try await EmbeddedCluster.withCluster(dataDirectory: folder, logger: logger) { address async throws in
                #expect(try await Psql(address: address)("SELECT 1") == "1")
                #expect(!ProcessStatus.hasEnded(stranger))
            }
        }
    }

    @Test("a second process on a folder is refused with the number of the first, but a command may use the first")
    func inUse() async throws {
        try await TemporaryFolder.with { folder async throws in
            let cluster = try EmbeddedCluster(dataDirectory: folder, logger: logger)
            try await running(cluster) {
                let second = try EmbeddedCluster(dataDirectory: folder, logger: logger)
                let error = await #expect(throws: EmbeddedClusterError.self) { try await second.run() }
                #expect(error?.code == .inUse)
                #expect(error?.description.contains("process \(getpid())") == true)

                try await EmbeddedCluster.withCluster(dataDirectory: folder, logger: logger) { address async throws in
                    #expect(address == cluster.address)
                    #expect(try await Psql(address: address)("SELECT 1") == "1")
                }
                #expect(try await Psql(address: cluster.address)("SELECT 1") == "1")
            }
        }
    }

    @Test("the serving user needs no password, an evaluator does, and any other role is refused")
    func access() async throws {
        try await TemporaryFolder.with { folder async throws in
            try await EmbeddedCluster.withCluster(dataDirectory: folder, logger: logger) { address async throws in
                let psql = Psql(address: address)
                _ = try await psql(
                    """
                    CREATE ROLE tessera_service LOGIN;
                    CREATE ROLE stranger LOGIN;
                    CREATE ROLE tessera_evaluator NOLOGIN;
                    CREATE ROLE ayse LOGIN PASSWORD 'secret' IN ROLE tessera_evaluator;
                    """
                )
                #expect(try await psql("SELECT session_user", role: "tessera_service") == "tessera_service")
                #expect(try await psql.attempt("SELECT 1", role: "ayse", password: "secret").succeeded)
                #expect(try await psql.attempt("SELECT 1", role: "ayse", password: "wrong").succeeded == false)
                #expect(try await psql.attempt("SELECT 1", role: "ayse").succeeded == false)
                #expect(try await psql.attempt("SELECT 1", role: "stranger").text.contains("no pg_hba.conf entry"))
            }
        }
    }

    @Test("a folder whose path is too long for a socket works, with the socket elsewhere")
    func longPath() async throws {
        try await TemporaryFolder.with(mode: 0o711) { folder async throws in
            let long = folder + "/" + String(repeating: "a long name/", count: 12) + "data"
            try await EmbeddedCluster.withCluster(dataDirectory: long, logger: logger) { address async throws in
                #expect(address.socketFolder.utf8.count < 60)
                #expect(try await Psql(address: address)("SELECT 1") == "1")
                try FileManager.default.removeItem(atPath: address.socketFolder)
            }
        }
    }

    private func running(_ cluster: EmbeddedCluster, _ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await cluster.run() }
            try await cluster.waitUntilReady()
            try await body()
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    private func eventually(_ condition: () async throws -> Bool) async throws {
        for _ in 0..<600 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("waited 30 seconds in vain")
    }
}
