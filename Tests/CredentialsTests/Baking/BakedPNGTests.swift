import Credentials
import Foundation
import Testing

@Suite("Credentials baked into PNG")
struct BakedPNGTests {
    static let json = Array(#"{"name":"Zoë Łuć","note":"]]>"}"#.utf8)

    /// A grey image of one pixel.
    static let image =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
        + chunk("IDAT", [0x78, 1, 1, 2, 0, 0xFD, 0xFF, 0, 0xFF, 1, 1, 1, 0]) + chunk("IEND", [])

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { value, byte in
            (0..<8).reduce(value ^ UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
        }
    }

    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        func number(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
        let content = Array(type.utf8) + data
        return number(UInt32(data.count)) + content + number(crc32(content))
    }

    /// The image with a chunk before its end.
    static func image(adding chunk: [UInt8]) -> [UInt8] { Array(image.dropLast(12) + chunk + image.suffix(12)) }

    @Test("A credential comes out as it went in, and the image around it is the same")
    func roundTrip() throws {
        for credential in [Self.json, Array("eyJhbGciOiJFUzI1NiJ9.e30.AAAA".utf8)] {
            let baked = try BakedBadge.bake(credential, into: Self.image)
            #expect(try BakedBadge.credential(in: baked) == credential)
            #expect(baked.starts(with: Self.image.prefix(33)) && baked.suffix(37) == Self.image.suffix(37))
            #expect(BakedBadge.isImage(baked))
        }
    }

    @Test("The chunk is uncompressed text in UTF-8 under the keyword of Open Badges, directly after the header")
    func chunk() throws {
        let baked = try BakedBadge.bake(Self.json, into: Self.image)
        let expected = Self.chunk("iTXt", Array("openbadgecredential\0\0\0\0\0".utf8) + Self.json)
        #expect(Array(baked[33..<33 + expected.count]) == expected)
    }

    @Test("An image never gets a second credential, and with two of them none is taken")
    func twice() throws {
        let baked = try BakedBadge.bake(Self.json, into: Self.image)
        #expect(throws: CredentialError.self) { try BakedBadge.bake(Self.json, into: baked) }
        let chunk = Self.chunk("iTXt", Array("openbadgecredential\0\0\0\0\0{}".utf8))
        let error = #expect(throws: CredentialError.self) {
            try BakedBadge.credential(in: Self.image(adding: chunk + chunk))
        }
        #expect(error?.message.contains("more than one") == true)
    }

    @Test(
        "Texts of other forms are refused or passed over",
        arguments: [
            ("iTXt", "openbadgecredential\0\u{1}\0\0\0x", "compressed"),
            ("iTXt", "openbadgecredential\0\0\0en", "cut off"),
            ("iTXt", "openbadges\0\0\0\0\0{}", "no credential"), ("tEXt", "openbadgecredential\0{}", "no credential"),
        ])
    func otherTexts(type: String, text: String, reason: String) {
        let image = Self.image(adding: Self.chunk(type, Array(text.utf8)))
        let error = #expect(throws: CredentialError.self) { try BakedBadge.credential(in: image) }
        #expect(error?.code == .invalidImage && error?.message.contains(reason) == true)
    }

    @Test("A language and a translated keyword are passed over")
    func language() throws {
        let text = "openbadgecredential\0\0\0pl\0poświadczenie\0{}"
        let image = Self.image(adding: Self.chunk("iTXt", Array(text.utf8)))
        #expect(try BakedBadge.credential(in: image) == Array("{}".utf8))
    }

    @Test("An image that is cut off or changed anywhere is refused")
    func damaged() throws {
        let baked = try BakedBadge.bake(Self.json, into: Self.image)
        for length in baked.indices {
            #expect(throws: CredentialError.self) { try BakedBadge.credential(in: Array(baked.prefix(length))) }
        }
        for index in baked.indices {
            var changed = baked
            changed[index] ^= 1
            #expect(throws: CredentialError.self) { try BakedBadge.credential(in: changed) }
        }
        #expect(throws: CredentialError.self) { try BakedBadge.credential(in: baked + [0]) }
    }

    @Test("What is no credential is not baked")
    func noCredential() {
        for text in ["", "text", "a.b", "\u{FEFF}{}"] {
            #expect(throws: CredentialError.self) { try BakedBadge.bake(Array(text.utf8), into: Self.image) }
        }
        #expect(throws: CredentialError.self) { try BakedBadge.bake(Array("{".utf8) + [0xFF], into: Self.image) }
    }
}
