import Foundation
import Testing

extension SystemTests {
    /// What was answered 200 survives whatever dies.
    struct CrashTests {
        @Test("kill -9 of the server amid a stream of posts: what was answered 200 is there, once")
        func server() async throws {
            try await Installation.with { installation in
                let stream = PostStream(installation.client)
                let first = try installation.startServer()
                try await first.untilReady()
                try await stream.running { stream in
                    try await stream.untilStored(200)
                    try await first.crash()
                    // Those under way are cut, and nobody takes new ones.
                    try await Task.sleep(for: .milliseconds(200))
                }
                try await installation.serving { _ in try await check(stream, in: installation) }
            }
        }

        @Test("kill -9 of the postmaster amid a stream of posts: 503 for a moment, then all goes on by itself")
        func postmaster() async throws {
            try await Installation.with { installation in
                let stream = PostStream(installation.client)
                try await installation.serving { server in
                    try await stream.running { stream in
                        for round in 1...2 {
                            try await stream.untilStored(round * 200)
                            let before = await stream.storedCount
                            let killed = try postmaster(of: installation)
                            kill(killed, SIGKILL)
                            try await stream.untilStored(before + 200)
                            let next = try postmaster(of: installation)
                            #expect(next != killed)
                        }
                    }
                    #expect(server.program.isRunning)
                    let (refusals, cutCount) = (await stream.refusals, await stream.cutCount)
                    // A post may wait for the next postmaster instead of being refused.
                    #expect(cutCount == 0, "each post was answered")
                    for answer in refusals {
                        #expect(answer.status == 503, "\(answer)")
                        #expect(answer.header("Retry-After").flatMap { Int($0) } ?? 0 > 0)
                        #expect(answer.header("Content-Type") == "application/problem+json")
                    }
                    let ready = try await server.status(of: "/health/ready")
                    #expect(ready == 200)
                    try await check(stream, in: installation)
                }
            }
        }

        @Test("SIGTERM amid a stream of posts: what was taken is answered, what was answered 200 is there, once")
        func stop() async throws {
            try await Installation.with { installation in
                let stream = PostStream(installation.client)
                let first = try installation.startServer()
                try await first.untilReady()
                try await stream.running { stream in
                    try await stream.untilStored(200)
                    _ = try await first.stop().succeeded("tessera serve")
                }
                #expect(TemporaryFolder.programs(naming: installation.folder).isEmpty)
                try await installation.serving { _ in try await check(stream, in: installation) }
            }
        }

        @Test("a server that was killed leaves nothing that keeps the next from starting")
        func orphans() async throws {
            try await Installation.with { installation in
                let id = UUID()
                for round in 1...3 {
                    let server = try installation.startServer()
                    try await server.untilReady()
                    let answer = try await installation.client.post(Sample.statement(id: id))
                    #expect(answer.status == 200, "round \(round)")
                    try await server.crash()
                }
                try await installation.serving { _ in
                    let ids = try await installation.client.ids()
                    #expect(ids == [id])
                }
                #expect(TemporaryFolder.programs(naming: installation.folder).isEmpty)
            }
        }

        /// Whether each statement that was answered 200 is there once, and those sent again now as well.
        private func check(_ stream: PostStream, in installation: Installation) async throws {
            let found = try await installation.client.ids()
            let (stored, sent) = (await stream.stored, await stream.sent)
            #expect(stored.subtracting(found).isEmpty, "answered 200, but not there")
            #expect(Set(found).subtracting(sent).isEmpty, "there, but never sent")
            #expect(Set(found).count == found.count, "there twice")
            try await stream.retry()
            let afterwards = try await installation.client.ids()
            #expect(afterwards.count == sent.count)
            #expect(Set(afterwards).subtracting(sent).isEmpty)
            for id in sent.shuffled().prefix(50) {
                let text = try await installation.client.statement(id).expecting(200).text
                #expect(text.contains(#""response":"\#(id.text)""#))
            }
        }

        private func postmaster(of installation: Installation) throws -> Int32 {
            let file = URL(filePath: installation.dataFolder + "/postgresql/data/postmaster.pid")
            let text = try String(contentsOf: file, encoding: .utf8)
            return try #require(text.split(separator: "\n").first.flatMap { Int32($0) })
        }
    }
}
