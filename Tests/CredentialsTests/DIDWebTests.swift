import Credentials
import Testing

@Suite("did:web identifiers")
struct DIDWebTests {
    @Test(
        "A base URL becomes a DID, and the DID the URL of its document",
        arguments: [
            ("https://badges.example", "did:web:badges.example", "https://badges.example/.well-known/did.json"),
            ("https://Badges.Example/", "did:web:badges.example", "https://badges.example/.well-known/did.json"),
            (
                "https://badges.example:8443", "did:web:badges.example%3A8443",
                "https://badges.example:8443/.well-known/did.json"
            ),
            ("https://city.example/a/b/", "did:web:city.example:a:b", "https://city.example/a/b/did.json"),
            ("http://127.0.0.1:8080", "did:web:127.0.0.1%3A8080", "https://127.0.0.1:8080/.well-known/did.json"),
            ("http://[::1]:8080", "did:web:%5B%3A%3A1%5D%3A8080", "https://[::1]:8080/.well-known/did.json"),
            ("https://city.example/a%20b", "did:web:city.example:a%20b", "https://city.example/a%20b/did.json"),
        ])
    func baseURLs(baseURL: String, did: String, documentURL: String) throws {
        let identity = try DIDWeb(baseURL: baseURL)
        #expect(identity.did == did)
        #expect(identity.documentURL == documentURL)
        let read = try DIDWeb(did: did)
        #expect(read == identity && read.documentURL == documentURL)
    }

    @Test(
        "Base URLs that make no identity are refused",
        arguments: [
            "", "badges.example", "ftp://badges.example", "https://", "https:///a", "https://user@badges.example",
            "https://badges.example?x=1", "https://badges.example/#a", "https://badges.example:abc", "https://a b",
            "https://badges.example//a", "https://badges.example/../a", "https://bädges.example", "https://a:123456",
            "https://\u{301}badges.example",
        ])
    func noBaseURL(text: String) {
        let error = #expect(throws: CredentialError.self) { try DIDWeb(baseURL: text) }
        #expect(error?.code == .invalidBaseURL)
    }

    @Test(
        "Identifiers that would lead elsewhere than they seem are refused",
        arguments: [
            "did:key:z6MkvLVX", "did:web:", "did:web:a.example%2Fb", "did:web:a.example%40evil.example",
            "did:web:a.example:..:b", "did:web:a.example:%2e%2e", "did:web:a.example::b", "did:web:a.example/b",
            "did:web:a.example?x", "did:web:a.example#key", "did:web:a.example%", "did:web:a.example%3A80%3A81",
            "did:web:a.example%23", "did:web:a.example:%2f", "did:web:a\u{301}.example", "did:web:%C3%A4.example",
        ])
    func noDID(text: String) {
        let error = #expect(throws: CredentialError.self) { try DIDWeb(did: text) }
        #expect(error?.code == .invalidDID)
    }
}
