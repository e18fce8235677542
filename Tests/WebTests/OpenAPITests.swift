import Awarding
import Credentials
import Hummingbird
import JSON
import LearningRecords
import LibPQ
import Operations
import Testing

@testable import Web

@Suite("the description of the interfaces")
struct OpenAPITests {
    private let document: JSONDocument

    init() throws { document = try JSONDocument(parsing: OpenAPIController.document) }

    /// Every method of every path that is described.
    private var described: Set<String> {
        var operations: Set<String> = []
        for (path, item) in document.root["paths"]?.members.map({ $0 }) ?? [] {
            for (method, operation) in item.members where operation.kind == .object {
                operations.insert("\(method.string?.uppercased() ?? "") \(path.string ?? "")")
            }
        }
        return operations
    }

    /// Every method of every path that is served.
    private func served() throws -> Set<String> {
        let pool = ConnectionPool(ConnectionConfiguration("postgresql://127.0.0.1:1/nowhere"))
        let issuer = try IssuerIdentity(
            baseURL: "https://tessera.example", name: "Test", tokenKey: SigningKey(),
            proofKey: .ed25519())
        let application = try TesseraApplication(
            TesseraApplication.Parts(
                pool: pool, statements: StatementStore(pool: pool), keys: APIKeyStore(pool: pool),
                credentials: CredentialStore(pool: pool), issuer: issuer,
                isReady: { true }))
        return Set(
            application.router().routes.map { route in
                let path = "\(route.path)".split(separator: "/").map { part in
                    part.hasPrefix(":") ? "{\(part.dropFirst())}" : String(part)
                }
                return "\(route.method.rawValue) /" + path.joined(separator: "/")
            })
    }

    @Test("whatever is served below /api is described, and whatever is described is served")
    func routes() throws {
        let served = try served()
        let ours = served.filter { $0.split(separator: " ").last?.hasPrefix("/api/") == true }
        #expect(ours.count >= 12)
        #expect(ours.subtracting(described) == [], "served, but not described")
        #expect(described.subtracting(served) == [], "described, but not served")
    }

    @Test("the members of a query are those that are described")
    func queryMembers() throws {
        let properties = document.root["components"]?["schemas"]?["StatementQuery"]?["properties"]
        let names = properties?.members.compactMap { $0.key.string } ?? []
        #expect(Set(names) == Set(StatementQuery.members))
    }

    @Test("each operation has a name of its own, a tag that is explained, and answers")
    func operations() throws {
        let tags = Set(document.root["tags"]?.elements.compactMap { $0["name"]?.string } ?? [])
        let page = APIPage(document.root)
        let operations = page.groups.flatMap(\.operations)
        #expect(operations.count == described.count, "an operation has no tag of the list")
        #expect(Set(operations.map(\.id)).count == operations.count)
        #expect(page.groups.allSatisfy { !$0.operations.isEmpty && tags.contains($0.name) })
        for operation in operations {
            #expect(!operation.answers.isEmpty && !operation.summary.isEmpty, "\(operation.id)")
            #expect(operation.answers.allSatisfy { !$0.parts.isEmpty }, "\(operation.id)")
        }
    }

    @Test("the page shows every operation, follows references, and loads nothing from elsewhere")
    func page() async throws {
        let html = try await Pages().page("docs", APIPage(document.root)).text()
        for operation in described { #expect(html.contains("<code>\(operation)</code>"), "\(operation)") }
        #expect(html.contains("<dt><code>related_activities</code>"))
        #expect(html.contains("Only what was stored after this moment."), "a parameter that is a reference")
        #expect(html.contains("<code>statements/read/mine</code>") && !html.contains("`"))
        #expect(!html.contains("<script") && !html.contains("{{"))
    }

    @Test("text between backticks is code")
    func parts() {
        let parts = APIPage.parts("see `a<b>` and `c`")
        #expect(parts.map(\.text) == ["see ", "a<b>", " and ", "c"])
        #expect(parts.map(\.isCode) == [false, true, false, true])
        #expect(APIPage.paragraphs("one\n\ntwo").count == 2 && APIPage.paragraphs(nil).isEmpty)
    }
}
