import Credentials
import Foundation
import JSON
import Testing

@Suite("The Open Badges data model")
struct SchemaTests {
    /// The faults of a credential as the verifier reports them.
    func faults(_ text: String) async throws -> [SchemaFault] {
        let verifier = CredentialVerifier(issuers: KnownIssuers([]))
        let report = await verifier.verify(Array(text.utf8), at: Example.during)
        return try #require(report[.schema]).faults
    }

    func example() throws -> String { try String(decoding: OpenBadgeCredential(Example.award()).json, as: UTF8.self) }

    @Test("What we issue has no fault")
    func ours() async throws {
        #expect(try await faults(example()).isEmpty)
    }

    @Test(
        "Each fault is found and its place named",
        arguments: [
            (#""id":"urn:uuid:0f1d6a5e-3a53-4b3b-9b0e-5a0b1c2d3e4f","#, "", ""),
            (#""validFrom":"2026-11-02T09:00:00Z""#, #""validFrom":"2026-11-02""#, "/validFrom"),
            (#""type":["VerifiableCredential","OpenBadgeCredential"]"#, #""type":"OpenBadgeCredential""#, "/type"),
            (#"["VerifiableCredential","OpenBadgeCredential"]"#, #"["OpenBadgeCredential"]"#, "/type"),
            (#"["VerifiableCredential","OpenBadgeCredential"]"#, #"["VerifiableCredential","Badge"]"#, "/type"),
            (#"["https://www.w3.org/ns/credentials/v2","#, #"["https://www.w3.org/ns/credentials/v3","#, "/@context/0"),
            ("context-3.0.3.json", "context-4.0.0.json", "/@context/1"),
            (#""https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]"#, "7]", "/@context/2"),
            (#""type":["Profile"],"name":"City Academy""#, #""type":["Person"],"name":"City Academy""#, "/issuer/type"),
            (#""issuer":{"#, #""issuer":7,"x":{"#, "/issuer"),
            (#""hashed":false"#, #""hashed":"false""#, "/credentialSubject/identifier/0/hashed"),
            (#""hashed":false"#, #""hashed":false,"more":1"#, "/credentialSubject/identifier/0/more"),
            (#""identityType":"name""#, #""identityType":"nick""#, "/credentialSubject/identifier/0/identityType"),
            (
                #""targetType":"CFItem""#, #""targetType":"CFThing""#,
                "/credentialSubject/achievement/alignment/0/targetType"
            ),
            (#""inLanguage":"en""#, #""inLanguage":"english""#, "/credentialSubject/achievement/inLanguage"),
            (#""criteria":{"narrative""#, #""criteria":{"text""#, "/credentialSubject/achievement/criteria"),
            (#""status":"Completed""#, #""status":"Done""#, "/credentialSubject/result/0/status"),
            (#""evidence":["#, #""evidence":{"x":["#, "/evidence"),
            (#""name":"Pilot Toruń""#, #""name":null"#, "/credentialSubject/source/name"),
            (#""name":"Pilot Toruń""#, #""a/b~c":1,"name":1"#, "/credentialSubject/source/name"),
        ])
    func placed(old: String, new: String, pointer: String) async throws {
        var text = try example().replacingOccurrences(of: old, with: new)
        if new.hasSuffix("{\"x\":[") {
            text = text.replacingOccurrences(of: "],\"credentialSchema\"", with: "]},\"credentialSchema\"")
        }
        let found = try await faults(text)
        #expect(found.map(\.pointer).contains(pointer))
        #expect(found.allSatisfy { !$0.message.isEmpty })
    }

    @Test("All faults are listed, up to a limit")
    func many() async throws {
        let alignments = Array(repeating: "{}", count: 100).joined(separator: ",")
        let text = try example().replacingOccurrences(of: #""alignment":[{"#, with: #""alignment":[\#(alignments),{"#)
        #expect(try await faults(text).count == 50)
    }

    @Test("The report lists faults with their pointers")
    func reported() async throws {
        let text = try example().replacingOccurrences(of: "\"hashed\":false", with: "\"hashed\":0")
        let report = await CredentialVerifier(issuers: KnownIssuers([])).verify(Array(text.utf8), at: Example.during)
        let root = try JSONDocument(parsing: report.json).root
        #expect(root["checks"]?[1]?["faults"]?[0]?["pointer"]?.string == "/credentialSubject/identifier/0/hashed")
    }
}
