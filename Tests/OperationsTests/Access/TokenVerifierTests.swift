import Foundation
import TestSupport
import Testing

@testable import Operations

@Suite("bearer tokens")
struct TokenVerifierTests {
    private let tokens = TestTokens(keyID: "k1")

    /// What the issuer publishes now, and how often it was asked.
    private actor Published {
        var text: String?
        var requests = 0

        init(_ text: String?) { self.text = text }

        func publish(_ text: String?) { self.text = text }

        func get() throws -> [UInt8] {
            struct Away: Error {}
            requests += 1
            guard let text else { throw Away() }
            return Array(text.utf8)
        }
    }

    private func verifier(
        _ published: Published, scopeClaim: String = "scope", prefix: String = "", partnerClaim: String? = nil,
        schedule: IssuerKeys.Schedule = .init()
    ) -> TokenVerifier {
        let issuer = TokenIssuer(
            issuer: TestTokens.issuer, audience: TestTokens.audience, scopeClaim: scopeClaim, scopePrefix: prefix,
            partnerClaim: partnerClaim)
        return TokenVerifier(issuer, keys: IssuerKeys(schedule: schedule) { try await published.get() })
    }

    @Test("a token in order names its subject with its scopes, and the keys are fetched once for many")
    func accepted() async throws {
        let published = Published(try TestTokens.keySet(tokens))
        let verifier = verifier(published)
        for _ in 0..<3 {
            let caller = try await verifier.caller(of: tokens.token())
            #expect(caller.homePage == TestTokens.issuer && caller.accountName == "ada")
            #expect(caller.scopes == [.statementsWrite, .statementsReadMine])
        }
        #expect(await published.requests == 1)
    }

    @Test("scopes may be a list, and behind a prefix; what is not ours is left out")
    func scopes() async throws {
        let verifier = verifier(Published(try TestTokens.keySet(tokens)), scopeClaim: "scp", prefix: "xapi:")
        let caller = try await verifier.caller(
            of: tokens.token { $0.scp = ["openid", "xapi:state", "profile", "xapi:all/read", "xapi:unheard"] })
        #expect(caller.scopes == [.state, .allRead])
        #expect(try await verifier.caller(of: tokens.token()).scopes == [])
    }

    @Test("a token may be limited to a partner; where that is wanted, one that says nothing of it is refused")
    func partner() async throws {
        let published = Published(try TestTokens.keySet(tokens))
        let verifier = verifier(published, partnerClaim: "city")
        #expect(try await verifier.caller(of: tokens.token { $0.city = "riga" }).partnerCode == "riga")
        #expect(try await verifier.caller(of: tokens.token { $0.city = "*" }).partnerCode == nil)
        for city in [nil, "", "riga torun"] as [String?] {
            let token = try await tokens.token { $0.city = city }
            let error = await #expect(throws: TokenError.self) { _ = try await verifier.caller(of: token) }
            #expect(error?.description.hasPrefix("city:") == true)
        }
        #expect(try await self.verifier(published).caller(of: tokens.token { $0.city = "riga" }).partnerCode == nil)
    }

    @Test("an application that acts for somebody is told, and is nobody else's where it acts for itself")
    func application() async throws {
        let verifier = verifier(Published(try TestTokens.keySet(tokens)))
        #expect(try await verifier.caller(of: tokens.token { $0.azp = "lms" }).application == "lms")
        #expect(try await verifier.caller(of: tokens.token { $0.azp = "ada" }).application == nil)
        #expect(try await verifier.caller(of: tokens.token()).application == nil)
    }

    private static let now = Date().timeIntervalSince1970

    @Test("claims that are missing or wrong are refused by their name")
    func claims() async throws {
        let verifier = verifier(Published(try TestTokens.keySet(tokens)))
        let cases: [(String, (inout TestTokens.Claims) -> Void)] = [
            ("iss", { $0.iss = "https://login.example.org" }), ("iss", { $0.iss = nil }),
            ("aud", { $0.aud = ["another"] }), ("aud", { $0.aud = nil }),
            ("exp", { $0.exp = Self.now - 60 }), ("exp", { $0.exp = nil }),
            ("nbf", { $0.nbf = Self.now + 300 }), ("sub", { $0.sub = nil }), ("sub", { $0.sub = "" }),
        ]
        for (name, change) in cases {
            let token = try await tokens.token(change)
            let error = await #expect(throws: TokenError.self) { _ = try await verifier.caller(of: token) }
            #expect(error?.description.hasPrefix(name + ":") == true, "\(name): \(error?.description ?? "accepted")")
        }
        // Clocks differ a little.
        _ = try await verifier.caller(of: tokens.token { $0.exp = Self.now - 5 })
        _ = try await verifier.caller(of: tokens.token { $0.aud = ["another", TestTokens.audience] })
    }

    @Test("forged tokens are refused: unsigned, signed by a secret or a stranger, changed, or no tokens at all")
    func forged() async throws {
        let verifier = verifier(Published(try TestTokens.keySet(tokens)))
        let good = try await tokens.token()
        let parts = good.split(separator: ".").map(String.init)
        let changed = String(parts[1].dropLast()) + (parts[1].hasSuffix("A") ? "B" : "A")
        let stranger = try await TestTokens(keyID: "k1").token()
        let forgeries = [
            try await tokens.tokenUnsigned(), try await tokens.tokenBySecret(), stranger,
            "\(parts[0]).\(changed).\(parts[2])", "\(parts[0]).\(parts[1]).", "\(parts[0]).\(parts[1])", "", "..",
            good + String(repeating: "x", count: 20_000), good + ".x",
        ]
        for token in forgeries {
            let error = await #expect(throws: TokenError.self) { _ = try await verifier.caller(of: token) }
            guard case .invalid = error else {
                Issue.record("\(token.prefix(60)): \(String(describing: error))")
                continue
            }
        }
        _ = try await verifier.caller(of: good)
    }

    @Test("a new key is fetched when a token names it, a removed one is refused after the next fetch")
    func rotation() async throws {
        let next = TestTokens(keyID: "k2")
        let published = Published(try TestTokens.keySet(tokens))
        let schedule = IssuerKeys.Schedule(refresh: .seconds(3600), retry: .zero)
        let verifier = verifier(published, schedule: schedule)
        let old = try await tokens.token()
        _ = try await verifier.caller(of: old)
        await published.publish(try TestTokens.keySet(next))
        _ = try await verifier.caller(of: next.token())
        let error = await #expect(throws: TokenError.self) { _ = try await verifier.caller(of: old) }
        #expect(error?.description.hasPrefix("kid:") == true)
    }

    @Test("unknown key ids make us ask no more often than the schedule allows")
    func rateOfAsking() async throws {
        let published = Published(try TestTokens.keySet(tokens))
        let verifier = verifier(published, schedule: .init(retry: .seconds(3600)))
        let unknown = try await TestTokens(keyID: "k9").token()
        for _ in 0..<20 {
            await #expect(throws: TokenError.self) { _ = try await verifier.caller(of: unknown) }
        }
        #expect(await published.requests == 1)
    }

    @Test("while keys cannot be had the last ones serve; without any, nothing is said of the token")
    func away() async throws {
        let published = Published(nil)
        let verifier = verifier(published, schedule: .init(refresh: .zero, retry: .zero, grace: .seconds(3600)))
        let token = try await tokens.token()
        let error = await #expect(throws: TokenError.self) { _ = try await verifier.caller(of: token) }
        guard case .keysUnavailable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        await published.publish(try TestTokens.keySet(tokens))
        _ = try await verifier.caller(of: token)
        await published.publish("nonsense")
        _ = try await verifier.caller(of: token)
        // A key that is not known may be new.
        let new = try await TestTokens(keyID: "k2").token()
        let unknown = await #expect(throws: TokenError.self) { _ = try await verifier.caller(of: new) }
        guard case .keysUnavailable = unknown else {
            Issue.record("\(String(describing: unknown))")
            return
        }
    }
}
