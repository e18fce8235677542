import Foundation
import SigningSupport
import Testing

extension SystemTests {
    /// Attachments that are larger than a server should ever hold.
    struct LargeAttachmentTests {
        /// Megabytes of the attachment: few enough for every run; `TESSERA_TEST_ATTACHMENT_MB` asks for more.
        private static let megabytes =
            ProcessInfo.processInfo.environment["TESSERA_TEST_ATTACHMENT_MB"].flatMap { Int($0) } ?? 64

        /// The most memory that a process has had so far, in megabytes.
        private static func peak(of process: Int32) throws -> Int {
            let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
            return try #require(line.split(separator: " ").compactMap { Int($0) }.first) / 1024
        }

        private static let boundary = "large"

        private static func opening(_ id: UUID, _ content: GeneratedContent, _ sha2: String) -> String {
            let attachment =
                #"{"usageType":"http://example.org/u","display":{"en":"Large"},"contentType":"video/mp4","#
                + #""length":\#(content.byteCount),"sha2":"\#(sha2)"}"#
            return "--\(boundary)\r\nContent-Type: application/json\r\n\r\n"
                + Sample.statement(id: id, more: #","attachments":[\#(attachment)]"#)
                + "\r\n--\(boundary)\r\nContent-Type: video/mp4\r\nContent-Transfer-Encoding: binary\r\n"
                + "X-Experience-API-Hash: \(sha2)\r\n\r\n"
        }

        private static func send(
            _ content: GeneratedContent, id: UUID, sha2: String, by client: Client
        ) async throws -> StreamedAnswer {
            try await client.stream(
                "POST", "/xapi/statements", contentType: "multipart/mixed; boundary=\(boundary)",
                opening: opening(id, content, sha2), content: content, closing: "\r\n--\(boundary)--\r\n")
        }

        private static func fetch(_ content: GeneratedContent, id: UUID, sha2: String, by client: Client) async throws {
            let answer = try await client.stream(
                "GET", "/xapi/statements?statementId=\(id.text)&attachments=true",
                marker: "X-Experience-API-Hash: \(sha2)\r\n\r\n", count: content.byteCount)
            #expect(answer.status == 200)
            #expect(answer.sha256 == sha2)
        }

        /// Waits until a query gives an answer, for at most a quarter of a minute.
        private static func comes(
            _ answer: String, from query: String, in installation: Installation
        ) async throws -> Bool {
            for _ in 0..<150 {
                if try await installation.administrator(query) == answer { return true }
                try await Task.sleep(for: .milliseconds(100))
            }
            return false
        }

        @Test("a large attachment goes in and out, several times at once, and the server never holds it")
        func streamed() async throws {
            try await Installation.with { installation in
                try await installation.serving { server in
                    let client = installation.client
                    _ = try await client.post(Sample.statement()).expecting(200)
                    let before = try Self.peak(of: server.program.id)
                    let content = GeneratedContent(byteCount: Self.megabytes << 20, seed: 1)
                    let (id, sha2) = (UUID(), await content.sha256)
                    let answer = try await Self.send(content, id: id, sha2: sha2, by: client)
                    #expect(answer.status == 200, "\(String(decoding: answer.beginning, as: UTF8.self))")
                    let stored = try Self.peak(of: server.program.id)
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for _ in 0..<3 {
                            group.addTask { try await Self.fetch(content, id: id, sha2: sha2, by: client) }
                        }
                        try await group.waitForAll()
                    }
                    let after = try Self.peak(of: server.program.id)
                    print(
                        "attachment of \(Self.megabytes) MB: peak of memory \(before) MB before, \(stored) MB stored, \(after) MB read"
                    )
                    #expect(after - before < 48, "of \(Self.megabytes) MB, which no one held")
                    #expect(after < 200)
                    // Again under another statement: kept once.
                    let again = UUID()
                    #expect(try await Self.send(content, id: again, sha2: sha2, by: client).status == 200)
                    try await Self.fetch(content, id: again, sha2: sha2, by: client)
                    let kept = try await installation.administrator(
                        "SELECT count(*), sum(octet_length(data)) FROM lrs.attachment_chunk")
                    #expect(kept.split(separator: "|").last == "\(content.byteCount)")
                }
            }
        }

        @Test("a slow client holds up nobody: statements are stored while its attachment comes in")
        func slowClient() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in
                    let client = installation.client
                    let content = GeneratedContent(byteCount: 4 << 20, seed: 2)
                    let sha2 = await content.sha256
                    try await client.begin(Self.opening(UUID(), content, sha2), boundary: Self.boundary) {
                        for _ in 0..<20 { _ = try await client.post(Sample.statement()).expecting(200) }
                        let begun = "SELECT count(*) FROM lrs.attachment WHERE sha256 IS NULL"
                        #expect(try await Self.comes("1", from: begun, in: installation))
                        let waiting = try await installation.administrator(
                            "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'")
                        #expect(waiting == "0")
                    }
                    // What had come in goes when the client has gone.
                    let left = "SELECT count(*) FROM lrs.attachment"
                    #expect(try await Self.comes("0", from: left, in: installation))
                }
            }
        }

        @Test("more than is taken is refused with the limit, and nothing of it stays")
        func tooLarge() async throws {
            try await Installation.with { installation in
                var limited = installation
                limited.variables = ["TESSERA_MAX_ATTACHMENT_BYTES": "2000000"]
                try await limited.serving { _ in
                    let content = GeneratedContent(byteCount: 2_000_001, seed: 3)
                    let sha2 = await content.sha256
                    let answer = try await Self.send(content, id: UUID(), sha2: sha2, by: limited.client)
                    #expect(answer.status == 413)
                    #expect(String(decoding: answer.beginning, as: UTF8.self).contains("2000000"))
                    let fitting = GeneratedContent(byteCount: 2_000_000, seed: 4)
                    let (id, digest) = (UUID(), await fitting.sha256)
                    #expect(try await Self.send(fitting, id: id, sha2: digest, by: limited.client).status == 200)
                    try await Self.fetch(fitting, id: id, sha2: digest, by: limited.client)
                    // Data of another digest is found out at its end.
                    let other = GeneratedContent(byteCount: 1_999_999, seed: 5)
                    #expect(try await Self.send(other, id: UUID(), sha2: digest, by: limited.client).status == 400)
                    #expect(try await limited.administrator("SELECT count(*) FROM lrs.attachment") == "1")
                }
            }
        }
    }
}
