import Testing

@testable import XAPI

@Suite("Versions")
struct VersionTests {
    @Test("the header's 1.0 and 1.0.x mean 1.0.3", arguments: ["1.0", "1.0.0", "1.0.1", "1.0.3", "1.0.9", "1.0.32"])
    func header103(_ text: String) { #expect(XAPIVersion(header: text) == .v1_0_3) }

    @Test("the header's 2.0 and 2.0.x mean 2.0", arguments: ["2.0", "2.0.0", "2.0.1", "2.0.10"])
    func header20(_ text: String) { #expect(XAPIVersion(header: text) == .v2_0) }

    @Test(
        "other headers are unknown",
        arguments: [
            "", "1", "1.0.", "1.1.0", "0.9.9", "0.95", "2", "2.0.", "2.00", "2.1.0", "3.0.0", "1.0.x", "1.0.01",
            " 1.0.3",
        ])
    func unknown(_ text: String) { #expect(XAPIVersion(header: text) == nil) }

    @Test("answers name the exact version")
    func answers() {
        #expect(XAPIVersion.v1_0_3.header == "1.0.3")
        #expect(XAPIVersion.v2_0.header == "2.0.0")
        #expect(XAPIVersion.v1_0_3.assumedStatementVersion == "1.0.0")
    }
}
