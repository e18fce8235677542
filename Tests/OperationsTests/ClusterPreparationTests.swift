import Foundation
import Glibc
import Logging
import Testing

@testable import Operations

@Suite("Preparing the cluster", .serialized)
struct ClusterPreparationTests {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test("a cluster of another major version is refused with both versions")
    func otherVersion() async throws {
        try await TemporaryFolder.with { folder async throws in
            let data = try ClusterLayout(dataDirectory: folder).data
            try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
            try Data("13\n".utf8).write(to: URL(filePath: "\(data)/PG_VERSION"))
            let installed = [17, 15].map { PostgresInstallation(version: $0, programs: "/nowhere") }

            let error = #expect(throws: EmbeddedClusterError.self) {
                try PostgresInstallation.fitting(data, among: installed)
            }
            #expect(error?.code == .otherMajorVersion)
            #expect(error?.description.contains("made by PostgreSQL 13") == true)
            #expect(error?.description.contains("installed is PostgreSQL 17, 15") == true)

            let run = await #expect(throws: EmbeddedClusterError.self) {
                try await EmbeddedCluster(dataDirectory: folder, logger: logger).run()
            }
            #expect(run?.code == .otherMajorVersion)
        }
    }

    @Test("an old cluster is run by its own version while that is installed, a new one by the newest")
    func choiceOfVersion() async throws {
        try await TemporaryFolder.with { folder async throws in
            let installed = [17, 15].map { PostgresInstallation(version: $0, programs: "/nowhere") }
            #expect(try PostgresInstallation.fitting("\(folder)/none", among: installed).version == 17)
            try Data("15\n".utf8).write(to: URL(filePath: "\(folder)/PG_VERSION"))
            #expect(try PostgresInstallation.fitting(folder, among: installed).version == 15)
        }
    }

    @Test("a folder that holds something else, and a machine without a server, are named as what they are")
    func unusable() async throws {
        try await TemporaryFolder.with { folder async throws in
            let foreign = #expect(throws: EmbeddedClusterError.self) { try PostgresInstallation.fitting(folder) }
            #expect(foreign?.code == .notACluster)
            let none = #expect(throws: EmbeddedClusterError.self) {
                try PostgresInstallation.fitting(folder, among: PostgresInstallation.all(in: folder))
            }
            #expect(none?.code == .notInstalled)
            #expect(none?.description.contains("apt-get install postgresql") == true)
        }
    }

    @Test("an interrupted initialization is done again from the start")
    func interrupted() async throws {
        try await TemporaryFolder.with { folder async throws in
            let layout = try ClusterLayout(dataDirectory: folder)
            try FileManager.default.createDirectory(atPath: layout.unfinishedData, withIntermediateDirectories: true)
            try Data("half".utf8).write(to: URL(filePath: "\(layout.unfinishedData)/PG_VERSION"))
            if geteuid() == 0 {
                try await Command("/bin/chown", ["-R", "postgres:", layout.postgresql]).check(doing: "chown")
            }
            let prepared = try await ClusterPreparation(layout: layout, logger: logger).run()
            #expect(FileManager.default.fileExists(atPath: "\(layout.data)/PG_VERSION"))
            #expect(!FileManager.default.fileExists(atPath: layout.unfinishedData))
            #expect(prepared.user.id != 0)
        }
    }

    @Test("an initialization that fails says what initdb said and leaves nothing behind")
    func failingInitialization() async throws {
        try await TemporaryFolder.with { folder async throws in
            let layout = try ClusterLayout(dataDirectory: folder)
            let initdb = """
                #!/bin/sh
                mkdir -p "${1#--pgdata=}"
                echo 'initdb: error: No space left on device'
                exit 1
                """
            let program = URL(filePath: "\(folder)/initdb")
            try Data(initdb.utf8).write(to: program)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
            try FileManager.default.createDirectory(atPath: layout.postgresql, withIntermediateDirectories: true)
            let initialization = ClusterInitialization(
                layout: layout,
                installation: PostgresInstallation(version: 15, programs: folder),
                user: try await .current()
            )
            let error = await #expect(throws: EmbeddedClusterError.self) { try await initialization.run() }
            #expect(error?.code == .initializationFailed)
            #expect(error?.description.contains("No space left on device") == true)
            #expect(try FileManager.default.contentsOfDirectory(atPath: layout.postgresql).isEmpty)
        }
    }

    @Test(
        "a folder that the server's user can't reach is refused with the folder that bars the way",
        .enabled(if: geteuid() == 0)
    )
    func unreachable() async throws {
        try await TemporaryFolder.with { folder async throws in
            let error = await #expect(throws: EmbeddedClusterError.self) {
                try await EmbeddedCluster(dataDirectory: "\(folder)/inside/data", logger: logger).run()
            }
            #expect(error?.code == .unreachableFolder)
            #expect(error?.description.contains("can't get into \(folder).") == true)
        }
    }

    @Test("a pause grows with each failure and is short again after a long run")
    func pauses() {
        var pause = RestartPause()
        #expect(pause.next(afterRunning: .zero) == .milliseconds(200))
        #expect(pause.next(afterRunning: .zero) == .milliseconds(400))
        for _ in 0..<20 { _ = pause.next(afterRunning: .zero) }
        #expect(pause.next(afterRunning: .zero) == .seconds(30))
        #expect(pause.next(afterRunning: .seconds(61)) == .milliseconds(200))
    }

    @Test("an address is a URI that names role, database and socket, whatever they hold")
    func address() {
        let address = ClusterAddress(socketFolder: "/var/lib/a b&c")
        #expect(
            address.connectionURI(role: "tessera_owner")
                == "postgresql://tessera_owner@/tessera?host=%2Fvar%2Flib%2Fa%20b%26c&port=5432"
        )
    }
}
