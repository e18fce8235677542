import HTTPTypes
import Testing

@testable import Web

@Suite("How often may be asked")
struct RateLimiterTests {
    @Test("each address without a key has a measure of its own, which fills up again")
    func addresses() async throws {
        let limiter = RateLimiter(perSecond: 2)
        let now = ContinuousClock.now
        for _ in 0..<4 { try await limiter.admit(address: "192.0.2.1", at: now) }
        let problem = await #expect(throws: Problem.self) {
            try await limiter.admit(address: "192.0.2.1", at: now)
        }
        #expect(problem?.status == .tooManyRequests && problem?.headers[.retryAfter] == "1")
        #expect(problem?.detail.contains("Each address") == true)
        try await limiter.admit(address: "192.0.2.2", at: now)
        try await limiter.admit(address: nil, at: now)
        try await limiter.admit(address: "192.0.2.1", at: now + .seconds(1))
        #expect(await limiter.turnedAway == 1)
    }
}
