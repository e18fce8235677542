/// What `/api/verify` answers.
struct VerificationAnswer: Decodable {
    struct Check: Decodable {
        let name: String
        let outcome: String
        let text: String
    }

    struct Content: Decodable {
        let name: String?
    }

    /// The answers to a list.
    struct List: Decodable {
        let reports: [VerificationAnswer]
    }

    let verdict: String
    let text: String
    let checks: [Check]
    let credential: Content?

    /// The names of the checks with an outcome.
    func checks(_ outcome: String) -> [String] { checks.filter { $0.outcome == outcome }.map(\.name) }
}

extension Client {
    /// Asks for a verification.
    func verify(_ body: String, type: String = "application/json") async throws -> VerificationAnswer {
        try await send("POST", "/api/verify", body: .init(body.utf8), headers: ["Content-Type": type]).expecting(200)
            .decoded()
    }
}
