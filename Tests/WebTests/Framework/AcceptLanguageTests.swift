import Testing

@testable import Frameworks
@testable import Web

@Suite("the languages that a reader would like")
struct AcceptLanguageTests {
    @Test(
        "tags come in the order of their quality, each followed by its wider forms",
        arguments: [
            (nil, []), ("", []), ("*", []), ("fr", ["fr"]), ("de-AT", ["de-at", "de"]),
            ("fr-BE, fr;q=0.9, en;q=0.8, *;q=0.5", ["fr-be", "fr", "fr", "en"]), ("en;q=0.5,it", ["it", "en"]),
            ("it,fr", ["it", "fr"]), ("en;q=0, it", ["it"]), ("zh-Hant-TW", ["zh-hant-tw", "zh-hant", "zh"]),
            ("EN ; q=0.3 , FR ; q=0.7", ["fr", "en"]),
        ] as [(String?, [String])])
    func tags(header: String?, tags: [String]) {
        #expect(AcceptLanguage(header).tags == tags)
    }

    @Test(
        "what is no tag is no wish",
        arguments: ["f", "français", "en_GB", "-", "en-", "en--GB", "e%", "1en", "en-123456789", ";q=1", "'; DROP"])
    func malformed(header: String) {
        #expect(AcceptLanguage(header).tags.isEmpty)
        #expect(!AcceptLanguage.isTag(header))
    }

    @Test("a header that goes on and on is read as far as anybody's goes")
    func long() {
        #expect(AcceptLanguage(Array(repeating: "fr", count: 10_000).joined(separator: ",")).tags.count == 50)
    }
}

@Suite("addresses of frameworks' pages")
struct FrameworkLinksTests {
    @Test("codes of any text are one segment of a path, and read back as they were")
    func segments() {
        for code in ["A1", "A1.3", "a b", "a/b", "ä&=+%?#", "..", "😀"] {
            let encoded = PathSegment.encoded(code)
            #expect(encoded.utf8.allSatisfy { $0 < 128 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") })
            #expect(PathSegment.decoded(encoded) == code)
        }
        #expect(PathSegment.decoded("a+b") == "a+b")
        #expect(PathSegment.decoded("%ff") == nil && PathSegment.decoded("%4") == nil)
    }

    @Test("links keep the language that the address asks for")
    func links() {
        let plain = FrameworkLinks(code: "IUS", version: "0.1", language: nil)
        #expect(plain.item(.level, "A1.3", parent: "A1") == "/framework/IUS/0.1/competences/A1#A1.3")
        #expect(plain.comparison(of: ["P1", "P4"]) == "/framework/IUS/0.1/compare?profiles=P1,P4")
        let french = FrameworkLinks(code: "a/b", version: "1", language: "fr")
        #expect(french.overview == "/framework/a%2Fb/1?lang=fr")
        #expect(french.item(.level, "A1.3", parent: "A1") == "/framework/a%2Fb/1/competences/A1?lang=fr#A1.3")
        #expect(french.comparison(of: ["P1"]) == "/framework/a%2Fb/1/compare?lang=fr&profiles=P1")
        #expect(french.version("2") == "/framework/a%2Fb/2?lang=fr")
    }
}
