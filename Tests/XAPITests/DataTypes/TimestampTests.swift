import Testing

@testable import XAPI

@Suite("Data types: timestamps")
struct TimestampTests {
    @Test(
        "RFC 3339 is read alike in both versions",
        arguments: [
            ("2000-01-01T00:00:00Z", 0), ("2000-01-01T00:00:00.000001Z", 1), ("2000-01-01T00:00:00.1234567Z", 123_456),
            ("2000-01-01T01:00:00+01:00", 0), ("1999-12-31T19:00:00-05:00", 0), ("2000-01-01T05:45:00+05:45", 0),
            ("1999-12-31T23:59:59.999Z", -1000), ("2000-02-29T00:00:00Z", 59 * 86_400_000_000),
            ("2001-01-01T00:00:00Z", 366 * 86_400_000_000), ("1970-01-01T00:00:00Z", -946_684_800_000_000),
            ("2015-01-01T12:00:00z", 473_428_800_000_000), ("2015-01-01t12:00:00Z", 473_428_800_000_000),
            ("2016-12-31T23:59:60Z", 536_544_000_000_000), ("2017-01-01T00:59:60+01:00", 536_544_000_000_000),
            ("2016-12-31T23:59:60.5Z", 536_544_000_500_000), ("2008-09-15T15:53:00.601+00:00", 274_809_180_601_000),
            ("0001-01-01T00:00:00Z", -63_082_281_600_000_000), ("9999-12-31T23:59:59Z", 252_455_615_999_000_000),
        ])
    func accepts(_ text: String, _ microseconds: Int) {
        #expect(Timestamp.parse(text, version: .v1_0_3) == Int64(microseconds))
        #expect(Timestamp.parse(text, version: .v2_0) == Int64(microseconds))
    }

    @Test(
        "ISO 8601 beyond RFC 3339 is read in 1.0.3 only",
        arguments: [
            ("2000-01-01T00:00:00", 0), ("20000101T000000Z", 0), ("20000101T000000.5Z", 500_000),
            ("2000-01-01T00:00Z", 0), ("2000-01-01T00:00:00,5Z", 500_000), ("2000-01-01T01:00:00+01", 0),
            ("2000-01-01T01:00:00+0100", 0), ("1999-12-31T24:00:00Z", 0), ("2000-001T00:00:00Z", 0),
            ("2000001T000000Z", 0), ("1999-W52-6T00:00:00Z", 0), ("1999W526T000000Z", 0), ("1999-365T24:00Z", 0),
            ("2020-W53-5T00:00:00Z", 662_774_400_000_000), ("2000-01-01T00:00.5Z", 30_000_000),
        ])
    func acceptsMoreIn103(_ text: String, _ microseconds: Int) {
        #expect(Timestamp.parse(text, version: .v1_0_3) == Int64(microseconds))
        #expect(Timestamp.parse(text, version: .v2_0) == nil)
    }

    @Test(
        "anything else is refused in both versions",
        arguments: [
            "", "should fail", "01/011/2015", "2015", "2015-01-01", "20150101", "2015-01-01T", "2015-01-01T12",
            "2015-01-01 12:00:00Z", "2008-09-15T15:53:00.601-00", "2008-09-15T15:53:00.601-0000",
            "2008-09-15T15:53:00.601-00:00", "2015-13-01T00:00:00Z", "2015-00-01T00:00:00Z", "2015-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z", "2015-04-31T00:00:00Z", "2015-01-00T00:00:00Z", "2015-01-01T25:00:00Z",
            "2015-01-01T24:00:01Z", "2015-01-01T12:60:00Z", "2015-01-01T12:00:61Z", "2015-01-01T12:00:60Z",
            "2015-01-01T12:00:00.Z", "2015-01-01T12:00:00+24:00", "2015-01-01T12:00:00+01:60", "2015-01-01T12:00:00 Z",
            "2015-01-01T12:00:00ZZ", "2015-01-01T120000Z", "20150101T12:00:00Z", "2015-W54-1T00:00:00Z",
            "2015-W01-8T00:00:00Z", "2021-W53-1T00:00:00Z", "2015-366T00:00:00Z", "2015-000T00:00:00Z",
            "15-01-01T00:00:00Z",
            "+2015-01-01T00:00:00Z", "12015-01-01T00:00:00Z", "2015-1-1T00:00:00Z", "2015-01-01T12:00:00+1:00",
            "2015-01-01T12:00:00+", "T12:00:00Z", "2015-01-01T12:00:00\u{660}Z", "2015-01-01T-1:00:00Z",
        ])
    func refuses(_ text: String) {
        #expect(Timestamp.parse(text, version: .v1_0_3) == nil)
        #expect(Timestamp.parse(text, version: .v2_0) == nil)
    }

    @Test("an instant's text has milliseconds, microseconds where needed, and is read back")
    func text() {
        #expect(Timestamp.text(0) == "2000-01-01T00:00:00.000Z")
        #expect(Timestamp.text(-1) == "1999-12-31T23:59:59.999999Z")
        #expect(Timestamp.text(123_456) == "2000-01-01T00:00:00.123456Z")
        #expect(Timestamp.text(274_809_180_601_000) == "2008-09-15T15:53:00.601Z")
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let instant = Int64.random(in: -63_082_281_600_000_000...252_455_615_999_000_000, using: &generator)
            #expect(Timestamp.parse(Timestamp.text(instant), version: .v2_0) == instant)
        }
    }

    @Test("every day of 800 years has its own number, in order")
    func calendar() {
        var expected = CalendarDate(year: 1600, month: 1, day: 1)?.daysSince2000 ?? 0
        for year in Int64(1600)..<2400 {
            for month in Int64(1)...12 {
                for day in Int64(1)...31 {
                    guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
                    #expect(date.daysSince2000 == expected)
                    #expect(CalendarDate(daysSince2000: expected) == date)
                    expected += 1
                }
            }
        }
        #expect(expected == CalendarDate(year: 2400, month: 1, day: 1)?.daysSince2000)
    }
}
