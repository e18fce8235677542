import Foundation
import Testing

extension SystemTests {
    /// `tessera serve` on a folder of its own, and `tessera keys` beside it.
    struct ServingTests {
        @Test("an empty folder is served, stopped by SIGTERM and served again with its data")
        func emptyFolder() async throws {
            try await Installation.with { installation in
                let id = UUID()
                let stored = try await installation.serving { server in
                    let live = try await server.status(of: "/health/live")
                    #expect(live == 200)
                    let metrics = try await installation.client.get("/metrics").expecting(200)
                    #expect(metrics.text.contains("tessera_database_connections_idle"))
                    _ = try await installation.client.post(Sample.statement(id: id)).expecting(200)
                    return try await installation.client.statement(id).expecting(200).text
                }
                #expect(TemporaryFolder.programs(naming: installation.folder).isEmpty, "the cluster has stopped too")
                try await installation.serving { _ in
                    let found = try await installation.client.statement(id)
                    #expect(found.text == stored)
                }
            }
        }

        @Test("the signing key is made once, readable by its owner only")
        func signingKey() async throws {
            try await Installation.with { installation in
                let file = URL(filePath: installation.dataFolder + "/keys/signing-es256.pem")
                try await installation.serving { _ in }
                let key = try Data(contentsOf: file)
                let attributes = try FileManager.default.attributesOfItem(atPath: file.path(percentEncoded: false))
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
                try await installation.serving { _ in }
                let same = try Data(contentsOf: file)
                #expect(same == key)
            }
        }

        @Test("a second server on the same folder is refused with the folder's name")
        func secondServer() async throws {
            try await Installation.with { installation in
                try await installation.serving { server in
                    let second = try await installation.anotherNode().startServer()
                    let outcome = try await second.program.end(within: .seconds(30))
                    #expect(outcome.status == 1)
                    #expect(outcome.error.contains(installation.dataFolder))
                    #expect(outcome.error.contains("process \(server.program.id)"))
                    let first = try await server.status(of: "/health/ready")
                    #expect(first == 200)
                }
            }
        }

        @Test("a first key that can never be made ends the start", arguments: ["name", "name:short", ":long enough"])
        func firstKey(setting: String) async throws {
            try await Installation.with { installation in
                let server = try installation.startServer(settings: ["TESSERA_BOOTSTRAP_KEY": setting])
                let outcome = try await server.program.end(within: .seconds(30))
                #expect(outcome.status != 0 && outcome.error.contains("TESSERA_BOOTSTRAP_KEY"))
            }
        }

        @Test("the log is one JSON object a line, without secrets")
        func log() async throws {
            try await Installation.with { installation in
                let log = try await installation.serving { server in
                    _ = try await installation.client.post(Sample.statement()).expecting(200)
                    _ = try await installation.client.get("/xapi/statements?verb=urn:no:verb").expecting(200)
                    return server.program.log
                }
                let lines = log.split(separator: "\n")
                #expect(!lines.isEmpty)
                for line in lines {
                    let event = try? JSONDecoder().decode([String: String].self, from: Data(line.utf8))
                    #expect(event?["level"] != nil && event?["message"] != nil, "\(line)")
                }
                let secret = try #require(installation.key.split(separator: ":").last)
                let token = Data(installation.key.utf8).base64EncodedString()
                for word in [String(secret), token, "learner@example.org"] {
                    let lines = lines.filter { $0.contains(word) }.map { $0.prefix(300) }
                    #expect(lines.isEmpty, "\(word)")
                }
            }
        }
    }
}
