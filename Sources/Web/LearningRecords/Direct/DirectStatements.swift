internal import FoundationEssentials
internal import HTTPTypes
internal import JSON
internal import LearningRecords
internal import LibPQ
internal import Logging
internal import NIOConcurrencyHelpers
internal import NIOCore
internal import Operations
internal import XAPI

/// Answers what is asked of the Statements resource most, without the way through the router: a few statements posted as
/// JSON, and statements read, by a key that is known.
///
/// It does only what ``StatementsController`` does when all goes well, and to the same effect. Whatever needs more than
/// that, and every refusal, is left to the router, where the request begins anew. What a lost database may have stored
/// nevertheless is not stored twice by that: statements without an id of their own are the router's from the beginning.
struct DirectStatements: Sendable {
    /// A request that may be answered, by its head.
    struct Offer: Sendable {
        let head: HTTPRequest
        /// Whether the client wants the connection to end with the answer.
        let isLast: Bool
        fileprivate let version: XAPIVersion
        fileprivate let caller: Caller
        fileprivate let start = ContinuousClock.now
    }

    /// An answer, whose status is 200.
    struct Answer: Sendable {
        let head: HTTPResponse
        let body: ByteBuffer
    }

    /// What the head of a request says that is of interest here.
    private struct Head {
        var length: Int?
        var isJSON = false
        var version: XAPIVersion?
        var authorization: String?
        var isLast = false

        /// Nil when there is something that only the router knows of, or a field that counts is there twice.
        init?(_ fields: HTTPFields) {
            var (hasType, hasVersion) = (false, false)
            for field in fields {
                switch field.name {
                case .contentLength: length = Int(field.value)
                case .contentType:
                    guard !hasType else { return nil }
                    hasType = true
                    isJSON = field.value == "application/json"
                case .xapiVersion:
                    guard !hasVersion else { return nil }
                    hasVersion = true
                    version = XAPIVersion(header: field.value)
                case .authorization:
                    guard authorization == nil else { return nil }
                    authorization = field.value
                case .connection:
                    isLast = field.value == "close"
                    guard isLast || field.value.lowercased() == "keep-alive" else { return nil }
                case .origin, .expect, .transferEncoding, .contentEncoding: return nil
                default: continue
                }
            }
        }
    }

    /// Bytes of a body that is taken: in larger ones the way through the router is no great part of the work.
    static let maximumBytes = 512 << 10
    private static let path = "/xapi/statements"

    let controller: StatementsController
    let authenticator: CallerAuthenticator
    let metrics: RequestMetrics
    /// Header fields of all answers.
    let fields: [HTTPField]
    let logger: Logger
    private let date = NIOLockedValueBox((second: Int64.min, text: ""))

    init(
        controller: StatementsController, authenticator: CallerAuthenticator, metrics: RequestMetrics,
        fields: [HTTPField], logger: Logger
    ) {
        self.controller = controller
        self.authenticator = authenticator
        self.metrics = metrics
        self.fields = fields
        self.logger = logger
    }

    /// The request, if it may be answered here.
    func offer(_ head: HTTPRequest) -> Offer? {
        guard let path = head.path, path.hasPrefix(Self.path) else { return nil }
        let scopes: [Scope]
        switch head.method {
        case .post where path.utf8.count == Self.path.utf8.count: scopes = [.statementsWrite]
        case .get where Self.query(of: path) != nil: scopes = [.statementsRead, .statementsReadMine]
        default: return nil
        }
        guard let said = Head(head.headerFields), let version = said.version, let authorization = said.authorization
        else { return nil }
        if head.method == .post {
            let most = min(Self.maximumBytes, controller.limits.statementBodyBytes)
            guard said.isJSON, let length = said.length, length <= most else { return nil }
        } else {
            guard said.length ?? 0 == 0 else { return nil }
        }
        guard let caller = authenticator.keys.remembered(by: authorization), scopes.contains(where: caller.grants),
            authenticator.rate.hasRoom(for: caller)
        else { return nil }
        return Offer(head: head, isLast: said.isLast, version: version, caller: caller)
    }

    /// What stands behind the question mark of the resource's path; nil for another path.
    private static func query(of path: String) -> Substring? {
        let rest = path.dropFirst(Self.path.count)
        return rest.isEmpty || rest.first == "?" ? rest.dropFirst() : nil
    }

    /// Begins with a request, and answers on any thread; with nil when the router is to answer.
    ///
    /// - Parameter executor: Where a task of the request runs.
    /// - Returns: Whether it was begun; if not, there will be no answer.
    func begin(
        _ offer: Offer, body: ByteBuffer, on executor: LoopExecutor, answer: @escaping @Sendable (Answer?) -> Void
    ) -> Bool {
        guard offer.head.method == .post else {
            Task(executorPreference: executor) { answer(await page(offer)) }
            return true
        }
        return store(body, of: offer, answer: answer)
    }

    // MARK: Storing

    /// Begins to store the statements of a body, and answers when they are committed.
    private func store(_ body: ByteBuffer, of offer: Offer, answer: @escaping @Sendable (Answer?) -> Void) -> Bool {
        guard let through = controller.store.lastConsistentThrough,
            let statements = try? Self.statements(in: body, version: offer.version),
            authenticator.rate.takes(offer.caller)
        else { return false }
        let caller = offer.caller
        controller.store.store(
            statements, authority: controller.authority(of: caller), definesActivities: caller.grants(.define)
        ) { outcome in
            guard case .success = outcome else {
                authenticator.rate.takeBack(caller)
                return answer(nil)
            }
            var writer = JSONWriter()
            writer.array { array in
                for statement in statements { array.string(statement.id.canonicalText) }
            }
            var fields = HTTPFields()
            fields.append(
                HTTPField(name: .xapiConsistentThrough, value: XAPI.Timestamp.text(through.microseconds)))
            answer(self.answer(to: offer, ByteBuffer(bytes: writer.bytes), fields))
        }
        return true
    }

    /// The statements of a body; nil when attachments belong to them, whose data has to be looked for, or one has no id,
    /// and would be another if it was stored again.
    private static func statements(in body: ByteBuffer, version: XAPIVersion) throws -> [IncomingStatement]? {
        let batch = try StatementBatch.parse(bytes: Array(body.readableBytesView), version: version)
        guard batch.statements.allSatisfy({ $0.id != nil && $0.attachments.isEmpty }) else { return nil }
        return try batch.statements.map { try IncomingStatement($0, version: batch.version) }
    }

    // MARK: Reading

    /// The answer to who reads; nil when the router is to say what is wrong.
    private func page(_ offer: Offer) async -> Answer? {
        guard let query = Self.query(of: offer.head.path ?? ""), authenticator.rate.takes(offer.caller)
        else { return nil }
        guard
            let told = try? await controller.told(
                of: query, caller: offer.caller, version: offer.version,
                languages: offer.head.headerFields[.acceptLanguage])
        else {
            authenticator.rate.takeBack(offer.caller)
            return nil
        }
        return answer(to: offer, told.json, told.headers)
    }

    // MARK: Both

    private func answer(to offer: Offer, _ body: ByteBuffer, _ fields: HTTPFields) -> Answer {
        var head = HTTPResponse(status: .ok, headerFields: fields)
        head.headerFields.append(HTTPField(name: .contentType, value: "application/json"))
        head.headerFields.append(HTTPField(name: .contentLength, value: String(body.readableBytes)))
        head.headerFields.append(HTTPField(name: .xapiVersion, value: offer.version.header))
        head.headerFields.append(HTTPField(name: .date, value: currentDate))
        for field in self.fields { head.headerFields.append(field) }
        let seconds = (ContinuousClock.now - offer.start) / .seconds(1)
        let key = RequestMetrics.Key(method: offer.head.method.rawValue, route: Self.path, status: 200)
        metrics.record(key, seconds: seconds)
        metrics.log(key, path: Self.path, seconds: seconds, to: logger, caller: offer.caller.id)
        return Answer(head: head, body: body)
    }

    /// The `Date` of an answer, which is written anew each second.
    private var currentDate: String {
        let now = Date()
        let second = Int64(now.timeIntervalSince1970)
        return date.withLockedValue { date in
            if date.second != second { date = (second, HTTPDate.text(now)) }
            return date.text
        }
    }
}
