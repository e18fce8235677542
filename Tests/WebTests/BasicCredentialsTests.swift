import Foundation
import Testing

@testable import Web

@Suite("HTTP Basic")
struct BasicCredentialsTests {
    private static func header(_ text: String, scheme: String = "Basic ") -> String {
        scheme + Data(text.utf8).base64EncodedString()
    }

    @Test(
        "name and secret are parted by the first colon",
        arguments: [
            (header("demo:secret"), "demo", "secret"),
            (header("demo:se:cr:et"), "demo", "se:cr:et"),
            (header("LMS of Rīga:学习"), "LMS of Rīga", "学习"),
            (header(":"), "", ""),
            (header("demo:"), "demo", ""),
            (header("demo:secret", scheme: "bAsIc "), "demo", "secret"),
            (header("demo:secret", scheme: "Basic   "), "demo", "secret"),
        ])
    func read(header: String, name: String, secret: String) {
        let credentials = BasicCredentials(header)
        #expect(credentials?.name == name && credentials?.secret == secret)
    }

    @Test(
        "another scheme, and what is malformed, is none",
        arguments: [
            nil, "", "Basic", "Basic ", "Basic ???", "Basic ZGVtbw==", "Bearer ZGVtbzpzZWNyZXQ=", "ZGVtbzpzZWNyZXQ=",
            "Basic " + Data([0xFF, 0x3A, 0x61]).base64EncodedString(),
        ])
    func malformed(header: String?) {
        let credentials = BasicCredentials(header)
        #expect(credentials?.name == nil)
    }
}
