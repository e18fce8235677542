import Foundation
import LibPQ
import Testing

@testable import Web

@Suite("dates of HTTP")
struct HTTPDateTests {
    @Test(
        "a moment is written in the one form that is to be sent",
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_399, "Mon, 28 Feb 2000 23:59:59 GMT"), (951_825_600, "Tue, 29 Feb 2000 12:00:00 GMT"),
            (1_772_323_200, "Sun, 01 Mar 2026 00:00:00 GMT"), (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
        ])
    func dates(seconds: Int, text: String) {
        #expect(HTTPDate.text(Date(timeIntervalSince1970: TimeInterval(seconds))) == text)
        let microseconds = Int64(seconds - 946_684_800) * 1_000_000
        #expect(HTTPDate.text(Timestamp(microseconds: microseconds)) == text)
        // Parts of a second are cut off: a date must not be later than what it is the date of.
        #expect(HTTPDate.text(Timestamp(microseconds: microseconds + 999_000)) == text)
    }
}
