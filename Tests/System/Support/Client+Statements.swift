import Foundation

/// A page of statements, as far as tests look into it.
struct Page: Decodable {
    struct Statement: Decodable {
        let id: UUID
    }

    let statements: [Statement]
    let more: String
}

/// Problem details (RFC 9457).
struct Problem: Decodable {
    struct Violation: Decodable {
        let index: Int?
        let pointer: String
        let rule: String
        let reason: String
    }

    let type: String
    let title: String
    let status: Int
    let detail: String
    let violations: [Violation]?
}

extension Client {
    /// The ids that a query finds, page by page.
    func pages(_ query: String = "") async throws -> [[UUID]] {
        var pages: [[UUID]] = []
        var path = "/xapi/statements" + (query.isEmpty ? "" : "?" + query)
        while true {
            let page = try await get(path).expecting(200).decoded(as: Page.self)
            pages.append(page.statements.map(\.id))
            guard !page.more.isEmpty else { return pages }
            path = page.more
        }
    }

    /// The ids that a query finds.
    func ids(_ query: String = "") async throws -> [UUID] {
        try await pages(query).flatMap { $0 }
    }
}

/// Text for a query's value.
func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
}
