import Crypto
import JSON
import Testing

@testable import Credentials

@Suite("Resources that a credential is bound to by digests")
struct RelatedResourceTests {
    static let context = #""id":"https://www.w3.org/ns/credentials/v2""#
    static let other = #""id":"https://e.example/page""#
    static let digest = #""digestSRI":"sha256-\#(RelatedResourceTests.base64(of: "page"))""#

    static func base64(of text: String) -> String {
        // Base64 of 32 bytes: that of multibase with its other characters, and one sign of padding.
        let text = Base64URL.string(SHA256.hash(data: Array(text.utf8)))
        return text.replacing("-", with: "+").replacing("_", with: "/") + "="
    }

    func faults(_ resources: String) throws -> [DataModelFault] {
        DataModelCheck.faults(
            ofCredential: try SampleDocument.changed(SampleDocument.credential, "relatedResource", resources))
    }

    @Test(
        "A resource without id or digest, with one that can't be read, or named twice, is a fault",
        arguments: [
            (#"["urn:a:b"]"#, "/relatedResource/0"), (#"{\#(digest)}"#, "/relatedResource"),
            (#"{\#(other)}"#, "/relatedResource"),
            (#"[{\#(other),\#(digest)},{\#(other),\#(digest)}]"#, "/relatedResource/1/id"),
            (#"{\#(other),\#(digest),"mediaType":1}"#, "/relatedResource/mediaType"),
            (#"{\#(other),"digestSRI":"md5-AAAA"}"#, "/relatedResource/digestSRI"),
            (#"{\#(other),"digestSRI":"sha256-AAAA"}"#, "/relatedResource/digestSRI"),
            (#"{\#(other),"digestSRI":5}"#, "/relatedResource/digestSRI"),
            (#"{\#(other),"digestMultibase":"xyz"}"#, "/relatedResource/digestMultibase"),
            (#"{\#(other),"digestMultibase":"uAAAA"}"#, "/relatedResource/digestMultibase"),
        ])
    func malformed(resources: String, pointer: String) throws {
        let faults = try faults(resources)
        #expect(faults.map(\.pointer) == [pointer])
        #expect(faults.allSatisfy { $0.rule == .relatedResources })
    }

    @Test("A resource that isn't known here may have any digest; a context that is known has its own")
    func digests() throws {
        #expect(try faults(#"{\#(Self.other),\#(Self.digest)}"#) == [])
        #expect(try faults(#"{\#(Self.context),\#(Self.digest)}"#).map(\.pointer) == ["/relatedResource/digestSRI"])
        let hash = Hexadecimal.bytes("59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734")
        for bytes in [hash, [0x12, 0x20] + hash] {
            for text in [Multibase.base58(bytes), Multibase.base64URL(bytes)] {
                #expect(try faults(#"{\#(Self.context),"digestMultibase":"\#(text)"}"#) == [])
            }
        }
        let changed = Multibase.base58([hash[0] ^ 1] + hash.dropFirst())
        #expect(try faults(#"{\#(Self.context),"digestMultibase":"\#(changed)"}"#).count == 1)
        // Of several digests of a text, one has to fit.
        let sri = "sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU"
        #expect(try faults(#"{\#(Self.context),"digestSRI":"\#(sri)"}"#) == [])
        let both = #""digestSRI":"sha384-\#(String(repeating: "A", count: 64)) \#(sri)""#
        #expect(try faults(#"{\#(Self.context),\#(both)}"#) == [])
        #expect(try faults(#"{\#(Self.context),\#(both.replacing(" " + sri, with: ""))}"#).count == 1)
    }

    @Test(
        "The digests of the base context are those of the published document",
        .enabled(if: PublishedVectors.isPresent, "no \(PublishedSamples.archive): set TESSERA_VECTORS"))
    func published() throws {
        let url = "https://www.w3.org/ns/credentials/v2"
        let published = try PublishedContexts.read(#require(PublishedContexts.names[url]))
        #expect(!ResourceDigest.contradicts([.sha384(Array(SHA384.hash(data: published)))], of: url))
        #expect(!ResourceDigest.contradicts([.sha256(Array(SHA256.hash(data: published)))], of: url))
        #expect(ResourceDigest.contradicts([.sha384(Array(SHA384.hash(data: published + [0x20])))], of: url))
    }
}
