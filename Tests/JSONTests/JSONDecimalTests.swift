import JSON
import Testing

@Suite("Numbers by their value")
struct JSONDecimalTests {
    @Test(
        "one value has one canonical text",
        arguments: [
            ["0", "-0", "0.0", "0e5", "-0.00e-9"], ["1", "1.0", "10e-1", "0.1e1", "1E0"],
            ["-12.5", "-1.25e1", "-12.500", "-125e-1"], ["100", "1e2", "1.00E+2"],
            ["0.000000000001", "1e-12", "10e-13"], ["123456789012345678901", "1.23456789012345678901e20"],
        ])
    func oneText(_ spellings: [String]) {
        #expect(Set(spellings.map { decimal($0).canonical }).count == 1)
        for spelling in spellings { #expect(decimal(spelling) == decimal(spellings[0])) }
    }

    @Test(
        "numbers are ordered by their exact value",
        arguments: [
            ("-1e400", "-1"), ("-1.00000000000000000001", "-1"), ("-1", "0"), ("0", "1e-400"),
            ("0.1", "0.10000000000000000001"), ("9007199254740992", "9007199254740993"), ("1", "1.0000000000000001"),
            ("2", "10"), ("1e9", "1e10"), ("999999999", "1000000000"), ("-10", "-9.99"), ("0.5", "1e0"),
            ("1", "1e99999999999999999999"),
        ])
    func order(_ less: String, _ greater: String) {
        #expect(decimal(less) < decimal(greater))
        #expect(!(decimal(greater) < decimal(less)))
        #expect(decimal(less) != decimal(greater))
    }

    @Test("whole numbers are known in any spelling")
    func integers() {
        for text in ["0", "1", "-5", "1.0", "2.5e1", "1e30"] { #expect(decimal(text).isInteger) }
        for text in ["0.5", "1e-1", "12.34e1", "1.0000000000000000000001"] { #expect(!decimal(text).isInteger) }
    }

    @Test(
        "the canonical text of a canonical text is the same",
        arguments: ["1e99999999999999999999", "33e-99999999999999999", "-120.50"])
    func idempotent(_ text: String) {
        let canonical = decimal(text).canonical
        #expect(JSONDecimal(canonical[...]).canonical == canonical)
    }

    private func decimal(_ text: String) -> JSONDecimal { JSONDecimal(Array(text.utf8)[...]) }

    @Test(
        "the canonical text is the same, whether it is made quickly or not",
        arguments: [
            "0", "-0", "0.0", "1", "-1", "10", "100", "0.21", "0.05", "-0.050", "1.50", "12345.678900", "0.000001",
            "123456789012345678", "1e2", "1.0E-2", "0e5", "1234567890123456789012345.5",
        ])
    func canonicalText(_ lexeme: String) {
        let bytes = Array(lexeme.utf8)
        var text: [UInt8] = []
        JSONDecimal.appendCanonical(bytes.span, to: &text)
        #expect(text == JSONDecimal(bytes[...]).canonical)
    }
}
