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
        #expect(HTTPDate.date(text) == Date(timeIntervalSince1970: TimeInterval(seconds)))
        let microseconds = Int64(seconds - 946_684_800) * 1_000_000
        #expect(HTTPDate.text(Timestamp(microseconds: microseconds)) == text)
        // Parts of a second are cut off: a date must not be later than what it is the date of.
        #expect(HTTPDate.text(Timestamp(microseconds: microseconds + 999_000)) == text)
    }

    @Test(
        "what is not written so is no date",
        arguments: [
            "", "yesterday", "Sun, 06 Nov 1994 08:49:37", "Mon, 06 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37 CET", "Tue, 31 Feb 2026 00:00:00 GMT", "Sun, 6 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 24:00:00 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
            "Sun, 06 Nov 99999999999999999999 08:49:37 GMT", "Sun, 06 Nov 9223372036854775807 08:49:37 GMT",
        ])
    func noDates(text: String) {
        #expect(HTTPDate.date(text) == nil)
    }
}
