import Foundation

/// A statement as a store gives it back, as far as tests look into it.
struct StoredStatement: Decodable {
    struct Actor: Decodable {
        struct Account: Decodable {
            let homePage: String
            let name: String
        }

        let objectType: String?
        let mbox: String?
        let account: Account?
    }

    let id: UUID
    let stored: String
    let timestamp: String
    let version: String
    let authority: Actor
}

extension Client {
    /// Stores a draft under an id, with the answer that says so.
    func store(_ draft: Draft, id: UUID = UUID()) async throws -> UUID {
        _ = try await post(draft.with("/id", .json(Draft.quoted(id.text))).text).expecting(200)
        return id
    }

    /// What a store has made of a draft.
    func stored(_ draft: Draft) async throws -> StoredStatement {
        try await statement(store(draft)).expecting(200).decoded()
    }
}

extension Draft {
    /// A short statement that refers to another.
    static func about(_ id: UUID, verb: String = "http://adlnet.gov/expapi/verbs/voided") -> Draft {
        shortStatement.with("/verb/id", .json(quoted(verb)))
            .with("/object", ["objectType": "StatementRef", "id": .json(quoted(id.text))])
    }

    /// The same in a registration.
    func registered(_ registration: UUID) -> Draft {
        with("/context/registration", .json(Self.quoted(registration.text)))
    }
}
