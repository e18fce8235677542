import HTTPTypes
import Testing

@testable import Operations
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

    @Test("a request may be taken where there is room, and taken back, without anybody being turned away")
    func taken() throws {
        let limiter = RateLimiter(perSecond: 1)
        let caller = Caller(
            issuer: "https://tokens.example", subject: "a", application: nil, scopes: [.all], partner: nil)
        let now = ContinuousClock.now
        #expect(limiter.takes(caller, at: now) && limiter.takes(caller, at: now))
        #expect(!limiter.takes(caller, at: now) && !limiter.hasRoom(for: caller, at: now))
        limiter.takeBack(caller, at: now)
        #expect(limiter.hasRoom(for: caller, at: now) && limiter.takes(caller, at: now))
        for _ in 0..<5 { limiter.takeBack(caller, at: now) }
        // No more than a full bucket.
        #expect(limiter.takes(caller, at: now) && limiter.takes(caller, at: now) && !limiter.takes(caller, at: now))
        #expect(limiter.turnedAway == 0)
    }
}
