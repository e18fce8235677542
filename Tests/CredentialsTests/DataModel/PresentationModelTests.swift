import JSON
import Testing

@testable import Credentials

@Suite("Presentations and envelopes against the data model")
struct PresentationModelTests {
    static let inner = SampleDocument.credential.replacing(#""VerifiableCredential""#, with: #""urn:x:y""#)

    static let malformations: [Malformation] = [
        Malformation("@context", nil, "", .contexts),
        Malformation("@context", #"[{},"https://www.w3.org/ns/credentials/v2"]"#, "/@context/0", .contexts),
        Malformation("type", nil, "", .types), Malformation("type", #"["VerifiableCredential"]"#, "/type", .types),
        Malformation("id", "[]", "/id", .identifiers), Malformation("holder", #""z6Mk""#, "/holder", .presentations),
        Malformation("holder", #"{"name":"Acme"}"#, "/holder", .presentations),
        Malformation("holder", #"{"id":"z6Mk"}"#, "/holder/id", .identifiers),
        Malformation("termsOfUse", "{}", "/termsOfUse", .types),
        Malformation("verifiableCredential", "[]", "/verifiableCredential", .presentations),
        Malformation("verifiableCredential", #"["eyJ"]"#, "/verifiableCredential/0", .presentations),
        Malformation("verifiableCredential", #""urn:a:b""#, "/verifiableCredential", .presentations),
        Malformation("verifiableCredential", inner, "/verifiableCredential/type", .types),
        Malformation(
            "verifiableCredential", "[\(SampleDocument.credential),\(inner)]", "/verifiableCredential/1/type", .types),
    ]

    @Test("Each malformed member is found at its place, with the rule that it breaks", arguments: malformations)
    func malformed(_ change: Malformation) throws {
        let presentation = try SampleDocument.changed(SampleDocument.presentation, change.name, change.value)
        let faults = DataModelCheck.faults(ofPresentation: presentation)
        #expect(faults.map(\.pointer) == [change.pointer])
        #expect(faults.map(\.rule) == [change.rule])
    }

    @Test(
        "What the data model leaves free is no fault",
        arguments: [
            ("verifiableCredential", nil), ("id", #""urn:a:b""#), ("holder", #""did:example:holder""#),
            ("holder", #"{"id":"did:example:holder","name":"H"}"#), ("type", #"["urn:x:y","VerifiablePresentation"]"#),
        ])
    func free(name: String, value: String?) throws {
        let presentation = try SampleDocument.changed(SampleDocument.presentation, name, value)
        #expect(DataModelCheck.faults(ofPresentation: presentation) == [])
    }

    static let envelope = """
        {"@context":"https://www.w3.org/ns/credentials/v2","id":"data:application/vc+jwt,e.e.e",\
        "type":"EnvelopedVerifiableCredential"}
        """

    @Test(
        "An envelope has the base context, its one type and a data URL of a token",
        arguments: [
            ("@context", nil, ""), ("@context", "[]", "/@context"),
            ("@context", #""https://www.w3.org/ns/credentials/examples/v2""#, "/@context"), ("type", nil, ""),
            ("type", #"["EnvelopedVerifiableCredential","X"]"#, "/type"),
            ("type", #""EnvelopedVerifiablePresentation""#, "/type"), ("id", nil, ""), ("id", #""e.e.e""#, "/id"),
            ("id", #""data:text/plain,e.e.e""#, "/id"), ("id", #""data:application/vc+jwt,""#, "/id"),
            ("id", #""data:application/vp+jwt,e.e.e""#, "/id"),
        ])
    func envelope(name: String, value: String?, pointer: String) throws {
        let sound = try SampleDocument.parsed(Self.envelope)
        #expect(DataModelCheck.faults(ofEnvelope: sound, kind: .credential) == [])
        let envelope = try SampleDocument.changed(Self.envelope, name, value)
        let faults = DataModelCheck.faults(ofEnvelope: envelope, kind: .credential)
        #expect(faults.map(\.pointer) == [pointer])
        #expect(faults.map(\.rule) == [.envelopedCredentials])
    }
}
