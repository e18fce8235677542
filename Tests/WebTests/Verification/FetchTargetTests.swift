import Testing

@testable import Web

@Suite("URLs of what is fetched")
struct FetchTargetTests {
    @Test(
        "Plain URLs are read and put together again",
        arguments: [
            ("https://badges.example", "https://badges.example/"),
            ("HTTPS://Badges.Example./a/b?c=d#e", "https://badges.example/a/b?c=d"),
            ("https://badges.example?x=1", "https://badges.example/?x=1"),
            ("https://badges.example:443/", "https://badges.example/"),
            ("https://badges.example:8443/did.json", "https://badges.example:8443/did.json"),
            ("http://93.184.216.34/x", "http://93.184.216.34/x"),
            ("https://[2606:4700::1111]/x", "https://[2606:4700:0:0:0:0:0:1111]/x"),
            ("https://xn--mnchen-3ya.example/", "https://xn--mnchen-3ya.example/"),
        ])
    func plain(text: String, url: String) throws { #expect(try FetchTarget(text).url == url) }

    @Test(
        "URLs that hide another host, an address in an odd form, or no web page, are refused",
        arguments: [
            "", "badges.example", "ftp://badges.example/", "file:///etc/passwd", "gopher://127.0.0.1:11211/_x",
            "data:text/plain,x", "https:badges.example", "https:/badges.example", "https:///badges.example", "https://",
            "https://user@badges.example/", "https://user:secret@127.0.0.1/", "https://badges.example@127.0.0.1/",
            "https://127.0.0.1\\@badges.example/", "https://badges.example\\.evil/", "https://badges.example /",
            "https://badges.example\r\nHost: other/", "https://badges.example/\u{0}", "https://bädges.example/",
            "https://127。0。0。1/", "https://①②⑦.0.0.1/", "https://2130706433/", "https://0x7f000001/",
            "https://0x7f.0.0.1/", "https://0177.0.0.1/", "https://127.1/", "https://127.0.0.1.5/",
            "https://017700000001/", "https://[::1/", "https://::1/", "https://[::1]evil/", "https://[fe80::1%25eth0]/",
            "https://[127.0.0.1]/", "https://badges.example:0/", "https://badges.example:65536/",
            "https://badges.example:80:443/", "https://badges.example:44a/", "https://badges.example:/",
            "https://.example/", "https://badges..example/", "https://-badges.example/", "https://%31%32%37.0.0.1/",
            "https://badges.example/" + String(repeating: "a", count: 2048),
        ])
    func refused(text: String) { #expect(throws: FetchError.self) { try FetchTarget(text) } }

    @Test(
        "Redirects are read from where they stand",
        arguments: [
            ("https://other.example/x", "https://other.example/x"), ("//other.example/x", "https://other.example/x"),
            ("/x", "https://badges.example:8443/x"), ("x", "https://badges.example:8443/a/x"),
            ("?y=2", "https://badges.example:8443/a/b?y=2"),
        ])
    func redirects(location: String, url: String) throws {
        #expect(try FetchTarget("https://badges.example:8443/a/b?x=1").redirected(to: location).url == url)
    }

    @Test(
        "Trusted origins have a scheme, a host and perhaps a port, nothing else",
        arguments: [
            ("https://badges.example", true), ("http://127.0.0.1:8080", true), ("https://badges.example/", false),
            ("https://badges.example:443", false), ("badges.example", false), ("https://Badges.example", false),
        ])
    func origins(text: String, isOrigin: Bool) { #expect(FetchSettings.isOrigin(text) == isOrigin) }
}
