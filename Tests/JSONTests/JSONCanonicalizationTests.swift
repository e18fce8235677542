import JSON
import Testing

@Suite("Canonical form")
struct JSONCanonicalizationTests {
    @Test("the example of RFC 8785 comes out byte for byte")
    func example() throws {
        let text = #"""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """#
        let expected =
            #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
            + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
        #expect(try canonical(text) == expected)
    }

    @Test("names are sorted by UTF-16 code units, as in the RFC's example")
    func sorting() throws {
        let text = #"{"€":"Euro","\r":"CR","\uFB33":"Hebrew","1":"One","😀":"Emoji","\u0080":"Control","ö":"o"}"#
        let document = try JSONDocument(parsing: Array(try canonical(text).utf8))
        let order = document.root.members.map { $0.value.string }
        #expect(order == ["CR", "One", "Control", "o", "Euro", "Emoji", "Hebrew"])
    }

    @Test(
        "numbers are printed as ECMAScript does",
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"), (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"), (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"), (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"), (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"), (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] as [(UInt64, String)])
    func numbers(_ bits: UInt64, _ expected: String) {
        #expect(JSONCanonicalization.ecmaScript(Double(bitPattern: bits)) == expected)
    }

    @Test("a number beyond a double's range is refused, but has an exact form")
    func range() throws {
        let document = try JSONDocument(parsing: Array("[1e400]".utf8))
        #expect(throws: JSONError.self) { try JSONCanonicalization().bytes(of: document.root) }
        let exact = try JSONCanonicalization(numbers: .exact).bytes(of: document.root)
        #expect(String(decoding: exact, as: UTF8.self) == "[0.1e401]")
    }

    private func canonical(_ text: String) throws -> String {
        let document = try JSONDocument(parsing: Array(text.utf8))
        return String(decoding: try JSONCanonicalization().bytes(of: document.root), as: UTF8.self)
    }
}
