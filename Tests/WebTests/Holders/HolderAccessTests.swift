import Awarding
import FoundationEssentials
import HTTPTypes
import Hummingbird
import LibPQ
import Testing

@testable import Web

@Suite("the cookie of holders, and who may use it")
struct HolderAccessTests {
    private func access(_ baseURL: String) -> HolderAccess {
        let pool = ConnectionPool(ConnectionConfiguration("postgresql://127.0.0.1:1/nowhere"))
        return HolderAccess(holders: HolderStore(pool: pool), baseURL: baseURL)
    }

    @Test("where pages are reached by TLS, the cookie is this host's alone and goes by TLS only")
    func secure() {
        let cookie = access("https://tessera.example").clearCookie
        #expect(
            cookie == "__Host-tessera-holder=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure")
        #expect(
            access("http://127.0.0.1:8080").clearCookie == "tessera-holder=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
    }

    @Test("the session is found among other cookies, and nothing else is taken for one")
    func session() {
        let access = access("http://127.0.0.1:8080")
        let secret = LinkSecret()
        func found(_ cookie: String) -> LinkSecret? {
            access.session(of: Request.get("/", headers: [.cookie: cookie]))
        }
        #expect(found("a=b; tessera-holder=\(secret.text)") == secret)
        #expect(found("tessera-holder=\(secret.text);c=d") == secret)
        for cookie in [
            "", "tessera-holder", "tessera-holder=", "x-tessera-holder=\(secret.text)",
            "tessera-holder=\(secret.text)A",
            "Tessera-Holder=\(secret.text)",
        ] { #expect(found(cookie) == nil, "\(cookie)") }
    }

    @Test("forms of other sites are refused; those of our own pages, which tell no origin, are not")
    func forms() throws {
        let access = access("https://tessera.example")
        for fields: HTTPFields in [
            [.secFetchSite: "cross-site"], [.secFetchSite: "same-site"], [.origin: "https://evil.example"],
            [.secFetchSite: "cross-site", .origin: "null"],
        ] {
            #expect(throws: Problem.self) { try access.requireOwnForm(Request.get("/", headers: fields)) }
        }
        for fields: HTTPFields in [[.secFetchSite: "same-origin"], [.origin: "null"], [:]] {
            try access.requireOwnForm(Request.get("/", headers: fields))
        }
    }

    @Test("visitors are told apart by address; behind a proxy nearby, by whom it names last")
    func visitors() {
        func visitor(_ forwarded: String?, peer: String) -> String {
            var fields = HTTPFields()
            fields[.forwardedFor] = forwarded
            return VisitorLimit.visitor(Request.get("/", headers: fields), peer: peer)
        }
        #expect(visitor(nil, peer: "203.0.113.7") == "203.0.113.7")
        #expect(visitor("198.51.100.1", peer: "203.0.113.7") == "203.0.113.7")
        for near in ["127.0.0.1", "10.1.2.3", "172.16.0.9", "192.168.1.1", "::1", "fd00::1"] {
            #expect(visitor("1.2.3.4, 198.51.100.1", peer: near) == "198.51.100.1")
        }
        #expect(visitor("198.51.100.1", peer: "172.32.0.1") == "172.32.0.1")
    }

    @Test("an address that asks too much is told to wait, others are not")
    func limit() async throws {
        let rate = RateLimiter(perSecond: 5)
        let now = ContinuousClock.now
        for _ in 0..<10 { try rate.admit(address: "203.0.113.7", at: now) }
        #expect(throws: Problem.self) { try rate.admit(address: "203.0.113.7", at: now) }
        try rate.admit(address: "203.0.113.8", at: now)
        try rate.admit(address: "203.0.113.7", at: now + .seconds(1))
    }

    @Test("the secrets of links are not in the log")
    func log() {
        let secret = LinkSecret().text
        for path in ["/claim/\(secret)", "/v/\(secret)", "/v/\(secret)/credential.png"] {
            #expect(!MetricsMiddleware.logged(path).contains(secret))
        }
        #expect(MetricsMiddleware.logged("/xapi/statements") == "/xapi/statements")
    }

    @Test("LinkedIn is told name, issuer, months and address, each encoded")
    func linkedIn() {
        let link = LinkedInLink(
            name: "Médiation & aide, level 2", issuer: "City", issuedOn: "2026-03-09T10:00:00Z",
            expiresOn: "2029-12-01",
            url: "https://tessera.example/v/abc", id: "x-1")
        #expect(
            link.text
                == "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=M%C3%A9diation%20%26%20aide%2C%20level%202"
                + "&organizationName=City&issueYear=2026&issueMonth=3&expirationYear=2029&expirationMonth=12"
                + "&certUrl=https%3A%2F%2Ftessera.example%2Fv%2Fabc&certId=x-1")
    }
}
