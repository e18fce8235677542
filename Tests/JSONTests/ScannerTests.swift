import JSON
import Testing

@Suite("Scanning a text")
struct ScannerTests {
    @Test(
        "accepts what RFC 8259 allows",
        arguments: [
            "null", "true", "false", "0", "-0", "1.5e+10", "\"\"", "\"a\\n\\u00e9\\ud83d\\ude00é😀\"", "[]", "{}",
            " [ 1 , [ ] , { } ] \r\n\t", "{\"a\":{\"b\":[1,2,{\"c\":null}]},\"\":0}", "\"\\/\\\\\\\"\\b\\f\\r\\t\"",
            "1e400", "123456789012345678901234567890", "\"\u{7F}\"", "[\"12345678\",\"1234567\",\"123456789\"]",
        ])
    func accepts(_ text: String) throws {
        let document = try JSONDocument(parsing: Array(text.utf8))
        #expect(document.root.bytes.count <= text.utf8.count)
    }

    @Test(
        "refuses what RFC 8259 forbids",
        arguments: [
            "", " ", "nul", "tru", "True", "01", "-", "-a", "1.", ".5", "1e", "1e+", "+1", "0x1", "NaN", "Infinity",
            "\"", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\", "\"a\nb\"", "[", "[1", "[1,", "[1,]", "[,1]",
            "[1 2]", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\" 1}",
            "{\"a\":1 \"b\":2}", "[}", "{]", "[1}", "{\"a\":1]", "1 2", "[] []", "//", "'a'", "\u{FEFF}1", "[1]]", ",",
            ":", "nullx", "\u{A0}1",
        ])
    func refuses(_ text: String) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
        #expect(error?.rule == .syntax)
    }

    @Test(
        "names the rule that a string breaks",
        arguments: [
            ("\"\\u0000\"", JSONRule.nul), ("\"\\ud800\"", .loneSurrogate), ("\"\\udc00\"", .loneSurrogate),
            ("\"\\ud800\\ud800\"", .loneSurrogate), ("\"\\ud800x\"", .loneSurrogate),
            ("\"\\ud800\\n\"", .loneSurrogate), ("\"a\u{0}b\"", .nul),
        ])
    func namesStringRule(_ text: String, _ rule: JSONRule) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
        #expect(error?.rule == rule)
    }

    @Test(
        "refuses malformed UTF-8",
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
            [0xE1, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xEF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xF1, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
        ] as [[UInt8]])
    func refusesMalformedUTF8(_ bytes: [UInt8]) {
        let text = [0x22] + bytes + [0x22]
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: text) }
        #expect(error?.rule == .utf8)
        #expect(error?.offset == 1)
    }

    @Test("agrees with the standard library on every sequence of two bytes, and on the edges of longer ones")
    func agreesOnUTF8() {
        var sequences: [[UInt8]] = []
        for first in UInt8(0x80)...0xFF { for second in UInt8(0x80)...0xFF { sequences.append([first, second]) } }
        let edges: [UInt8] = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
        for first in UInt8(0xE0)...0xFF {
            for second in edges {
                for third in edges {
                    sequences.append([first, second, third])
                    for fourth in edges { sequences.append([first, second, third, fourth]) }
                }
            }
        }
        for sequence in sequences {
            let isValid = String(validating: sequence, as: UTF8.self) != nil
            let accepted = (try? JSONDocument(parsing: [0x22] + sequence + [0x22])) != nil
            #expect(accepted == isValid, "\(sequence)")
        }
    }

    @Test("finds a special byte at every place of a long string", arguments: 0..<40)
    func findsSpecialBytes(at place: Int) throws {
        for special in ["\\n", "é", "😀", "\\u00e9"] {
            let text = String(repeating: "x", count: place) + special + String(repeating: "y", count: 40 - place)
            let document = try JSONDocument(parsing: Array("\"\(text)\"".utf8))
            let expected = text.replacing("\\n", with: "\n").replacing("\\u00e9", with: "é")
            #expect(document.root.string == expected)
        }
        let control = Array(repeating: UInt8(ascii: "x"), count: place) + [0x1F] + [UInt8](repeating: 0x78, count: 16)
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: [0x22] + control + [0x22]) }
        #expect(error?.offset == place + 1)
    }
}
