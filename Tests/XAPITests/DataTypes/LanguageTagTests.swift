import Testing

@testable import XAPI

@Suite("Data types: language tags of RFC 5646")
struct LanguageTagTests {
    @Test(
        "well-formed tags pass, among them the RFC's examples",
        arguments: [
            "de", "fr", "ja", "i-enochian", "zh-Hant", "zh-Hans", "sr-Cyrl", "sr-Latn", "zh-cmn-Hans-CN", "cmn-Hans-CN",
            "zh-yue-HK", "yue-HK", "zh-Hans-CN", "sr-Latn-RS", "sl-rozaj", "sl-rozaj-biske", "sl-nedis", "de-CH-1901",
            "sl-IT-nedis", "hy-Latn-IT-arevela", "de-DE", "en-US", "es-419", "de-CH-x-phonebk",
            "az-Arab-x-AZE-derbend", "x-whatever", "qaa-Qaaa-QM-x-southern", "de-Qaaa", "sr-Latn-QM", "sr-Qaaa-RS",
            "en-US-u-islamcal", "zh-CN-a-myext-x-private", "en-a-myext-b-another", "EN-us", "und", "mul", "abcd",
            "abcdefgh", "en-GB-oed", "sgn-BE-FR", "art-lojban", "zh-min-nan", "de-1996", "X-a-1",
        ])
    func accepts(_ text: String) { #expect(isValid(text)) }

    @Test(
        "malformed tags are refused, among them the RFC's examples",
        arguments: [
            "", "a", "a1", "a12345", "a12345678", "abcdefghi", "de-419-DE", "a-DE", "ar-a-aaa-b-bbb-a-ccc", "en_US",
            "en-", "-en", "en--US", "en-U", "en-US-", "12", "en-1234567890", "x", "x-", "en-x", "en-a", "en-a-b-cc",
            "sl-rozaj-rozaj", "en US", "日本", "en-日本", "i-nothing", "de-DE-DE", "zh-a-x", "en-US1", "e1-US",
        ])
    func refuses(_ text: String) { #expect(!isValid(text)) }

    private func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return LanguageTag.isValid(bytes.span)
    }
}
