import FoundationEssentials
import Testing

@testable import XAPI

@Suite("Data types: identifiers")
struct DataTypeTests {
    @Test(
        "absolute IRIs pass",
        arguments: [
            "http://example.com", "https://example.com/a?b=c#d", "urn:uuid:00000000-0000-4000-8000-000000000000",
            "mailto:a@b.c", "tag:example.com,2013:x", "http://exämple.com/ä/日本", "a+b-c.1:x", "http://[::1]/",
            "http://example.com/%20%C3%A4", "about:blank", "x:y", "http://example.com/(a)!$&'*+,;=:@~_-.",
            "HTTP://EXAMPLE.COM", "http://example.com/\u{A0}", "http://example.com?a[]=1",
        ])
    func acceptsIRI(_ text: String) { #expect(check(text, IRIText.isValid)) }

    @Test(
        "what isn't an absolute IRI is refused",
        arguments: [
            "", "a", "http:", ":x", "1a:b", "-a:b", "ab=c://should.fail.com", "/relative", "//example.com", "#x", "?x",
            "should fail", "http://exa mple.com", "http://example.com/<x>", "http://example.com/{x}",
            "http://example.com/a|b", "http://example.com/a\\b", "http://example.com/^", "http://example.com/`",
            "http://example.com/\"", "http://example.com/%", "http://example.com/%2", "http://example.com/%zz",
            "http://example.com/#a#b", "http://example.com/\n", "http://example.com/\u{7F}",
            "http://example.com/\u{85}",
            "ä:b", " http://example.com", "http://example.com ",
        ])
    func refusesIRI(_ text: String) { #expect(!check(text, IRIText.isValid)) }

    @Test("URIs are ASCII")
    func uri() {
        #expect(check("http://example.com/%C3%A4", IRIText.isURI))
        #expect(!check("http://example.com/ä", IRIText.isURI))
    }

    @Test(
        "UUIDs in standard form pass, in either case",
        arguments: [
            "00000000-0000-0000-0000-000000000000", "AA97B177-9383-4934-8543-0F91A7A02836",
            "aa97b177-9383-1934-8543-0f91a7a02836", "ffffffff-FFFF-ffff-FFFF-ffffffffffff",
        ])
    func acceptsUUID(_ text: String) {
        #expect(check(text, UUIDText.isValid))
        let bytes = Array(text.utf8)
        #expect(UUIDText.parse(bytes.span)?.uuidString == text.uppercased())
    }

    @Test(
        "what isn't a UUID in standard form is refused",
        arguments: [
            "", "AA97B177-9383-4934-8543-0F91A7A028368", "MA97B177-9383-4934-8543-0F91A7A02836",
            "AA97B177938349348543-0F91A7A02836", "{AA97B177-9383-4934-8543-0F91A7A02836}",
            "AA97B1779383-4934-8543-0F91A7A02836-", "AA97B177-9383-4934-8543-0F91A7A0283",
            "urn:uuid:AA97B177-9383-4934-8543-0F91A7A02836", "AA97B177_9383_4934_8543_0F91A7A02836",
            "AA97B177-9383-4934-8543-0F91A7A0283G", " A97B177-9383-4934-8543-0F91A7A02836",
        ])
    func refusesUUID(_ text: String) { #expect(!check(text, UUIDText.isValid)) }

    @Test(
        "mail addresses pass",
        arguments: [
            "mailto:a@b", "mailto:a.b+c@example.com", "mailto:x_y@sub.example.co.uk", "mailto:ü@exämple.com",
            "mailto:a%2Fb@example.com", "mailto:a@[192.168.0.1]", "mailto:!#$&'*+-/=?_~@example.com",
            "mailto:p-3f9c2a@id.riga.example.eu", "mailto:A@EXAMPLE.COM",
        ])
    func acceptsMail(_ text: String) { #expect(check(text, MailAddress.isMailtoIRI)) }

    @Test(
        "what isn't mailto: and one address is refused",
        arguments: [
            "", "mailto:", "mailto:should.fail.com", "http://should.fail.com", "a@b.c", "MAILTO:a@b.c", "mailto:@b.c",
            "mailto:a@", "mailto:a@b@c", "mailto:a b@c.d", "mailto:.a@b.c", "mailto:a.@b.c", "mailto:a..b@c.d",
            "mailto:a@.b", "mailto:a@b.", "mailto:a@b..c", "mailto:a@-b.c", "mailto:a@b-.c", "mailto:a@b_c.d",
            "mailto:a@b.c,d@e.f", "mailto:<a@b.c>", "mailto:a@b.c?subject=x", "mailto:a@[]", "mailto:a@b/c",
        ])
    func refusesMail(_ text: String) { #expect(!check(text, MailAddress.isMailtoIRI)) }

    @Test("digests are hexadecimal and of the right length")
    func digests() {
        for length in 0...140 {
            let digits = String(repeating: "aF", count: length / 2) + (length % 2 == 1 ? "0" : "")
            #expect(check(digits, HashText.isSHA1) == (length == 40))
            #expect(check(digits, HashText.isSHA2) == [56, 64, 96, 128].contains(length))
        }
        #expect(!check(String(repeating: "g", count: 40), HashText.isSHA1))
        #expect(!check(String(repeating: "0", count: 63) + "-", HashText.isSHA2))
    }

    @Test(
        "media types pass",
        arguments: [
            "text/plain", "application/octet-stream", "text/plain; charset=ascii", "text/plain;charset=\"a b\\\"c\"",
            "application/vnd.api+json", "a/b;", "a/b ; c=d ; e=f", "image/svg+xml", "multipart/mixed; boundary=--x",
        ])
    func acceptsMediaType(_ text: String) { #expect(check(text, MediaType.isValid)) }

    @Test(
        "what isn't a media type is refused",
        arguments: [
            "", "text", "text/", "/plain", "text plain", "text/plain charset", "text/plain; charset",
            "text/plain; =x", "text/plain; a=\"b", "text/pl/ain", "te xt/plain", "text/plain;a=\"\\",
        ])
    func refusesMediaType(_ text: String) { #expect(!check(text, MediaType.isValid)) }

    private func check(_ text: String, _ isValid: (Span<UInt8>) -> Bool) -> Bool {
        let bytes = Array(text.utf8)
        return isValid(bytes.span)
    }
}
