import Credentials
import Testing

@Suite("Evidence digests")
struct EvidenceDigestTests {
    @Test("White space, order of members and spelling of values don't count")
    func canonical() throws {
        let one = try EvidenceDigest(of: Array(#"{"b":1.0,"a":"\u00e9","c":[true,null]}"#.utf8))
        let other = try EvidenceDigest(of: Array("{ \"c\": [true, null],\n \"a\": \"é\", \"b\": 1 }".utf8))
        #expect(one == other)
    }

    @Test("The digest is a multihash of SHA-256 in multibase base64url")
    func form() throws {
        // printf '{"a":1}' | sha256sum
        let digest = try EvidenceDigest(of: Array(#"{ "a": 1 }"#.utf8)).multibase
        let multihash = try bytes(base64url: digest.dropFirst())
        #expect(digest.first == "u" && multihash.prefix(2) == [0x12, 0x20])
        #expect(
            multihash.dropFirst(2).map {
                String($0, radix: 16).count == 1 ? "0" + String($0, radix: 16) : String($0, radix: 16)
            }
            .joined() == "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862")
    }

    @Test("Another content is another digest")
    func different() throws {
        #expect(try EvidenceDigest(of: Array("{\"a\":1}".utf8)) != EvidenceDigest(of: Array("{\"a\":2}".utf8)))
    }

    @Test(
        "What has no canonical form is refused",
        arguments: ["", "{", #"{"a":1,"a":2}"#, #"{"a":"\ud800"}"#, #"{"a":1e400}"#])
    func refused(text: String) {
        let error = #expect(throws: CredentialError.self) { try EvidenceDigest(of: Array(text.utf8)) }
        #expect(error?.code == .invalidStatement)
    }
}
