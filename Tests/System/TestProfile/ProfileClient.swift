import Foundation

/// A client of the test profile.
struct ProfileClient: Sendable {
    let client: Client
    /// The issuer of proofs.
    let issuer: String
    /// The issuer of tokens.
    let tokenIssuer: String

    /// What the profile says of itself.
    struct Description: Decodable {
        struct Issuer: Decodable {
            let id: String
            let mediaType: String
        }

        let issuers: [Issuer]
        let cryptosuites: [String]
        let statusList: String
    }

    /// A refused document.
    struct Refusal: Decodable, Equatable {
        struct Fault: Decodable, Equatable {
            let type: String
            let title: String
            let pointer: String
            let detail: String
        }

        let status: Int
        let detail: String
        let verified: Bool?
        let errors: [Fault]?
    }

    init(_ client: Client) async throws {
        self.client = client
        let description = try await client.get("/test-profile").expecting(200).decoded(as: Description.self)
        issuer = description.issuers[0].id
        tokenIssuer = description.issuers[1].id
    }

    func post(_ path: String, _ body: String) async throws -> Answer {
        try await client.send("POST", path, body: Data(body.utf8))
    }

    /// Has a credential issued, with `ISSUER` in it replaced by the issuer.
    func issue(_ credential: String, options: String = "{}") async throws -> Answer {
        let isToken = options.contains("application/vc+jwt")
        let document = credential.replacing("ISSUER", with: isToken ? tokenIssuer : issuer)
        return try await post("/credentials/issue", #"{"credential":\#(document),"options":\#(options)}"#)
    }

    /// The text of a credential that is issued.
    func issued(_ credential: String, options: String = "{}") async throws -> String {
        let text = try await issue(credential, options: options).expecting(201).text
        return String(text.dropFirst(#"{"verifiableCredential":"#.count).dropLast())
    }

    func verify(_ credential: String, options: String = "{}") async throws -> Answer {
        try await post("/credentials/verify", #"{"verifiableCredential":\#(credential),"options":\#(options)}"#)
    }

    func verify(presentation: String, options: String = "{}") async throws -> Answer {
        try await post(
            "/presentations/verify", #"{"verifiablePresentation":\#(presentation),"options":\#(options)}"#)
    }
}

/// The JSON of an object whose members are changed.
func object(_ text: String, _ changes: [String: String?]) throws -> String {
    var members = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    for (name, value) in changes {
        members[name] = try value.map {
            try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
        }
    }
    let data = try JSONSerialization.data(withJSONObject: members, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
}
