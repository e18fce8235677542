import HTTPTypes
import Testing

@testable import Web

@Suite("How often may be asked")
struct RateLimiterTests {
    @Test("each address without a key has a measure of its own, which fills up again")
    func addresses() throws {
        let limiter = RateLimiter(perSecond: 2)
        let now = ContinuousClock.now
        for _ in 0..<4 { try limiter.admit(address: "192.0.2.1", at: now) }
        let problem = #expect(throws: Problem.self) {
            try limiter.admit(address: "192.0.2.1", at: now)
        }
        #expect(problem?.status == .tooManyRequests && problem?.headers[.retryAfter] == "1")
        #expect(problem?.detail.contains("Each address") == true)
        try limiter.admit(address: "192.0.2.2", at: now)
        try limiter.admit(address: nil, at: now)
        try limiter.admit(address: "192.0.2.1", at: now + .seconds(1))
        #expect(limiter.turnedAway == 1)
    }
}
