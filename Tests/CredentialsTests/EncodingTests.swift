import Foundation
import Testing

@testable import Credentials

@Suite("Encodings")
struct EncodingTests {
    @Test(
        "Base64url agrees with RFC 4648's vectors",
        arguments: [
            ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ])
    func vectors(plain: String, encoded: String) {
        #expect(Base64URL.string(Array(plain.utf8)) == encoded)
        #expect(Base64URL.decode(Array(encoded.utf8)) == Array(plain.utf8))
    }

    @Test("Base64url reads back whatever it wrote")
    func roundTrip() {
        for length in 0..<70 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
    }

    @Test(
        "Base64url has one text for some bytes only",
        arguments: ["Zg==", "Zh", "Zm9", "Z", "Zm+v", "Zm/v", "Zm 9v", "Zm9v\n", "Zé"])
    func refused(text: String) {
        #expect(Base64URL.decode(Array(text.utf8)) == nil)
    }

    @Test(
        "Date-times are read as instants",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-02T09:00:00Z", 1_793_610_000),
            ("2026-11-02T10:00:00+01:00", 1_793_610_000),
            ("2024-02-29T23:59:59-05:30", 1_709_270_999), ("1969-12-31T23:59:59Z", -1),
            ("2000-03-01t00:00:00z", 951_868_800),
            ("0001-01-01T00:00:00Z", -62_135_596_800),
        ])
    func dateTimes(text: String, seconds: Int) {
        #expect(DateTime.parse(text) == Instant(seconds: seconds))
    }

    @Test("Fractions of seconds are kept")
    func fraction() {
        #expect(DateTime.parse("2010-01-01T00:00:00.25Z") == Instant(seconds: 1_262_304_000, nanoseconds: 250_000_000))
    }

    @Test(
        "What is no date-time with a zone is refused",
        arguments: [
            "2026-11-02T09:00:00", "2026-11-02", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-02T24:00:00Z",
            "2026-11-02T09:60:00Z", "2026-11-02 09:00:00Z", "2026-11-02T09:00:00.Z", "2026-11-02T09:00:00+1:00",
            "2026-11-02T09:00:00ZZ", "2026-11-00T09:00:00Z", "", "２０２６-11-02T09:00:00Z",
        ])
    func noDateTime(text: String) {
        #expect(DateTime.parse(text) == nil)
    }

    @Test(
        "Instants are written in UTC and whole seconds, and read back",
        arguments: [
            0.0, -1, 951_782_400, 1_793_610_000.9, 4_102_444_799, -2_208_988_800,
        ])
    func written(seconds: Double) {
        let text = DateTime.text(Date(timeIntervalSince1970: seconds))
        #expect(text.hasSuffix("Z") && text.utf8.count == 20)
        #expect(DateTime.parse(text)?.seconds == Int(seconds.rounded(.down)))
    }

    @Test("Bytes, not canonical equivalence, decide whether two identifiers are the same")
    func bytesDecide() {
        #expect("caf\u{E9}" == "cafe\u{301}")
        #expect(!sameBytes("caf\u{E9}", "cafe\u{301}"))
    }
}
