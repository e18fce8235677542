import Foundation
import Testing

@testable import Credentials

@Suite("Numbers in graphs")
struct GraphNumberTests {
    @Test(
        "Whole numbers are written by their digits, others with an exponent",
        arguments: [
            ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("3.0", "3"), ("1e3", "1000"),
            (
                "100000000000000000000",
                "100000000000000000000"
            ), ("9007199254740993", "9007199254740993"), ("1e21", "1.0E21"),
            ("2.5", "2.5E0"), ("-123.45", "-1.2345E2"), ("0.1", "1.0E-1"), ("5e-324", "4.940656458412465E-324"),
            ("1e400", "INF"), ("-1e400", "-INF"), ("0.30000000000000004", "3.0E-1"),
            ("0.99999999999999999", "1"), ("0.9999999999999999", "9.999999999999999E-1"),
            ("77507455288.04900255", "7.7507455288049E10"),
        ])
    func lexical(written: String, expected: String) {
        #expect(GraphNumber.literal(RDFText(written), datatype: nil).lexical.string == expected)
    }

    @Test("A number of type xsd:double always has an exponent, another keeps its type")
    func datatype() {
        #expect(GraphNumber.literal("1", datatype: Vocabulary.double).lexical == "1.0E0")
        let float = GraphNumber.literal("3.0", datatype: "https://www.w3.org/2001/XMLSchema#float")
        #expect(float.lexical == "3" && float.datatype == "https://www.w3.org/2001/XMLSchema#float")
    }

    @Test("Digits are rounded as C's printf rounds them")
    func rounding() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<4_000 {
            let number = Double(bitPattern: generator.next() & 0x7FFF_FFFF_FFFF_FFFF)
            guard number.isFinite, number > 0 else { continue }
            #expect(GraphNumber.double(number) == Self.printed(number), "\(number)")
            // Halves, quarters and the like, whose digits end midway between two numbers more often.
            let fraction = Double(generator.next() >> 11) / Double(1 << Int.random(in: 0...20))
            if fraction > 0 { #expect(GraphNumber.double(fraction) == Self.printed(fraction), "\(fraction)") }
        }
    }

    /// `%1.15E` without zeros at the ends.
    private static func printed(_ number: Double) -> String {
        let parts = String(format: "%1.15E", number).split(separator: "E")
        var mantissa = parts[0]
        while mantissa.hasSuffix("0"), !mantissa.hasSuffix(".0") { mantissa = mantissa.dropLast() }
        return "\(mantissa)E\(Int(parts[1]) ?? 0)"
    }
}
