import Foundation

/// Who reads again and again what was stored since the last time, by `since` and `Consistent-Through`.
actor ConsistentReader {
    private let client: Client
    private let query: String
    private var through: String?
    private var pollsAfterEnd = 0
    /// The statements read.
    private(set) var found: Set<UUID> = []
    /// Those read more than once.
    private(set) var doubled: Set<UUID> = []
    /// Whether the writers are done.
    private(set) var isOver = false

    init(_ client: Client, query: String) {
        self.client = client
        self.query = query
    }

    private struct Page: Decodable {
        struct Statement: Decodable {
            let id: UUID
            let stored: String
        }

        let statements: [Statement]
        let more: String
    }

    /// The writers are done.
    func end() { isOver = true }

    /// Whether asking once more may bring something: the last commits are never far.
    var canHope: Bool { pollsAfterEnd < 200 }

    /// Reads what was stored after the last moment, up to the one that the answer names.
    func poll() async throws {
        if isOver { pollsAfterEnd += 1 }
        var path: String? = "/xapi/statements?ascending=true&\(query)" + (through.map { "&since=" + escaped($0) } ?? "")
        var promised: String?
        while let asked = path {
            let answer = try await client.get(asked).expecting(200)
            let moment = try promised ?? answer.header("X-Experience-API-Consistent-Through").unwrapped()
            promised = moment
            let page = try answer.decoded(as: Page.self)
            // Times are all written alike, so their order is that of their text. What is later comes next time.
            let complete = page.statements.filter { $0.stored <= moment }
            for statement in complete where !found.insert(statement.id).inserted { doubled.insert(statement.id) }
            path = page.more.isEmpty || complete.count < page.statements.count ? nil : page.more
        }
        through = promised
    }
}

extension Optional where Wrapped == String {
    fileprivate struct Missing: Error {}

    fileprivate func unwrapped() throws -> String {
        guard let self else { throw Missing() }
        return self
    }
}
