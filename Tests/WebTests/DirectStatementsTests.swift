import Foundation
import HTTPTypes
import LearningRecords
import Logging
import NIOCore
import NIOPosix
import Operations
import Signatures
import TestSupport
import Testing
import XAPI

@testable import Web

@Suite("what is taken before the router", .migratedDatabase)
struct DirectStatementsTests {
    private let store: StatementStore
    private let authenticator: CallerAuthenticator
    private let metrics = RequestMetrics()
    private let keys: APIKeyStore

    init() throws {
        let pool = try MigratedDatabase.current.service
        keys = APIKeyStore(pool: pool)
        store = StatementStore(pool: pool)
        authenticator = CallerAuthenticator(
            keys: KeyAuthenticator(keys: keys), tokens: nil, rate: RateLimiter(perSecond: 4))
    }

    private let executor = LoopExecutor(loop: MultiThreadedEventLoopGroup.singleton.any())

    private var direct: DirectStatements {
        get throws {
            let pool = try MigratedDatabase.current.service
            let attachments = AttachmentStore(pool: pool)
            let binder = AttachmentBinder(store: attachments, verifier: SignatureVerifier())
            return DirectStatements(
                controller: StatementsController(
                    store: store, attachments: attachments, binder: binder,
                    quarantine: QuarantineStore(pool: pool, statements: store, binder: binder),
                    limits: RequestLimits(), authorityHomePage: "https://tessera.example/keys"),
                authenticator: authenticator, metrics: metrics, fields: [HTTPField(name: .server, value: "Tessera")],
                logger: Logger(label: "tests"))
        }
    }

    /// The `Authorization` of a new key, which is known already unless told otherwise.
    private func authorization(_ scopes: Set<Scope> = [.all], isKnown: Bool = true) async throws -> String {
        let name = "key-\(UUID())"
        let (_, secret) = try await keys.create(.init(name: name, scopes: scopes), actor: "tests")
        let header = "Basic " + Data("\(name):\(secret)".utf8).base64EncodedString()
        if isKnown { _ = try await authenticator.keys.caller(of: #require(BasicCredentials(header)), header: header) }
        return header
    }

    private func head(
        _ authorization: String, length: Int = 100, method: HTTPRequest.Method = .post,
        path: String = "/xapi/statements", also fields: HTTPFields = [:]
    ) -> HTTPRequest {
        var headers: HTTPFields = [
            .authorization: authorization, .contentType: "application/json", .contentLength: "\(length)",
            .xapiVersion: "2.0.0",
        ]
        for field in fields { headers[field.name] = field.value }
        return HTTPRequest(method: method, scheme: "http", authority: nil, path: path, headerFields: headers)
    }

    private static func statement(_ id: UUID, verb: String = "read", more: String = "") -> String {
        #"{"id":"\#(id)","actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"https://example.org/\#(verb)"},"#
            + #""object":{"id":"https://example.org/course"}\#(more)}"#
    }

    /// What becomes of a body: nil when it is not taken, and the answer or nothing when it is.
    private func outcome(of body: String, _ authorization: String) async throws -> DirectStatements.Answer?? {
        let direct = try direct
        let offer = try #require(direct.offer(head(authorization, length: body.utf8.count)))
        return await withCheckedContinuation { continuation in
            let isBegun = direct.begin(offer, body: ByteBuffer(string: body), on: executor) {
                continuation.resume(returning: .some($0))
            }
            if !isBegun { continuation.resume(returning: nil) }
        }
    }

    @Test("a batch by a known key is stored, counted, and answered as the router answers")
    func stored() async throws {
        let authorization = try await authorization()
        _ = try await store.recentlyConsistentThrough()
        let ids = [UUID(), UUID()]
        let body = "[" + ids.map { Self.statement($0) }.joined(separator: ",") + "]"
        let answer = try #require(try await outcome(of: body, authorization) ?? nil)
        #expect(answer.head.status == .ok)
        #expect(
            String(buffer: answer.body) == "[" + ids.map { #""\#($0.canonicalText)""# }.joined(separator: ",") + "]")
        let fields = answer.head.headerFields
        #expect(fields[.contentLength] == "\(answer.body.readableBytes)" && fields[.contentType] == "application/json")
        #expect(
            fields[.xapiVersion] == "2.0.0" && fields[.xapiConsistentThrough] != nil && fields[.server] == "Tessera")
        let date = try #require(fields[.date].flatMap(HTTPDate.date))
        #expect(abs(date.timeIntervalSinceNow) < 60)
        #expect(try await store.statements(ids).allSatisfy { $0 != nil })
        #expect(metrics.all.map(\.key) == [.init(method: "POST", route: "/xapi/statements", status: 200)])
        #expect(metrics.all.first?.series.count == 1)
    }

    @Test("who reads gets what the router would tell, and no answer where the router must say what is wrong")
    func read() async throws {
        let authorization = try await authorization()
        let id = UUID()
        let parsed = try StatementBatch.parse(bytes: Array(Self.statement(id, verb: "\(id)").utf8), version: .v2_0)
            .statements[0]
        let authority = Authority(accountHomePage: "https://tessera.example/keys", name: "tests")
        try await store.store([IncomingStatement(parsed, version: .v2_0)], authority: authority)
        let page = try #require(try await outcome(of: "verb=https://example.org/\(id)&limit=1", reading: authorization))
        let text = String(buffer: try #require(page).body)
        #expect(text.hasPrefix(#"{"statements":[{"#) && text.contains(id.uuidString) && text.hasSuffix(#""}"#))
        let one = try #require(try await outcome(of: "statementId=\(id)", reading: authorization))
        #expect(one?.head.headerFields[.lastModified] != nil && one?.head.headerFields[.xapiConsistentThrough] != nil)
        for wrong in ["limit=x", "unknown=1", "attachments=true", "statementId=\(UUID())"] {
            let answer = try #require(try await outcome(of: wrong, reading: authorization))
            #expect(answer == nil, "\(wrong)")
        }
    }

    private func outcome(of query: String, reading authorization: String) async throws -> DirectStatements.Answer?? {
        let direct = try direct
        let asked = head(authorization, length: 0, method: .get, path: "/xapi/statements?\(query)")
        let offer = try #require(direct.offer(asked))
        return await withCheckedContinuation { continuation in
            let isBegun = direct.begin(offer, body: ByteBuffer(), on: executor) {
                continuation.resume(returning: .some($0))
            }
            if !isBegun { continuation.resume(returning: nil) }
        }
    }

    @Test("what needs more than that is for the router")
    func left() async throws {
        let direct = try direct
        let known = try await authorization()
        let unknown = try await authorization(isKnown: false)
        let reader = try await authorization([.statementsRead])
        #expect(direct.offer(head(known)) != nil)
        #expect(direct.offer(head(known, also: [.connection: "Keep-Alive"]))?.isLast == false)
        #expect(direct.offer(head(known, also: [.connection: "close"]))?.isLast == true)
        for other in [unknown, reader, "Bearer x", "Basic x"] { #expect(direct.offer(head(other)) == nil) }
        #expect(direct.offer(head(known, method: .put)) == nil)
        #expect(direct.offer(head(known, path: "/xapi/statements?method=GET")) == nil)
        #expect(direct.offer(head(known, length: 0, method: .get)) != nil)
        #expect(direct.offer(head(known, length: 1, method: .get)) == nil)
        #expect(direct.offer(head(known, length: 0, method: .get, path: "/xapi/statementsx")) == nil)
        #expect(direct.offer(head(reader, length: 0, method: .get)) != nil)
        #expect(direct.offer(head(known, length: DirectStatements.maximumBytes + 1)) == nil)
        let fields: [HTTPFields] = [
            [.origin: "https://example.org"], [.expect: "100-continue"], [.transferEncoding: "chunked"],
            [.contentEncoding: "gzip"], [.connection: "Upgrade"], [.xapiVersion: "3.0"],
            [.contentType: "application/json; charset=utf-8"], [.contentType: "multipart/mixed; boundary=x"],
            [.contentLength: "x"],
        ]
        for field in fields { #expect(direct.offer(head(known, also: field)) == nil, "\(field)") }
        for field in head(known).headerFields where field.name != .contentLength {
            var doubled = head(known)
            doubled.headerFields.append(field)
            #expect(direct.offer(doubled) == nil, "\(field)")
        }
    }

    @Test(
        "a body that is refused, or has attachments or a statement without an id, is not begun, and one that clashes is not answered"
    )
    func refused() async throws {
        _ = try await store.recentlyConsistentThrough()
        for body in [
            "{", "[]x", Self.statement(UUID()).replacing(/"id":"[0-9A-F-]{36}",/, with: ""),
            Self.statement(UUID(), more: #","x":1"#),
            Self.statement(
                UUID(),
                more: #","attachments":[{"usageType":"https://example.org/u","display":{"en":"d"},"#
                    + #""contentType":"text/plain","length":1,"fileUrl":"https://example.org/f","sha2":"\#(Self.digest)"}]"#
            ),
        ] {
            #expect(try await outcome(of: body, authorization()) == nil, "\(body)")
        }
        let id = UUID()
        let authorization = try await authorization()
        #expect(try await outcome(of: Self.statement(id), authorization) ?? nil != nil)
        let clash = try await outcome(of: Self.statement(id, verb: "wrote"), authorization)
        #expect(clash != nil && (clash ?? nil) == nil)
    }

    private static let digest = String(repeating: "a", count: 64)

    @Test("who has asked too often is left to the router, which says so")
    func rate() async throws {
        let direct = try direct
        let authorization = try await authorization()
        _ = try await store.recentlyConsistentThrough()
        _ = try #require(direct.offer(head(authorization)))
        let caller = try #require(authenticator.keys.remembered(by: authorization))
        for _ in 0..<8 { try authenticator.rate.admit(caller) }
        #expect(direct.offer(head(authorization)) == nil)
        #expect(authenticator.rate.turnedAway == 0)
    }

    @Test("a request that the router answers after all is not counted here, neither as made nor as turned away")
    func uncounted() async throws {
        let authorization = try await authorization()
        let caller = try #require(authenticator.keys.remembered(by: authorization))
        _ = try await store.recentlyConsistentThrough()
        let id = UUID()
        _ = try #require(try await outcome(of: Self.statement(id), authorization) ?? nil)
        for _ in 0..<20 {
            #expect(try #require(try await outcome(of: Self.statement(id, verb: "wrote"), authorization)) == nil)
            #expect(try #require(try await outcome(of: "limit=x", reading: authorization)) == nil)
        }
        #expect(authenticator.rate.hasRoom(for: caller))

        // There is room when the head is read, and none when the body is here.
        let direct = try direct
        let body = Self.statement(UUID())
        let offers = [
            (try #require(direct.offer(head(authorization, length: body.utf8.count))), ByteBuffer(string: body)),
            (try #require(direct.offer(head(authorization, length: 0, method: .get))), ByteBuffer()),
        ]
        let later = ContinuousClock.now + .seconds(60)
        for _ in 0..<8 { try authenticator.rate.admit(caller, at: later) }
        for (offer, body) in offers {
            let answer = await withCheckedContinuation { continuation in
                let isBegun = direct.begin(offer, body: body, on: executor) { continuation.resume(returning: $0) }
                if !isBegun { continuation.resume(returning: nil) }
            }
            #expect(answer == nil)
        }
        #expect(authenticator.rate.turnedAway == 0)
    }
}
