import LibPQ
import Testing

@Suite
struct NumericTests {
    @Test(arguments: [
        "0", "0.00", "1", "-1", "10000", "9999", "0.0001", "0.00001", "123456789.987654321", "-0.5", "1.50",
        "100000000000000000000000000000000", "0.000000000000000000000000000001", "99999999.9999", "NaN", "Infinity",
        "-Infinity", "12345.6", "1000000", "0.1000", "10.10",
    ])
    func `a text in PostgreSQL's spelling reads back as it was`(text: String) throws {
        #expect(try #require(Numeric(text)).description == text)
    }

    @Test(arguments: [
        ("1e3", "1000"), ("1E-3", "0.001"), ("1.5e1", "15"), ("100e-2", "1.00"), ("+7", "7"), (".5", "0.5"),
        ("5.", "5"),
        ("-0", "0"), ("-0.00", "0.00"), ("007", "7"), ("1.25e-2", "0.0125"), ("0e10", "0"), ("nan", "NaN"),
        ("inf", "Infinity"), ("-INF", "-Infinity"), ("00000.00010", "0.00010"),
    ])
    func `other spellings are read by value and scale`(text: String, expected: String) throws {
        #expect(try #require(Numeric(text)).description == expected)
    }

    @Test(arguments: [
        "", " ", "1 ", " 1", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "0x1F", "1_000", "--1", "1e999999999999", "½",
        "1e-16384", "1e131072", "١",
    ])
    func `what is no number, or beyond the type, is refused`(text: String) {
        #expect(Numeric(text) == nil)
    }

    @Test func `the type's limits are kept`() throws {
        let largest = "9" + String(repeating: "9", count: 131_071)
        #expect(try #require(Numeric(largest)).description == largest)
        let smallest = "0." + String(repeating: "0", count: 16_382) + "1"
        #expect(try #require(Numeric(smallest)).description == smallest)
        #expect(Numeric("1e131071")?.description.count == 131_072)
    }

    @Test func `values compare whatever their scales`() throws {
        let ordered = [
            "-Infinity", "-10000.1", "-10000", "-1.5", "0", "0.0001", "1", "1.5", "2", "10000", "Infinity", "NaN",
        ]
        .compactMap { Numeric($0) }
        #expect(ordered.count == 12)
        for (i, left) in ordered.enumerated() {
            for (j, right) in ordered.enumerated() {
                #expect((left < right) == (i < j))
                #expect((left == right) == (i == j))
            }
        }
        #expect(Numeric("1.50") == Numeric("1.5"))
        #expect(Numeric("1.50")?.hashValue == Numeric("1.5")?.hashValue)
        #expect(Numeric("0.0") == Numeric("-0"))
    }

    @Test func `integers and doubles convert`() {
        #expect(Numeric(Int64.min).description == "-9223372036854775808")
        #expect(Numeric(UInt64.max).description == "18446744073709551615")
        #expect(Numeric(0).description == "0")
        #expect(Numeric(0.1).description == "0.1")
        #expect(Numeric(1e21).description == "1000000000000000000000")
        #expect(Numeric(-Double.infinity) == .negativeInfinity)
        #expect(Numeric("0.1")?.doubleValue == 0.1)
        #expect(Numeric.nan.doubleValue.isNaN)
    }
}
