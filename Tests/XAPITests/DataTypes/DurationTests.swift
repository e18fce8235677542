import Testing

@testable import XAPI

@Suite("Data types: durations of ISO 8601")
struct DurationTests {
    @Test(
        "durations with designators pass, as months, days and microseconds",
        arguments: [
            ("PT4H35M59.14S", 0, 0, 16_559_140_000), ("PT16559.14S", 0, 0, 16_559_140_000),
            ("P3Y1M29DT4H35M59.14S", 37, 29, 16_559_140_000), ("P3Y", 36, 0, 0), ("P4W", 0, 28, 0), ("P1M", 1, 0, 0),
            ("PT1M", 0, 0, 60_000_000), ("P1D", 0, 1, 0), ("PT0S", 0, 0, 0), ("PT1H0M0.1S", 0, 0, 3_600_100_000),
            ("PT0.5H", 0, 0, 1_800_000_000), ("PT1.5M", 0, 0, 90_000_000), ("P0.5Y", 6, 0, 0), ("P0.5M", 0, 15, 0),
            ("P0.5D", 0, 0, 43_200_000_000), ("P0.5W", 0, 3, 43_200_000_000), ("PT1,5S", 0, 0, 1_500_000),
            ("PT36H", 0, 0, 129_600_000_000), ("PT0.0000001S", 0, 0, 0), ("P1Y1D", 12, 1, 0),
            ("P2DT3S", 0, 2, 3_000_000),
        ])
    func accepts(_ text: String, _ months: Int64, _ days: Int64, _ microseconds: Int64) {
        let expected = DurationText.Components(months: months, days: days, microseconds: microseconds)
        #expect(parse(text) == expected)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "P", "PT", "P1", "1D", "PD", "P1DT", "PTS", "P4W1D", "P1Y4W", "P1D4W", "P1M1Y", "PT1S1M", "P1H", "PT1D",
            "P1YT", "P-1D", "-P1D", "P1.D", "P.5D", "P1.5DT1H", "PT1.5H1M", "P1D1D", "p1d", "P 1D", "P1D ", "PA1H0M0S",
            "P0003-01-29T04:35:59", "P00030129T043559", "should fail", "PT1H ", "P1WT1H", "P1Y1", "PTT1S", "P1SD",
        ])
    func refuses(_ text: String) { #expect(parse(text) == nil) }

    @Test("absurd lengths are cut, not refused and not overflown")
    func cuts() {
        #expect(parse("P999999999999999999999Y")?.months == 120_000)
        #expect(parse("P999999999999999999999D")?.days == 3_652_425)
        #expect(parse("PT99999999999999999999999999H")?.microseconds == 315_569_520_000_000_000)
        let many = String(repeating: "9", count: 1_000_000)
        #expect(parse("PT\(many).\(many)S") != nil)
    }

    @Test(
        "what is finer than 0.01 s doesn't count in comparisons",
        arguments: [
            ("PT1.239S", "PT1.23S"), ("PT1.2S", "PT1.20S"), ("PT1S", "PT1.00999S"), ("PT1,5S", "PT1.5S"),
            ("P1D", "P1D"),
        ])
    func comparable(_ one: String, _ other: String) {
        #expect(DurationText.comparable(Array(one.utf8)) == DurationText.comparable(Array(other.utf8)))
    }

    @Test("durations that are written differently are different, as the specification demands")
    func different() {
        #expect(DurationText.comparable(Array("PT60S".utf8)) != DurationText.comparable(Array("PT1M".utf8)))
        #expect(DurationText.comparable(Array("PT1.23S".utf8)) != DurationText.comparable(Array("PT1.24S".utf8)))
    }

    private func parse(_ text: String) -> DurationText.Components? {
        let bytes = Array(text.utf8)
        return DurationText.parse(bytes.span)
    }
}
