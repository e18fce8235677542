import Gzip
import TestSupport
import Testing

@testable import Web

@Suite("Fetching documents of others")
struct DocumentFetcherTests {
    /// A fetcher that trusts nobody but these origins, and knows these names.
    private func fetcher(
        trusting origins: Set<String> = [], names: [String: [String]] = [:], limits: FetchLimits = FetchLimits()
    ) -> DocumentFetcher {
        DocumentFetcher(settings: FetchSettings(trustedOrigins: origins), limits: limits) { name in
            (names[name] ?? []).compactMap { NetworkAddress($0) }
        }
    }

    private func failure(_ fetcher: DocumentFetcher, _ url: String) async -> FetchError? {
        do {
            _ = try await fetcher.document(at: url, accept: "*/*")
            return nil
        } catch { return error as? FetchError }
    }

    @Test(
        "Whoever isn't public is never asked, whatever the URL looks like",
        arguments: [
            "https://127.0.0.1:8443/", "https://localhost/", "https://169.254.169.254/latest/meta-data/",
            "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[64:ff9b::7f00:1]/",
            "https://[2002:7f00:1::]/", "https://[fd00::1]/", "https://0.0.0.0/", "https://10.1.2.3/",
            "https://100.64.0.1/", "https://private.example/", "https://mixed.example/", "https://mapped.example/",
            "https://unknown.example/", "https://internal/",
        ])
    func notPublic(url: String) async {
        let names = [
            "localhost": ["127.0.0.1", "::1"], "private.example": ["192.168.1.1"], "internal": ["10.0.0.8"],
            "mixed.example": ["93.184.216.34", "10.0.0.1"], "mapped.example": ["::ffff:10.0.0.1"],
        ]
        #expect(await failure(fetcher(names: names), url) == .notPublic)
    }

    @Test("Without TLS, and on a port for something else, nobody is asked")
    func openWays() async {
        let fetcher = fetcher(names: ["badges.example": ["93.184.216.34"]])
        for url in ["http://badges.example/", "https://badges.example:22/", "https://badges.example:6379/"] {
            #expect(await failure(fetcher, url)?.kind == .refused)
        }
    }

    @Test("A name is looked up once, and the connection goes to the address that was checked, in the name's name")
    func checkedAddress() async throws {
        let document = try await DocumentServer.with({ _ in .init("{}") }) { server in
            let origin = "http://badges.example:\(server.port)"
            let fetcher = fetcher(trusting: [origin], names: ["badges.example": ["127.0.0.1"]])
            let document = try await fetcher.document(at: origin + "/x?y=1", accept: "application/json")
            #expect(server.seen == [.init(path: "/x?y=1", host: "badges.example:\(server.port)")])
            return document
        }
        #expect(document.bytes == Array("{}".utf8) && document.contentType == "application/json")
    }

    @Test("A trusted origin is no way to others: redirects to what isn't public are refused")
    func redirects() async throws {
        let elsewhere = [
            "/private": "https://127.0.0.1:8443/", "/metadata": "http://169.254.169.254/", "/name": "https://internal/",
            "/file": "file:///etc/passwd", "/user": "https://a@badges.example/", "/empty": "",
        ]
        try await DocumentServer.with({ path in elsewhere[path].map { .redirect($0) } }) { server in
            let fetcher = fetcher(trusting: [server.origin], names: ["internal": ["10.0.0.1"]])
            for path in elsewhere.keys.sorted() where path != "/empty" {
                #expect(await failure(fetcher, server.origin + path)?.kind == .refused, "\(path)")
            }
            #expect(await failure(fetcher, server.origin + "/empty") != nil)
        }
    }

    @Test("Three redirects are followed, not four")
    func manyRedirects() async throws {
        let pages: DocumentServer.Pages = { path in
            let number = Int(path.dropFirst()) ?? 0
            return number == 0 ? .init("{}") : .redirect("\(number - 1)", status: [301, 303, 307, 308][number % 4])
        }
        try await DocumentServer.with(pages) { server in
            let fetcher = fetcher(trusting: [server.origin])
            let followed = try await fetcher.document(at: server.origin + "/3", accept: "*/*")
            #expect(followed.bytes == Array("{}".utf8))
            #expect(await failure(fetcher, server.origin + "/4")?.kind == .unavailable)
        }
    }

    @Test("What is too large, without end, or would grow when expanded, is not read to its end")
    func sizes() async throws {
        let compressor = try GzipCompressor()
        var bomb: [UInt8] = []
        for _ in 0..<64 { bomb += compressor.compress([UInt8](repeating: 0, count: 1 << 20)) }
        bomb += compressor.finish()
        #expect(bomb.count < 100_000)
        let replies: [String: DocumentServer.Reply] = [
            "/large": .init(body: [UInt8](repeating: 0x20, count: 300_000)),
            "/endless": .init(body: [UInt8](repeating: 0x20, count: 10_000), manner: .endless),
            "/bomb": .init(headers: [("Content-Encoding", "gzip")], body: bomb),
        ]
        var limits = FetchLimits()
        limits.documentBytes = 200_000
        let bounded = limits
        try await DocumentServer.with({ replies[$0] }) { server in
            let fetcher = fetcher(trusting: [server.origin], limits: bounded)
            for path in replies.keys.sorted() {
                #expect(await failure(fetcher, server.origin + path) == .tooLarge, "\(path)")
            }
        }
    }

    @Test("An encoding that nobody asked for is taken off if it is gzip, and is told if it isn't")
    func encodings() async throws {
        let compressor = try GzipCompressor()
        let zipped = compressor.compress(Array("{}".utf8)) + compressor.finish()
        let replies: [String: DocumentServer.Reply] = [
            "/gzip": .init(headers: [("Content-Encoding", "gzip")], body: zipped),
            "/damaged": .init(headers: [("Content-Encoding", "gzip")], body: zipped.dropLast(9)),
            "/br": .init(headers: [("Content-Encoding", "br")], body: [1, 2, 3]),
            "/twice": .init(headers: [("Content-Encoding", "gzip, gzip")], body: zipped),
        ]
        try await DocumentServer.with({ replies[$0] }) { server in
            let fetcher = fetcher(trusting: [server.origin])
            let expanded = try await fetcher.document(at: server.origin + "/gzip", accept: "*/*")
            #expect(expanded.bytes == Array("{}".utf8))
            for path in ["/damaged", "/br", "/twice"] {
                #expect(await failure(fetcher, server.origin + path)?.kind == .unavailable, "\(path)")
            }
        }
    }

    @Test("Who answers slowly is waited for no longer than the limit, also when something comes all the time")
    func slow() async throws {
        var limits = FetchLimits()
        limits.time = .milliseconds(400)
        let bounded = limits
        let reply = DocumentServer.Reply(
            body: Array(repeating: 0x20, count: 200), manner: .dripping(every: .milliseconds(50)))
        try await DocumentServer.with({ _ in reply }) { server in
            let started = ContinuousClock.now
            #expect(await failure(fetcher(trusting: [server.origin], limits: bounded), server.origin) == .timeout)
            #expect(started.duration(to: .now) < .seconds(5))
        }
    }

    @Test("A name whose look-up takes long is waited for no longer than the limit")
    func slowName() async {
        var limits = FetchLimits()
        limits.time = .milliseconds(200)
        let fetcher = DocumentFetcher(settings: FetchSettings(), limits: limits) { _ in
            try? await Task.sleep(for: .seconds(60))
            return []
        }
        #expect(await failure(fetcher, "https://slow.example/") == .timeout)
    }

    @Test("A document is fetched once for many who ask, a failure too")
    func shared() async throws {
        try await DocumentServer.with({ $0 == "/there" ? .init("{}") : nil }) { server in
            let fetcher = fetcher(trusting: [server.origin])
            await withTaskGroup { group in
                for _ in 0..<20 {
                    group.addTask { _ = try? await fetcher.document(at: server.origin + "/there", accept: "*/*") }
                    group.addTask { _ = try? await fetcher.document(at: server.origin + "/missing", accept: "*/*") }
                }
            }
            #expect(await fetcher.count == 2)
            #expect(server.seen.map(\.path).sorted() == ["/missing", "/there"])
        }
    }

    @Test("What is remembered is bounded in number and size")
    func memory() {
        var limits = FetchLimits()
        limits.kept = (documents: 3, bytes: 100)
        var memory = FetchMemory(limits: limits)
        let now = ContinuousClock.now
        func key(_ number: Int) -> FetchMemory.Key { .init(url: "https://\(number).example/", accept: "*/*") }
        func keep(_ number: Int, bytes: Int) {
            let document = FetchedDocument(bytes: [UInt8](repeating: 0, count: bytes), contentType: nil)
            memory.keep(.success(document), of: key(number), at: now + .milliseconds(number))
        }
        func kept() -> [Int] { (0..<6).filter { memory.outcome(of: key($0), at: now + .seconds(1)) != nil } }
        for number in 0..<4 { keep(number, bytes: 10) }
        #expect(kept() == [1, 2, 3])
        keep(4, bytes: 90)
        #expect(kept() == [3, 4])
        memory.keep(.failure(.timeout), of: key(5), at: now)
        #expect(kept() == [3, 4, 5])
        #expect(memory.outcome(of: key(5), at: now + .seconds(11)) == nil)
        #expect(memory.outcome(of: key(4), at: now + .seconds(61)) == nil)
    }

    @Test("When it is turned off, nobody is asked")
    func disabled() async {
        let fetcher = DocumentFetcher(settings: FetchSettings(isEnabled: false))
        #expect(await failure(fetcher, "https://badges.example/")?.kind == .disabled)
    }

    @Test("The system's names are looked up")
    func names() async {
        #expect(await SystemHosts.addresses("localhost").contains { !$0.isPublic })
        #expect(await SystemHosts.addresses("no-such-host.invalid").isEmpty)
    }
}
