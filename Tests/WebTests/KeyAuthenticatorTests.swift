import Foundation
import HTTPTypes
import Hummingbird
import Operations
import TestSupport
import Testing

@testable import Web

@Suite("finding the key of a request", .migratedDatabase)
struct KeyAuthenticatorTests {
    let keys: APIKeyStore
    let name = "key-\(UUID())"

    init() throws {
        keys = APIKeyStore(pool: try MigratedDatabase.current.service)
    }

    private func request(_ name: String, _ secret: String) -> Request {
        let token = Data("\(name):\(secret)".utf8).base64EncodedString()
        return .get("/xapi/statements", headers: [.authorization: "Basic \(token)"])
    }

    private func authenticator(_ keys: KeyAuthenticator) -> CallerAuthenticator {
        CallerAuthenticator(keys: keys, tokens: nil, rate: RateLimiter(perSecond: 0))
    }

    /// The refusal that a request meets with.
    private func refusal(of request: Request, by keys: KeyAuthenticator) async -> Problem? {
        let authenticator = authenticator(keys)
        return await #expect(throws: Problem.self) { _ = try await authenticator.caller(of: request) }
    }

    @Test("name and secret of a living key find it, again and again, and its use is noted once")
    func found() async throws {
        let (id, secret) = try await keys.create(.init(name: name, scopes: [.all]), actor: "tests")
        let authenticator = KeyAuthenticator(keys: keys)
        for _ in 0..<3 {
            let caller = try await self.authenticator(authenticator).caller(of: request(name, secret))
            #expect(caller.id == id.uuidString.lowercased())
        }
        #expect(authenticator.takeUsed() == [id])
        #expect(authenticator.takeUsed() == [])
    }

    @Test("everything else is a 401 that asks for HTTP Basic and tells nothing of which part was wrong")
    func refused() async throws {
        let (_, secret) = try await keys.create(.init(name: name, scopes: [.all]), actor: "tests")
        let authenticator = KeyAuthenticator(keys: keys)
        let wrong = await refusal(of: request(name, secret + "x"), by: authenticator)
        let unknown = await refusal(of: request(name + "x", secret), by: authenticator)
        let unwritable = await refusal(of: request("a\u{0}b", secret), by: authenticator)
        let absent = await refusal(of: .get("/xapi/statements"), by: authenticator)
        for problem in [wrong, unknown, unwritable, absent] {
            #expect(problem?.status == .unauthorized)
            #expect(problem?.headers[.wwwAuthenticate]?.hasPrefix("Basic realm=") == true)
        }
        #expect(wrong?.detail == unknown?.detail)
        // The right one is still let in.
        _ = try await self.authenticator(authenticator).caller(of: request(name, secret))
    }

    @Test("an expired key is refused, also while it is remembered")
    func expired() async throws {
        let soon = Date(timeIntervalSinceNow: 5)
        let (_, secret) = try await keys.create(.init(name: name, scopes: [.all], expiresAt: soon), actor: "tests")
        let authenticator = KeyAuthenticator(keys: keys, memory: .seconds(3600))
        _ = try await self.authenticator(authenticator).caller(of: request(name, secret))
        try await Task.sleep(for: .seconds(max(0, soon.timeIntervalSinceNow) + 0.1))
        let problem = await refusal(of: request(name, secret), by: authenticator)
        #expect(problem?.detail.contains("expired") == true)
    }

    @Test("a revoked or rotated key is refused when it is no longer remembered", arguments: [true, false])
    func forgotten(isRevoked: Bool) async throws {
        let (_, secret) = try await keys.create(.init(name: name, scopes: [.all]), actor: "tests")
        let authenticator = KeyAuthenticator(keys: keys, memory: .milliseconds(200))
        _ = try await self.authenticator(authenticator).caller(of: request(name, secret))
        if isRevoked {
            try await keys.revoke(name: name, actor: "tests")
        } else {
            _ = try await keys.rotate(name: name, actor: "tests")
        }
        try await Task.sleep(for: .milliseconds(300))
        #expect(await refusal(of: request(name, secret), by: authenticator)?.status == .unauthorized)
    }
}
