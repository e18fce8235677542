import FoundationEssentials
import LibPQ
import Logging
import TestSupport
import Testing
import XAPI

@testable import LearningRecords

@Suite("attachments", .migratedDatabase, .serialized)
struct AttachmentStoreTests {
    let database: MigratedDatabase
    let store: StatementStore
    let attachments: AttachmentStore

    init() throws {
        database = try MigratedDatabase.current
        store = StatementStore(pool: database.service)
        attachments = AttachmentStore(pool: database.service)
    }

    /// Content that compresses badly and is no other's.
    static func content(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// A statement that declares content under a digest.
    static func draft(_ digests: String..., id: UUID = UUID(), verb: String = "http://example.com/verbs/did") -> Draft {
        let list = digests.map {
            #"{"usageType":"http://x.y/u","display":{},"contentType":"a/b; c=d","length":7,"sha2":"\#($0)"}"#
        }
        return Draft(id: id, verb: verb, more: [#""attachments":[\#(list.joined(separator: ","))]"#])
    }

    /// Takes content in, in pieces of a size.
    func upload(_ bytes: [UInt8], pieces: Int = 100_000, like sha2: String = "") async throws -> ReceivedAttachment {
        var upload = attachments.upload(namedBy: sha2)
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            try await upload.append(Array(bytes[start..<min(start + pieces, bytes.count)]))
        }
        return try await upload.finish()
    }

    func read(_ attachment: ServedAttachment) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        var reader = attachments.reader(of: attachment)
        while let chunk = try await reader.next() { bytes += chunk }
        return bytes
    }

    /// Stores a statement with contents, and gives its key.
    @discardableResult
    func store(_ draft: Draft, _ contents: [ReceivedAttachment]) async throws -> Int64 {
        var incoming = try draft.incoming()
        for (position, content) in contents.enumerated() { incoming.attach(content, at: position) }
        try await store.store([incoming], authority: .platform)
        return try await #require(store.statement(draft.id)).key
    }

    func count(_ query: Query) async throws -> Int {
        try await database.administrator.withConnection { db in try await db.one(query, as: Int.self) }
    }

    @Test(
        "content comes back byte for byte, whatever its size and the pieces it came in",
        arguments: [0, 1, 100, AttachmentStore.chunkBytes - 1, AttachmentStore.chunkBytes, 2_000_003])
    func roundTrip(size: Int) async throws {
        let bytes = Self.content(size)
        let received = try await upload(bytes, pieces: size == 100 ? 7 : 300_000)
        #expect(received.length == Int64(size))
        let key = try await store(Self.draft(received.sha2), [received])
        let served = try await attachments.attachments(of: [key])
        try #require(served.count == 1)
        #expect(served[0].sha2 == received.sha2 && served[0].length == Int64(size))
        #expect(served[0].contentType == "a/b; c=d")
        #expect(try await read(served[0]) == bytes)
    }

    @Test(
        "content has the digest of the kind by which it is named",
        arguments: [
            (28, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
            (32, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                48,
                "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
            ),
            (
                64,
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
                    + "454d4423643ce80e2a9ac94fa54ca49f"
            ),
        ])
    func digests(bytes: Int, digest: String) async throws {
        let received = try await upload(Array("abc".utf8), like: String(repeating: "0", count: 2 * bytes))
        #expect(received.sha2 == digest)
    }

    @Test("SHA-224 is that of PostgreSQL, at every length around its blocks")
    func sha224() async throws {
        for count in [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000] {
            let bytes = Self.content(count)
            var digest = ContentDigest(like: String(repeating: "0", count: 56))
            for start in stride(from: 0, to: count, by: 13) { digest.update(bytes[start..<min(start + 13, count)]) }
            let theirs = try await database.administrator.withConnection { db in
                try await db.one("SELECT encode(sha224(\(bytes)), 'hex')", as: String.self)
            }
            #expect(digest.sha2 == theirs, "\(count)")
        }
    }

    @Test("the same content is kept once, whoever brings it under whatever digest")
    func deduplicated() async throws {
        let bytes = Self.content(1_200_000)
        let first = try await upload(bytes)
        let again = try await upload(bytes, pieces: 999_999)
        let named = try await upload(bytes, like: String(repeating: "0", count: 128))
        #expect(again == first)
        #expect(named.key == first.key && named.sha2.count == 128)
        let keys = [
            try await store(Self.draft(first.sha2, named.sha2), [first, named]),
            try await store(Self.draft(again.sha2), [again]),
        ]
        // Once for each digest by which statements name it.
        #expect(try await attachments.attachments(of: keys).map(\.sha2) == [first.sha2, named.sha2])
        #expect(try await count("SELECT count(*) FROM lrs.attachment WHERE length = 1200000") == 1)
        #expect(try await count("SELECT count(*) FROM lrs.attachment_chunk WHERE attachment_key = \(first.key)") == 3)
    }

    @Test("the same content that comes many times at once is kept once, and every statement has it")
    func concurrent() async throws {
        let bytes = Self.content(600_001)
        let keys = try await withThrowingTaskGroup(of: Int64.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    let received = try await upload(bytes)
                    return try await store(Self.draft(received.sha2), [received])
                }
            }
            var keys: [Int64] = []
            for try await key in group { keys.append(key) }
            return keys
        }
        for key in keys {
            let served = try await attachments.attachments(of: [key])
            try #require(served.count == 1)
            #expect(try await read(served[0]) == bytes)
        }
        #expect(try await count("SELECT count(*) FROM lrs.attachment WHERE length = 600001") == 1)
    }

    @Test("a refused request leaves no link, and its neighbours keep theirs")
    func conflict() async throws {
        let taken = UUID()
        try await store.store(Draft(id: taken))
        let received = try await upload(Self.content(10))
        let fresh = Self.draft(received.sha2)
        var (clashing, neighbour) = (try Self.draft(received.sha2, id: taken).incoming(), try fresh.incoming())
        clashing.attach(received, at: 0)
        neighbour.attach(received, at: 0)
        await #expect(throws: LearningRecordError.conflict([taken])) {
            try await store.store([clashing, neighbour], authority: .platform)
        }
        let key = try await #require(store.statement(taken)).key
        #expect(try await attachments.attachments(of: [key]).isEmpty)
        #expect(
            try await count(
                "SELECT count(*) FROM lrs.attachment WHERE attachment_key = \(received.key) AND staged_at IS NOT NULL")
                == 1)
        let stored = try await store(fresh, [received])
        #expect(try await attachments.attachments(of: [stored]).count == 1)
    }

    @Test("the same statement again changes nothing of its attachments")
    func again() async throws {
        let received = try await upload(Self.content(10))
        let draft = Self.draft(received.sha2)
        let key = try await store(draft, [received])
        #expect(try await store(draft, [received]) == key)
        #expect(try await attachments.attachments(of: [key]).count == 1)
    }

    @Test("what is given up is gone at once; what no statement came for is swept after a time, and nothing else")
    func sweep() async throws {
        var given = attachments.upload(namedBy: "")
        try await given.append(Self.content(AttachmentStore.chunkBytes))
        #expect(try await count("SELECT count(*) FROM lrs.attachment WHERE sha256 IS NULL") == 1)
        await given.discard()
        #expect(try await count("SELECT count(*) FROM lrs.attachment WHERE sha256 IS NULL") == 0)
        var open = attachments.upload(namedBy: "")
        try await open.append(Self.content(AttachmentStore.chunkBytes))
        let (linked, left) = (try await upload(Self.content(11)), try await upload(Self.content(12)))
        let key = try await store(Self.draft(linked.sha2), [linked])
        let logger = Logger(label: "test")
        _ = try await AttachmentSweeper(store: attachments, logger: logger).sweep()
        #expect(try await count("SELECT count(*) FROM lrs.attachment WHERE attachment_key = \(left.key)") == 1)
        let swept = try await AttachmentSweeper(store: attachments, grace: .zero, logger: logger).sweep()
        #expect(swept >= 2)
        #expect(try await count("SELECT count(*) FROM lrs.attachment WHERE staged_at IS NOT NULL") == 0)
        #expect(try await count("SELECT count(*) FROM lrs.attachment_chunk WHERE attachment_key = \(left.key)") == 0)
        let served = try await attachments.attachments(of: [key])
        try #require(served.count == 1)
        #expect(try await read(served[0]).count == 11)
        // Whoever was still sending is told, and not left with half of it.
        let late = await Outcome.of {
            try await open.append(Self.content(AttachmentStore.chunkBytes))
        }
        guard case .refused(.unavailable) = late else {
            Issue.record("\(late)")
            return
        }
    }
}
