import Crypto
import Testing

@testable import Credentials

@Suite("QR codes")
struct QRCodeTests {
    /// Of each version: how many bytes it holds, and the beginning of the SHA-256 of its modules, row by row as 0 and 1,
    /// as segno 1.6.6 (Python) makes the same text with the mask `version % 8`.
    private static let known: [(bytes: Int, digest: String)] = [
        (11, "e46a11a0d1549a13"), (20, "8733ac9a5bc79973"), (32, "eb15f2a82fd91762"), (46, "72407e5f845461d1"),
        (60, "f4e172e928778e8e"), (74, "e2dc70534278d1a9"), (86, "0e27ef38bdc0a00d"), (108, "9445f895f5b35c55"),
        (130, "4b22c1db3c192738"), (151, "b120d62f2d2cdf43"), (177, "fe60fbf2f73d0880"), (203, "c5a0a9d87a355174"),
        (241, "35da7650a9ef8305"), (258, "54e97aa1b268db6f"), (292, "ed1cfd34a85bea87"), (322, "6d9eac96d111d8a5"),
        (364, "8ecc71a53f2fb30a"), (394, "d21da673949eb490"), (442, "e0b75d02990f0110"), (482, "20c1a0944c9d94ce"),
        (509, "e4fe0e6bb2fe7be8"), (565, "f4e56cc6eb757857"), (611, "feba606dcda4e0a1"), (661, "d08d2c267cc444a9"),
        (715, "362f89bbba85408f"), (751, "2fc874dc0f0b14a1"), (805, "eb97b635a3efb7b6"), (868, "2aac78452dc946cf"),
        (908, "e5eb4cfc7a9bdd01"), (982, "777aed07fb9f0fad"), (1030, "c85b69939c6e5cfb"), (1112, "8c0aae423367db63"),
        (1168, "97231665cc188ea1"), (1228, "721748dcd7cf8195"), (1283, "6a05064fb97fe03f"), (1351, "bcd0090fb0e67347"),
        (1423, "8403ef4300c8a8b4"), (1499, "7bcea369d1a568fe"), (1579, "b3fc95608aac3bf7"), (1663, "9534c5238abc10a7"),
    ]

    private func digest(_ code: QRCode) -> String {
        var modules: [UInt8] = []
        for row in 0..<code.size { for column in 0..<code.size { modules.append(code[row, column] ? 0x31 : 0x30) } }
        return SHA256.hash(data: modules).prefix(8).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    @Test("every version is, bit by bit, what another encoder makes", arguments: 1...40)
    func versions(version: Int) throws {
        let (count, expected) = Self.known[version - 1]
        let text = String(decoding: (0..<count).map { UInt8(97 + ($0 * 7 + version) % 26) }, as: UTF8.self)
        let code = try QRCode(text, mask: version % 8)
        #expect(code.version == version && code.size == 4 * version + 17)
        #expect(digest(code) == expected)
    }

    @Test("the address of a credential fits version 6, with whichever mask is easiest to read")
    func mask() throws {
        let url = "https://tessera.example/credentials/0f1d6a5e-3a53-4b3b-9b0e-5a0b1c2d3e4f"
        #expect(digest(try QRCode(url, mask: 7)) == "921f6bf1837b96cb")
        let chosen = try QRCode(url)
        #expect(chosen.version == 6)
        #expect(try chosen == QRCode(url, mask: chosen.mask))
    }

    @Test("what is longer than the largest code is refused")
    func limit() {
        #expect(throws: CredentialError.self) { try QRCode(String(repeating: "x", count: 1664)) }
    }

    @Test("as SVG it has its border, and every module once")
    func svg() throws {
        let code = try QRCode("https://tessera.example")
        let svg = code.svg(title: "A & B")
        #expect(svg.contains(#"viewBox="0 0 \#(code.size + 8) \#(code.size + 8)""#) && svg.contains("A &amp; B"))
        let dark = code.runs.reduce(0) { $0 + $1.length }
        let expected = (0..<code.size).reduce(0) { sum, row in sum + (0..<code.size).count { code[row, $0] } }
        #expect(dark == expected && dark > 0)
    }
}
