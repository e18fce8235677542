internal import Crypto
internal import JSON
public import XAPI

/// Who vouches for statements: the key that brought them, as an Agent (xAPI 2.0 §4.2.3.6).
public struct Authority: Sendable, Hashable {
    /// The authority as an agent.
    public let agent: AgentIdentity
    /// Its JSON, as statements show it.
    public let document: [UInt8]
    /// Its members, when it is a Group: the application and its user (xAPI 2.0 §4.2.3.6).
    public let members: [AgentIdentity]

    /// The authority that a key is: an account of this installation.
    public init(accountHomePage homePage: String, name: String) {
        agent = AgentIdentity(kind: .account, identifier: name, homePage: homePage)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("objectType", string: "Agent")
            writer.member(
                "account",
                object: { writer in
                    writer.member("homePage", string: homePage)
                    writer.member("name", string: name)
                })
        }
        document = writer.bytes
        members = []
    }

    /// The authority that an Agent's JSON names.
    /// - Throws: `StatementRejection` when it is none.
    init(document: [UInt8]) throws {
        agent = try AgentIdentity.parse(query: document, version: .v2_0)
        self.document = document
        members = []
    }

    /// The authority that a statement brings along from the store that served it.
    init(of statement: StoredStatement) {
        agent = statement.authority
        document = statement.authorityDocument
        members = statement.authorityMembers
    }

    /// SHA-256 of the document.
    var digest: [UInt8] { Array(SHA256.hash(data: document)) }
}
