internal import Crypto
internal import JSON
public import XAPI

/// Who vouches for statements: the key that brought them, as an Agent (xAPI 2.0 §4.2.3.6).
public struct Authority: Sendable, Hashable {
    /// The authority as an agent; of a Group the application.
    public let agent: AgentIdentity
    /// Its JSON, as statements show it.
    public let document: [UInt8]
    /// Its members, when it is a Group: the application and its user (xAPI 2.0 §4.2.3.6).
    public let members: [AgentIdentity]

    /// The authority that a key is: an account of this installation.
    ///
    /// - Parameter application: The account of an application that acts for it; then the authority is the Group of both
    ///   (xAPI-Data 2.4.9).
    public init(accountHomePage homePage: String, name: String, application: String? = nil) {
        let user = AgentIdentity(kind: .account, identifier: name, homePage: homePage)
        var writer = JSONWriter()
        if let application {
            agent = AgentIdentity(kind: .account, identifier: application, homePage: homePage)
            members = [agent, user]
            writer.object { [members] writer in
                writer.member("objectType", string: "Group")
                writer.member("member", array: { writer in for member in members { Self.write(member, to: &writer) } })
            }
        } else {
            agent = user
            members = []
            Self.write(user, to: &writer)
        }
        document = writer.bytes
    }

    private static func write(_ account: AgentIdentity, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("objectType", string: "Agent")
            writer.member(
                "account",
                object: { writer in
                    writer.member("homePage", string: account.homePage ?? "")
                    writer.member("name", string: account.identifier)
                })
        }
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
