import Credentials
import JSON
import Testing

/// The test data of RFC 8785, which stand outside the repository; without them the suite is skipped.
@Suite(
    "RFC 8785's test data",
    .enabled(if: PublishedVectors.isPresent, "no \(PublishedSamples.archive): set TESSERA_VECTORS"))
struct CanonicalJSONSuiteTests {
    @Test("Every document comes out byte for byte")
    func suite() throws {
        let files = try PublishedVectors.folder("jcs/testdata")
        let inputs = files.keys.filter { $0.hasPrefix("input/") }
        #expect(inputs.count == 6)
        for name in inputs {
            let input = try JSONDocument(parsing: #require(files[name]))
            let expected = try #require(files["output/" + name.dropFirst(6)])
            #expect(try JSONCanonicalization().bytes(of: input.root) == expected, "\(name)")
        }
    }
}
